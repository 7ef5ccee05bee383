using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>Says in Chinese what System.CommandLine's own translation leaves in English, or punctuates in the Western way.</summary>
internal static partial class ChineseUsage
{
    public static void DescribeStandardOptions(RootCommand root)
    {
        root.Options.OfType<HelpOption>().Single().Description = "显示用法";
        root.Options.OfType<VersionOption>().Single().Description = "显示版本";
    }

    public static string Problem(ParseError error) =>
        RequiredOption().Replace(error.Message, "缺少选项 $1。").TrimEnd('.', '。').Replace(": ", "：", StringComparison.Ordinal).Replace("“'", "“", StringComparison.Ordinal).Replace("'”", "”", StringComparison.Ordinal) + "。";

    /// <summary>The text of <c>--help</c>; null where the command line asks for something else.</summary>
    public static string? Help(ParseResult parsed)
    {
        if (parsed.Action is not HelpAction)
        {
            return null;
        }

        using var help = new StringWriter();
        parsed.Invoke(new InvocationConfiguration { Output = help });
        return help.ToString()
            .Replace("Description:", "说明：", StringComparison.Ordinal)
            .Replace("[command]", "[命令]", StringComparison.Ordinal).Replace("[options]", "[选项]", StringComparison.Ordinal)
            .Replace("用法:", "用法：", StringComparison.Ordinal).Replace("选项:", "选项：", StringComparison.Ordinal)
            .Replace("命令: ", "命令：", StringComparison.Ordinal).Replace("参数:", "参数：", StringComparison.Ordinal);
    }

    [GeneratedRegex("^Option '(.+)' is required\\.$")]
    private static partial Regex RequiredOption();
}
