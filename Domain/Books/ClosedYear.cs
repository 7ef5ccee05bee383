using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Books;

/// <summary>年度封账: a year's numbers and books as they stood at one moment, kept. What is entered later for an earlier day is a late entry (迟录) and changes nothing here.</summary>
public sealed class ClosedYear
{
    private readonly List<FrozenCount> _counts = [];

    private ClosedYear(int year, int edition, DateTime asOf, int lastEntryId, string closedBy, DateTime closedAt)
    {
        (Year, Edition, AsOf, LastEntryId) = (year, edition, asOf, lastEntryId);
        (ClosedBy, ClosedAt) = (closedBy, closedAt);
    }

    public int Id { get; private set; }

    public int Year { get; private set; }

    /// <summary>第几次封账: from 1, one more each time the year was reopened before.</summary>
    public int Edition { get; private set; }

    /// <summary>The moment everything was read at, UTC.</summary>
    public DateTime AsOf { get; private set; }

    /// <summary>The newest entry of the opinions' histories that was read. A later one with a day of this year or before is a late entry.</summary>
    public int LastEntryId { get; private set; }

    /// <summary>年末结转: the opinions that were outstanding at the end of the year, by id.</summary>
    public IReadOnlyList<int> CarriedOver { get; private set; } = [];

    public string ClosedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ClosedAt { get; private set; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? ReopenedAt { get; private set; }

    public string? ReopenedBy { get; private set; }

    public string? ReopenedWhy { get; private set; }

    public IReadOnlyList<FrozenCount> Counts => _counts;

    public bool Stands => ReopenedAt is null;

    /// <summary>封账截止: the last day of the year, in the district.</summary>
    public DateOnly CutOffOn => LastDayOf(Year);

    /// <summary>Why a year cannot be closed now; null where it can.</summary>
    /// <param name="year">Which.</param>
    /// <param name="today">The day in the district.</param>
    /// <param name="standingSince">When it was closed, UTC; null where no closing of it stands.</param>
    public static string? WhyNot(int year, DateOnly today, DateTime? standingSince) =>
        standingSince is { } since ? $"{year}年度已在{ChinaTime.DayOf(since):yyyy年M月d日}封账。要重新封账，请先写明原因重开。"
        : today <= LastDayOf(year) ? $"{year}年度还没有过完，{year + 1}年1月1日起才能封账。"
        : null;

    /// <summary>封账.</summary>
    /// <param name="year">Which.</param>
    /// <param name="moment">What was read, and when.</param>
    /// <param name="before">Its closings so far.</param>
    /// <param name="signature">Who closes it, and when.</param>
    /// <exception cref="RuleBrokenException">The year is not over, or is closed already.</exception>
    public static ClosedYear Close(int year, FrozenMoment moment, IReadOnlyCollection<ClosedYear> before, Signature signature)
    {
        if (WhyNot(year, ChinaTime.DayOf(moment.AsOf), before.FirstOrDefault(one => one.Year == year && one.Stands)?.ClosedAt) is { } sentence)
        {
            throw new RuleBrokenException(sentence);
        }

        var closed = new ClosedYear(year, before.Count(one => one.Year == year) + 1, moment.AsOf, moment.LastEntryId, signature.By, signature.At) { CarriedOver = [.. moment.CarriedOver] };
        closed._counts.AddRange(moment.Counts);
        return closed;
    }

    /// <summary>重开: late entries may be taken in by closing it once more. What was closed stays as it was, and can still be read.</summary>
    /// <exception cref="RuleBrokenException">It was reopened already, or no reason is given.</exception>
    public void Reopen(string reason, Signature signature)
    {
        Rule.Require(Stands, $"{Year}年度的第{Edition}次封账已经重开过了。");
        ReopenedWhy = Rule.Written(reason, "请写明为什么重开。");
        (ReopenedAt, ReopenedBy) = (signature.At, signature.By);
    }

    /// <summary>封账截止 of a year.</summary>
    public static DateOnly LastDayOf(int year) => new(year, 12, 31);
}

/// <summary>What was read in order to close a year.</summary>
/// <param name="AsOf">At which moment, UTC.</param>
/// <param name="LastEntryId">The newest entry of the histories at that moment; 0 where there was none.</param>
/// <param name="CarriedOver">The opinions outstanding at the end of the year.</param>
/// <param name="Counts">The numbers of each station.</param>
public sealed record FrozenMoment(DateTime AsOf, int LastEntryId, IReadOnlyList<int> CarriedOver, IReadOnlyList<FrozenCount> Counts);
