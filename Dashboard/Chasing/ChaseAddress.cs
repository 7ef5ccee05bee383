using Microsoft.AspNetCore.WebUtilities;

namespace VoterLiaison.Dashboard.Chasing;

/// <summary>What the address of 催办 says: which of its lists, by whom it is grouped, and what of it is shown.</summary>
public sealed record ChaseAddress
{
    public const int Size = 100;

    public ChaseTab Tab { get; init; }

    public ChaseBy By { get; init; }

    /// <summary>联系单位代码.</summary>
    public string? Unit { get; init; }

    public Urgency? Urgency { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary><c>?by=deputy&amp;urgency=overdue</c>; empty where nothing is asked.</summary>
    public string Query => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["tab"] = Tab is ChaseTab.Due ? null : Key(Tab),
        ["by"] = By is ChaseBy.Organ ? null : Key(By),
        ["unit"] = Unit,
        ["urgency"] = Urgency is { } urgency ? Key(urgency) : null,
        ["page"] = Page == 1 ? null : $"{Page}",
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static ChaseAddress Parse(string query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        return new ChaseAddress
        {
            Tab = Member<ChaseTab>(asked.GetValueOrDefault("tab")) ?? default,
            By = Member<ChaseBy>(asked.GetValueOrDefault("by")) ?? default,
            Unit = asked.GetValueOrDefault("unit") is [{ Length: > 0 } unit, ..] ? unit : null,
            Urgency = Member<Urgency>(asked.GetValueOrDefault("urgency")),
            Page = int.TryParse(asked.GetValueOrDefault("page"), out var page) && page > 0 ? page : 1,
        };
    }

    private static string Key<T>(T member) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    private static T? Member<T>(string? key) where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(member => Key(member!.Value) == key);
}

public enum ChaseTab
{
    /// <summary>到期和逾期.</summary>
    Due,

    /// <summary>重点督办.</summary>
    Supervised,

    /// <summary>约定回看.</summary>
    Promises,

    /// <summary>静默提醒.</summary>
    Silence,
}

public enum ChaseBy
{
    /// <summary>Answers that are owed, by who leads.</summary>
    Organ,

    /// <summary>Voters who are owed word, by the deputy.</summary>
    Deputy,
}

/// <summary>How pressing it is, by the day the running clock ends.</summary>
public enum Urgency
{
    /// <summary>本周到期: in the seven days that begin today.</summary>
    ThisWeek = 1,

    /// <summary>逾期, gravely or not: what <see cref="Domain.Opinions.Measure.Overdue"/> counts.</summary>
    Overdue,

    /// <summary>严重逾期: part of it.</summary>
    GravelyOverdue,
}
