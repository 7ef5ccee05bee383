using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Statistics.Sections;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Statistics;

/// <summary>Reads the figures of the book of the same days and the same part, and shapes them for the page. Nothing is counted here.</summary>
public sealed class StatisticsQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    /// <summary>Null where the part lies outside of what the reader may export, as where it never was.</summary>
    public async Task<StatisticsView?> ReadAsync(BookAddress asked, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var asOf = clock.GetUtcNow().UtcDateTime; // before the reading, as the book has it
        await db.HoldThisMomentAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        if (!rights.May(Deed.ExportBooks) || await ScopeAsync(db, rights, asked.Part, cancellationToken) is not { } scope)
        {
            return null;
        }

        var figures = await new FigureQueries(db, scope, asOf, options.Value.Limits, cancellationToken).ReadAsync(asked.Period);
        var whole = await BookParts.ResolveAsync(db, rights, BookPart.All, cancellationToken);
        return new StatisticsView(
            scope.Title,
            asOf,
            Sentence(figures),
            whole.Title,
            await BookParts.OfferedAsync(db, whole.Reach, cancellationToken),
            CongressYears.Of(options.Value.CongressSessions, clock.Today()),
            rights.May(Deed.KeepPerformance),
            Figures(figures, StatisticsRows.Of(figures, asked.Part, rights)));
    }

    private IReadOnlyList<Figure> Figures(YearFigures figures, StatisticsRows rows) =>
    [
        OverviewSection.Of(figures, rows),
        BalanceSection.Of(figures, rows),
        MonthsSection.Of(figures, rows),
        StationsSection.Of(figures, rows),
        ChannelsSection.Of(figures, rows),
        OrgansSection.Of(figures, rows, options.Value),
        CategoriesSection.Of(figures, rows),
        TopicsSection.Of(figures, rows),
        SatisfactionSection.Of(figures, rows),
        .. figures.Scope.Reach.Deputies.Count == 0 ? [ReceptionsSection.Of(figures, rows)] : Array.Empty<Figure>(), // receptions are a station's
        DeputiesSection.Of(figures, rows),
    ];

    private static async Task<BookScope?> ScopeAsync(LiaisonDbContext db, Rights rights, BookPart part, CancellationToken cancellationToken)
    {
        try
        {
            var (reach, title) = await BookParts.ResolveAsync(db, rights, part, cancellationToken);
            return new BookScope(reach, title, VotersInFull: false, rights.OwnDeputies);
        }
        catch (OutOfReachException)
        {
            return null;
        }
    }

    /// <summary>How it stands, for whoever reads one line.</summary>
    private static string Sentence(YearFigures figures)
    {
        var counts = figures.Total.Counts;
        var when = $"{figures.Period.InWords}，{figures.Scope.Title}";
        return counts.Collected == 0
            ? $"{when}没有收集到意见。"
            : $"{when}收集意见{counts.Collected:N0}件，转交{counts.Forwarded:N0}件，答复{counts.Answered:N0}件，告诉选民{counts.FedBack:N0}件；"
                + (counts.AwaitingFeedback == 0 ? "没有选民还在等回话" : $"还有{counts.AwaitingFeedback:N0}件有了结果，选民还不知道")
                + (counts.Overdue == 0 ? "，没有逾期。" : $"，{counts.Overdue:N0}件逾期。");
    }
}

/// <param name="Title">The part of the district it is of, in words.</param>
/// <param name="AsOf">UTC.</param>
/// <param name="Sentence">How it stands, in one.</param>
/// <param name="Whole">All that the reader may have it of, in words.</param>
/// <param name="Parts">What it can be narrowed to.</param>
/// <param name="CongressYears">Those there are, newest first.</param>
/// <param name="MayKeepPerformance">Whether the page 代表履职 is open to the reader.</param>
/// <param name="Figures">In the order of the book.</param>
public sealed record StatisticsView(
    string Title, DateTime AsOf, string Sentence, string Whole, IReadOnlyList<NamedPart> Parts, IReadOnlyList<BookPeriod> CongressYears, bool MayKeepPerformance, IReadOnlyList<Figure> Figures)
{
    /// <summary>What the page explains, each once.</summary>
    public IReadOnlyList<Term> Terms => [.. Figures.SelectMany(figure => figure.Terms).DistinctBy(term => (term.Name, term.Definition))];
}
