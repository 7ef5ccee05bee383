using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Which opinions a list shows. It lives in the address, so that every number can link to exactly the rows it counts.</summary>
public sealed record OpinionFilter
{
    public int? Year { get; init; }

    /// <summary>家站代码.</summary>
    public string? Station { get; init; }

    /// <summary>联系单位代码.</summary>
    public string? Unit { get; init; }

    public Measure? Measure { get; init; }

    public OpinionStage? Stage { get; init; }

    public ForwardingChannel? Channel { get; init; }

    public int? OrganId { get; init; }

    public int? CategoryId { get; init; }

    /// <summary>What the lead says now.</summary>
    public AnswerOutcome? Outcome { get; init; }

    /// <summary>选民评价 of the latest round.</summary>
    public VoterRating? Rating { get; init; }

    public int? DeputyId { get; init; }

    public int? BatchId { get; init; }

    /// <summary>监督议题 or 调研题目.</summary>
    public int? TopicId { get; init; }

    /// <summary>True: only 重点督办件.</summary>
    public bool Supervised { get; init; }

    /// <summary>Collected on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Collected on this day or before.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only those with which something was done in some days, whenever they were collected.</summary>
    public DoneSpan? Done { get; init; }

    /// <summary>In the voter's words, the subject, the number, or the name of a deputy or of the station. Never by who spoke.</summary>
    public string? Text { get; init; }

    /// <param name="db">Where they are.</param>
    /// <param name="today">By which day lateness is told.</param>
    /// <param name="reader">The deputies the reader is. What is said about their own work is not looked through for words: a name asked for and found would tell who spoke (第七条).</param>
    internal IQueryable<Opinion> Apply(LiaisonDbContext db, DateOnly today, IReadOnlyCollection<int> reader)
    {
        var opinions = db.Opinions.AsNoTracking().Counted(Measure ?? Measure.Collected, today);
        opinions = Year is { } year ? opinions.Where(o => o.Year == year) : opinions;
        opinions = Station is { } station ? opinions.Where(o => db.Stations.Any(s => s.Id == o.StationId && s.Code == station)) : opinions;
        opinions = Unit is { } unit
            ? opinions.Where(o => db.Stations.Any(s => s.Id == o.StationId && db.Units.Any(u => u.Id == s.UnitId && u.Code == unit)))
            : opinions;
        opinions = Stage is { } stage ? opinions.Where(o => o.Stage == stage) : opinions;
        opinions = Channel is { } channel ? opinions.Where(o => o.Channel == channel) : opinions;
        opinions = OrganId is { } organ ? opinions.Where(o => o.LeadOrganId == organ) : opinions;
        opinions = CategoryId is { } category ? opinions.Where(o => o.CategoryId == category) : opinions;
        opinions = Outcome is { } outcome ? opinions.Where(o => o.Outcome == outcome) : opinions;
        opinions = Rating is { } rating ? opinions.Where(o => o.Rating == rating) : opinions;
        opinions = DeputyId is { } deputy ? opinions.Where(o => o.Deputies.Any(d => d.DeputyId == deputy)) : opinions;
        opinions = BatchId is { } batch ? opinions.Where(o => o.ImportBatchId == batch) : opinions;
        opinions = TopicId is { } topic ? opinions.Where(o => o.TopicId == topic) : opinions;
        opinions = Supervised ? opinions.Where(o => o.SupervisedSince != null) : opinions;
        opinions = From is { } from ? opinions.Where(o => o.CollectedOn >= from) : opinions;
        opinions = Done is { } done ? opinions.DoneWithin(done) : opinions;
        opinions = To is { } to ? opinions.Where(o => o.CollectedOn <= to) : opinions;
        return string.IsNullOrWhiteSpace(Text) ? opinions : Containing(db, opinions, Text.Trim(), [.. reader]);
    }

    private static IQueryable<Opinion> Containing(LiaisonDbContext db, IQueryable<Opinion> opinions, string text, List<int> reader)
    {
        var number = text.ToUpperInvariant(); // numbers carry capitals only
        var stations = db.Stations.Where(s => s.Name.Contains(text)).Select(s => s.Id);
        var deputies = db.Deputies.Where(d => d.Name.Contains(text)).Select(d => d.Id);
        return opinions.Where(o => ((o.Words.Contains(text) || o.Subject.Contains(text)) && !(o.ConcernsDeputyId != null && reader.Contains(o.ConcernsDeputyId.Value)))
            || o.Number.Contains(number) || o.SourceNumber!.Contains(text)
            || stations.Contains(o.StationId) || o.Deputies.Any(d => deputies.Contains(d.DeputyId)));
    }
}
