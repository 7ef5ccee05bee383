using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>What the address of the list says: which rows, in which order, which page of them. So a list can be kept, sent and returned to.</summary>
public sealed record OpinionAddress
{
    public const int UsualSize = 25;

    public static IReadOnlyList<int> Sizes { get; } = [UsualSize, 50, 100];

    private static readonly Part[] Parts =
    [
        new("year", "年度", a => Said(a.Filter.Year), (f, text) => Number(text) is { } year and >= 1900 and <= 2999 ? f with { Year = year } : null),
        new("unit", "单位", a => a.Filter.Unit, (f, text) => f with { Unit = text }),
        new("station", "家站", a => a.Filter.Station, (f, text) => f with { Station = text }),
        new("measure", "口径", a => a.Filter.Measure?.Key, (f, text) => Measure.Find(text) is { } measure ? f with { Measure = measure } : null),
        new("stage", "状态", a => Key(a.Filter.Stage), (f, text) => Member<OpinionStage>(text) is { } stage ? f with { Stage = stage } : null),
        new("channel", "反映渠道", a => Key(a.Filter.Channel), (f, text) => Member<ForwardingChannel>(text) is { } channel ? f with { Channel = channel } : null),
        new("organ", "承办单位", a => Said(a.Filter.OrganId), (f, text) => Number(text) is { } id ? f with { OrganId = id } : null),
        new("outcome", "办理结果", a => Key(a.Filter.Outcome), (f, text) => Member<AnswerOutcome>(text) is { } outcome ? f with { Outcome = outcome } : null),
        new("rating", "选民评价", a => Key(a.Filter.Rating), (f, text) => Member<VoterRating>(text) is { } rating ? f with { Rating = rating } : null),
        new("category", "类别", a => Said(a.Filter.CategoryId), (f, text) => Number(text) is { } id ? f with { CategoryId = id } : null),
        new("deputy", "代表", a => Said(a.Filter.DeputyId), (f, text) => Number(text) is { } id ? f with { DeputyId = id } : null),
        new("batch", "导入批次", a => Said(a.Filter.BatchId), (f, text) => Number(text) is { } id ? f with { BatchId = id } : null),
        new("topic", "议题", a => Said(a.Filter.TopicId), (f, text) => Number(text) is { } id ? f with { TopicId = id } : null),
        new("supervised", "重点督办", a => a.Filter.Supervised ? "yes" : null, (f, text) => text == "yes" ? f with { Supervised = true } : null),
        new("from", "收集日期自", a => Said(a.Filter.From), (f, text) => Day(text) is { } day ? f with { From = day } : null),
        new("to", "收集日期至", a => Said(a.Filter.To), (f, text) => Day(text) is { } day ? f with { To = day } : null),
        new("done", "办理日期", a => Said(a.Filter.Done), (f, text) => Span(text) is { } span ? f with { Done = span } : null),
        new("q", "查找", a => a.Filter.Text, (f, text) => f with { Text = text }),
        new("sort", "排序", a => Key(a.Sort), (OpinionAddress a, string text) => Member<OpinionSort>(text) is { } sort ? a with { Sort = sort } : null),
        new("page", "页码", a => a.Page == 1 ? null : Said(a.Page), (OpinionAddress a, string text) => Number(text) is { } page ? a with { Page = page } : null),
        new("size", "每页件数", a => a.Size == UsualSize ? null : Said(a.Size), (OpinionAddress a, string text) => Number(text) is { } size && Sizes.Contains(size) ? a with { Size = size } : null),
    ];

    public OpinionFilter Filter { get; init; } = new();

    /// <summary>Null where the address leaves it to <see cref="Order"/>.</summary>
    public OpinionSort? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = UsualSize;

    /// <summary>What stood in the address and means nothing, as a reader would say it.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Where clocks run, what is due first comes first; elsewhere the newest.</summary>
    public OpinionSort Order => Sort ?? (Filter.Measure is { } measure && (measure.Owed || measure.Open || measure.Late is not Lateness.None || measure == Measure.AwaitingAnswer)
        ? OpinionSort.DueFirst
        : OpinionSort.Newest);

    /// <summary><c>?year=2026&amp;measure=overdue</c>; empty where nothing is asked.</summary>
    public string Query => QueryHelpers.AddQueryString("", Parts.Select(part => KeyValuePair.Create(part.Name, part.Write(this))).Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static OpinionAddress Parse(string query)
    {
        var address = new OpinionAddress();
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
                ignored.Add($"{part.InWords}“{text}”");
            }
        }

        return address with { Ignored = ignored };
    }

    /// <summary>The same list by another filter, from its first page.</summary>
    public OpinionAddress With(Func<OpinionFilter, OpinionFilter> change) => this with { Filter = change(Filter), Page = 1, Ignored = [] };

    /// <summary>The list without what it asks for that does not exist, and everything that was ignored.</summary>
    public (OpinionAddress List, IReadOnlyList<string> Ignored) Known(Choices choices)
    {
        var (filter, ignored) = (Filter, Ignored.ToList());
        Drop(filter.Unit is { } unit && choices.Units.All(known => known.Code != unit), f => f with { Unit = null }, $"单位“{filter.Unit}”");
        Drop(filter.Station is { } station && choices.Stations.All(known => known.Code != station), f => f with { Station = null }, $"家站“{filter.Station}”");
        Drop(filter.OrganId is { } organ && choices.Organs.All(known => known.Id != organ), f => f with { OrganId = null }, $"承办单位“{filter.OrganId}”");
        Drop(filter.CategoryId is { } category && choices.Categories.All(known => known.Id != category), f => f with { CategoryId = null }, $"类别“{filter.CategoryId}”");
        Drop(filter.DeputyId is { } deputy && choices.Deputies.All(known => known.Id != deputy), f => f with { DeputyId = null }, $"代表“{filter.DeputyId}”");
        return (this with { Filter = filter, Ignored = [] }, ignored);

        void Drop(bool unknown, Func<OpinionFilter, OpinionFilter> without, string inWords)
        {
            if (unknown)
            {
                filter = without(filter);
                ignored.Add(inWords);
            }
        }
    }

    private static string? Key<T>(T? member) where T : struct, Enum => member is { } some ? JsonNamingPolicy.KebabCaseLower.ConvertName(some.ToString()) : null;

    private static T? Member<T>(string key) where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(member => Key(member) == key);

    private static string? Said(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>forwarded.2026-11-01.2026-11-26</summary>
    private static string? Said(DoneSpan? span) => span is null ? null : $"{Key<DoneKind>(span.What)}.{Said(span.From)}.{Said(span.Until)}";

    private static DoneSpan? Span(string text) =>
        text.Split('.') is [var what, var from, var until] && Member<DoneKind>(what) is { } kind && Day(from) is { } first && Day(until) is { } last ? new DoneSpan(kind, first, last) : null;

    /// <summary>One name in the address: how it is written, and how it is read; reading gives null where the text means nothing.</summary>
    private sealed record Part(string Name, string InWords, Func<OpinionAddress, string?> Write, Func<OpinionAddress, string, OpinionAddress?> Read)
    {
        public Part(string name, string inWords, Func<OpinionAddress, string?> write, Func<OpinionFilter, string, OpinionFilter?> read)
            : this(name, inWords, write, (address, text) => read(address.Filter, text) is { } filter ? address with { Filter = filter } : null)
        {
        }
    }
}
