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
    [InlineData("closings --help")]
    [InlineData("close-year --help")]
    [InlineData("reopen-year --help")]
    [InlineData("verify --help")]
    [InlineData("backup --help")]
    [InlineData("restore --help")]
    [InlineData("seed --help")]
    [InlineData("accounts --help")]
    [InlineData("accounts list --help")]
    [InlineData("accounts add --help")]
    [InlineData("accounts grant --help")]
    [InlineData("accounts withdraw --help")]
    [InlineData("accounts disable --help")]
    [InlineData("accounts enable --help")]
    [InlineData("accounts reset --help")]
    [InlineData("accounts unlock --help")]
    [InlineData("display-keys --help")]
    [InlineData("display-keys list --help")]
    [InlineData("display-keys add --help")]
    [InlineData("display-keys revoke --help")]
    public void Help_is_in_Chinese(string verb)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        var help = ChineseUsage.Help(CommandLine.Parse([], verb.Split(' ')));

        Assert.NotNull(help);
        Assert.DoesNotMatch(EnglishPhrase(), help.Replace(verb.Replace(" --help", "", StringComparison.Ordinal), "", StringComparison.Ordinal)); // the verb itself is English
    }

    [Theory]
    [InlineData("nothing", "未识别命令或参数“nothing”。")]
    [InlineData("counts", "缺少选项 --year。")]
    [InlineData("counts --year x", "年度是四位数字，在 1990 到 2100 之间。")]
    [InlineData("close-year", "缺少选项 --year。")]
    [InlineData("reopen-year --year 2025", "缺少选项 --reason。")]
    [InlineData("export --year 2025 --frozen --station BJ01 --out a.xlsx", "--frozen 与 --year 同用，可加 --unit；封存的表册没有家站、代表的，也没有写全文的。")]
    [InlineData("restore", "命令缺少所需参数：'restore'。")]
    [InlineData("seed", "请写 --demo 或 --opinions 件数，二者选一。")]
    [InlineData("seed --demo --opinions 5", "请写 --demo 或 --opinions 件数，二者选一。")]
    [InlineData("seed --opinions many", "件数应在 1 到 5000000 之间。")]
    [InlineData("accounts", "未提供必需的命令。")]
    [InlineData("accounts add wm --name 王敏", "缺少选项 --role。")]
    [InlineData("accounts grant wm --role boss", "没有“boss”这项权限，可写：liaison-office、unit-staff、station-staff、deputy、administrator、auditor。")]
    [InlineData("accounts grant wm --role deputy", "人大代表要用 --deputy 写明是哪一个，只写这一项。")]
    [InlineData("accounts grant wm --role auditor --unit BJ", "审计员管全区，不写 --unit、--station、--deputy。")]
    [InlineData("display-keys revoke first", "号是数字，见 display-keys list。")]
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
