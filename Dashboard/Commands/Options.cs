using System.CommandLine;
using System.Globalization;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>Options that several verbs share.</summary>
internal static class Options
{
    public static Option<int> Year(bool required = true)
    {
        var year = new Option<int>("--year") { Description = "年度，按收集日期（北京时间）", Required = required };
        year.Validators.Add(result =>
        {
            if (!int.TryParse(result.Tokens.SingleOrDefault()?.Value, CultureInfo.InvariantCulture, out var asked) || asked is < Opinion.FirstYear or > 2100)
            {
                result.AddError("年度是四位数字，在 1990 到 2100 之间。");
            }
        });
        return year;
    }

    public static Option<bool> Json() => new("--json") { Description = "只输出一个 JSON 文档" };
}
