using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Audit;

/// <summary>Which entries of the audit log are asked for; what is null asks nothing.</summary>
public sealed record AuditFilter
{
    /// <summary>The first day, in the district.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, in the district.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Part of a name, or a whole user name.</summary>
    public string? Who { get; init; }

    public AuditAct? Act { get; init; }

    /// <summary>Part of what names the object or tells of the act.</summary>
    public string? About { get; init; }

    public AuditResult? Result { get; init; }

    /// <summary>The beginning of where from.</summary>
    public string? Address { get; init; }

    public string InWords => string.Join("，", new[]
    {
        (From, To) switch
        {
            (null, null) => null,
            ({ } from, null) => $"{from:yyyy-MM-dd} 起",
            (null, { } to) => $"到 {to:yyyy-MM-dd} 为止",
            ({ } from, { } to) => $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}",
        },
        Who is null ? null : $"人员“{Who}”",
        Act is { } act ? $"事项“{act.InWords()}”" : null,
        About is null ? null : $"对象、说明含“{About}”",
        Result is { } result ? $"结果“{result.InWords()}”" : null,
        Address is null ? null : $"地址“{Address}”",
    }.OfType<string>().DefaultIfEmpty("全部记录"));

    internal IQueryable<AuditEntry> Apply(LiaisonDbContext db)
    {
        var entries = db.AuditEntries.AsQueryable();
        if (From is { } from)
        {
            var begin = ChinaTime.StartOf(from);
            entries = entries.Where(entry => entry.At >= begin);
        }

        if (To is { } to && to < DateOnly.MaxValue)
        {
            var end = ChinaTime.StartOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        if (Who is { } who)
        {
            var userName = who.ToUpperInvariant();
            entries = entries.Where(entry => entry.Who.Contains(who) || db.Accounts.Any(account => account.Id == entry.AccountId && account.NormalizedUserName == userName));
        }

        if (Act is { } act)
        {
            entries = entries.Where(entry => entry.Act == act);
        }

        if (About is { } about)
        {
            entries = entries.Where(entry => entry.About.Contains(about) || entry.Detail.Contains(about));
        }

        if (Result is { } result)
        {
            entries = entries.Where(entry => entry.Result == result);
        }

        if (Address is { } address)
        {
            entries = entries.Where(entry => entry.Address.StartsWith(address));
        }

        return entries;
    }
}
