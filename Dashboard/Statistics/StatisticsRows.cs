using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Statistics;

/// <summary>The lists behind the page's numbers. Where no list counts just what a number counts, there is none.</summary>
internal sealed record StatisticsRows
{
    private readonly YearFigures _figures;
    private readonly BookPart _part;
    private readonly bool _readsAlike;

    private StatisticsRows(YearFigures figures, BookPart part, Rights rights)
    {
        (_figures, _part) = (figures, part);
        _readsAlike = rights.For(Deed.ReadOpinions).Equals(rights.For(Deed.ExportBooks)); // a deputy who is of the staff too reads more than the figures are of
        Period = figures.Period;
        All = part switch
        {
            { Deputy: not null } => Each,
            { Station: { } code } => new OpinionFilter { Station = code },
            { Unit: { } code } => Of(figures.Registers.Units.Single(unit => unit.Code == code)),
            _ when _readsAlike => Each,
            _ => figures.Registers switch
            {
                { Stations: [var only] } => Of(only),
                { Units: [var only] } => Of(only),
                _ => null,
            },
        };
    }

    /// <summary>Whose days they are.</summary>
    public BookPeriod Period { get; init; }

    /// <summary>All that the page is of.</summary>
    public OpinionFilter? All { get; }

    private OpinionFilter Each => _part.Deputy is null ? new OpinionFilter() : new OpinionFilter { DeputyId = _figures.Scope.Reach.Deputies.Single() };

    public static StatisticsRows Of(YearFigures figures, BookPart part, Rights rights) => new(figures, part, rights);

    public OpinionFilter Of(Station station) => Each with { Station = station.Code };

    public OpinionFilter? Of(LiaisonUnit unit) => _part.Deputy is not null || _figures.Registers.IsWhole(unit) || (_readsAlike && _part.Station is null) ? Each with { Unit = unit.Code } : null;

    /// <summary>Of one deputy; where the page is of another's opinions, no list is of both.</summary>
    public OpinionFilter? Of(int deputyId) => All is { } all && (all.DeputyId ?? deputyId) == deputyId ? all with { DeputyId = deputyId } : null;

    /// <summary>A number with the list of what it counts.</summary>
    public Counted Count(OpinionCounts counts, Measure measure, OpinionFilter? rows) => Count(counts[measure], measure, rows);

    public Counted Count(int count, Measure? measure, OpinionFilter? rows) => new(count, rows is null ? null : Addresses.Opinions(InDays(rows) with { Measure = measure }));

    /// <summary>Receptions, in the ledger of their days.</summary>
    public Counted Sessions(int count, OpinionFilter? rows) => new(
        count, rows is null or { DeputyId: not null } ? null : Addresses.Ledgers(new LedgerAddress(new LedgerFilter(Period.From, Period.Until, rows.Unit, rows.Station))));

    /// <summary>Those of a month, as far as it lies in the days.</summary>
    public OpinionFilter? In(DateOnly month) => All is { } all ? all with { From = Later(month, Period.From), To = Earlier(month.AddMonths(1).AddDays(-1), Period.Until) } : null;

    private OpinionFilter InDays(OpinionFilter rows) =>
        rows.From is not null ? rows : Period.Year is { } year ? rows with { Year = year } : rows with { From = Period.From, To = Period.Until };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
