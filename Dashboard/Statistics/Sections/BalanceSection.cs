using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>结转: what was brought in, taken in, concluded and is handed on, by the day it happened.</summary>
internal static class BalanceSection
{
    public static Figure Of(YearFigures figures, StatisticsRows rows)
    {
        var terms = BalanceWording.All(figures.Period).Select(word => new Term(word.Name, word.Definition)).ToList();
        var table = Places.Of(figures, rows, (stations, list) => Cells(figures.BalanceOf(stations), rows, list));
        return new Figure("balance", "结转",
        [
            new FigureTable("结转", [Places.Column, .. terms.Select(term => new FigureColumn(term))],
            [
                .. table, new FigureRow(new Term($"{(figures.Period.Year is null ? "上年同期" : "上年")}合计"), Cells(figures.BalanceBefore, rows with { Period = figures.Period.Before }, rows.All)) { Look = "before" },
            ]),
        ])
        {
            Unit = "件，按办理日期",
            Picture = new Bridge([.. terms.Zip([null, "＋", "－", "＝"], Cells(figures.Balance, rows, rows.All)).Select(pier => new BridgePier(pier.Second, pier.First, (Counted)pier.Third))]),
            Notes =
            [
                $"{BalanceSheet.Sum(figures.Period)}。",
                .. figures.Late is { } late ? [late.Line] : Array.Empty<string>(),
            ],
        };
    }

    private static IReadOnlyList<FigureCell> Cells(Balance balance, StatisticsRows rows, Opinions.OpinionFilter? list) =>
        [new Counted(balance.Opening, null), rows.Count(balance.Received, Measure.Collected, list), new Counted(balance.Concluded, null), new Counted(balance.Closing, null)];
}
