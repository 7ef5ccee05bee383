using System.Globalization;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Commands;

public sealed partial class ChineseUsageTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("import --help")]
    [InlineData("counts --help")]
    [InlineData("export --help")]
    [InlineData("verify --help")]
    [InlineData("backup --help")]
    [InlineData("restore --help")]
    [InlineData("seed --help")]
    public void Help_is_in_Chinese(string verb)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        var help = ChineseUsage.Help(CommandLine.Parse([], verb.Split(' ')));

        Assert.NotNull(help);
        Assert.DoesNotMatch(EnglishPhrase(), help);
    }

    [Theory]
    [InlineData("nothing", "未识别命令或参数“nothing”。")]
    [InlineData("counts", "缺少选项 --year。")]
    [InlineData("counts --year x", "年度是四位数字，在 1990 到 2100 之间。")]
    [InlineData("restore", "命令缺少所需参数：'restore'。")]
    [InlineData("seed", "请写 --demo 或 --opinions 件数，二者选一。")]
    [InlineData("seed --demo --opinions 5", "请写 --demo 或 --opinions 件数，二者选一。")]
    [InlineData("seed --opinions many", "件数应在 1 到 5000000 之间。")]
    public void Wrong_usage_is_answered_with_a_Chinese_sentence(string verb, string sentence)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        var problems = CommandLine.Parse([], verb.Split(' ')).Errors.Select(ChineseUsage.Problem).ToList();

        Assert.Contains(sentence, problems);
        Assert.All(problems, problem => Assert.DoesNotMatch(EnglishPhrase(), problem));
    }

    /// <summary>Three English words in a row, or a heading.</summary>
    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}|[A-Z][a-z]+:")]
    private static partial Regex EnglishPhrase();
}
