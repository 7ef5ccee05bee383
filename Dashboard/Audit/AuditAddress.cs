using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Audit;

/// <summary>What the address of the audit page says: which entries, and which page of them.</summary>
public sealed record AuditAddress
{
    public const int Size = 50;

    private const int LongestText = 100;

    private static readonly Part[] Parts =
    [
        new("from", "起始日期", a => Said(a.Filter.From), (a, text) => Day(text) is { } day ? a.With(f => f with { From = day }) : null),
        new("to", "截止日期", a => Said(a.Filter.To), (a, text) => Day(text) is { } day ? a.With(f => f with { To = day }) : null),
        new("who", "人员", a => a.Filter.Who, (a, text) => Short(text) ? a.With(f => f with { Who = text }) : null),
        new("act", "事项", a => Key(a.Filter.Act), (a, text) => Member<AuditAct>(text) is { } act ? a.With(f => f with { Act = act }) : null),
        new("about", "对象", a => a.Filter.About, (a, text) => Short(text) ? a.With(f => f with { About = text }) : null),
        new("result", "结果", a => Key(a.Filter.Result), (a, text) => Member<AuditResult>(text) is { } result ? a.With(f => f with { Result = result }) : null),
        new("address", "地址", a => a.Filter.Address, (a, text) => Short(text) ? a.With(f => f with { Address = text }) : null),
        new("page", "页码", a => a.Page == 1 ? null : a.Page.ToString(CultureInfo.InvariantCulture), (a, text) => Number(text) is { } page ? a with { Page = page } : null),
    ];

    public AuditFilter Filter { get; init; } = new();

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What stood in the address and means nothing, as a reader would say it.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary><c>?act=signed-in&amp;page=2</c>; empty where nothing is asked.</summary>
    public string Query => QueryHelpers.AddQueryString("", Parts.Select(part => KeyValuePair.Create(part.Name, part.Write(this))).Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static AuditAddress Of(AuditFilter filter) => new() { Filter = filter };

    public static AuditAddress Parse(string? query)
    {
        var address = new AuditAddress();
        var ignored = new List<string>();
        foreach (var (name, values) in QueryHelpers.ParseQuery(query))
        {
            if (values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() is not { } text || Array.Find(Parts, part => part.Name == name) is not { } part)
            {
                continue;
            }

            if (part.Read(address, text) is { } next)
            {
                address = next;
            }
            else
            {
                ignored.Add($"{part.InWords}“{(Short(text) ? text : $"{text[..LongestText]}…")}”");
            }
        }

        return address with { Ignored = ignored };
    }

    /// <summary>A member as the address calls it.</summary>
    internal static string? Key<T>(T? member) where T : struct, Enum => member is { } some ? JsonNamingPolicy.KebabCaseLower.ConvertName(some.ToString()) : null;

    private AuditAddress With(Func<AuditFilter, AuditFilter> change) => this with { Filter = change(Filter) };

    private static bool Short(string text) => text.Length <= LongestText;

    /// <summary>What the address means by a word; null where nothing.</summary>
    internal static T? Member<T>(string key) where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(member => Key(member) == key);

    private static string? Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= int.MaxValue / Size ? number : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2999 ? day : null;

    /// <summary>One name in the address: how it is written, and how it is read; reading gives null where the text means nothing.</summary>
    private sealed record Part(string Name, string InWords, Func<AuditAddress, string?> Write, Func<AuditAddress, string, AuditAddress?> Read);
}
