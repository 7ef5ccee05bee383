using System.CommandLine;
using System.Text.Json;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>counts --year Y [--json]</c>: the board's numbers, by the same queries.</summary>
internal static class CountsCommand
{
    public static Command Create(CommandHost host)
    {
        var year = Options.Year();
        var json = Options.Json();
        var command = new Command("counts", "各家站一年的收集、转交、答复、反馈、待反馈、逾期件数。") { year, json };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var counts = await CountAsync(services, parsed.GetValue(year), cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(counts, JsonOutput.Options) : InWords(counts));
            return CommandLine.Done;
        }));
        return command;
    }

    private static async Task<YearTable> CountAsync(IServiceProvider services, int year, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var asOf = clock.GetUtcNow().UtcDateTime;
        var byStation = await services.GetRequiredService<CountQueries>().ByStationAsync(year, clock.Today(), cancellationToken);
        var units = await services.GetRequiredService<StationDirectory>().ByUnitAsync(Reach.All, cancellationToken);
        return new YearTable(
            year,
            asOf,
            [
                .. from unit in units
                   from station in unit.Stations
                   let counts = byStation.GetValueOrDefault(station.Id, OpinionCounts.None)
                   select new StationLine(
                       station.Code, station.Name, unit.Unit.ShortName,
                       counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack, counts.AwaitingFeedback, counts.Overdue),
            ],
            TotalLine.Of(OpinionCounts.Sum(byStation.Values)));
    }

    private static string InWords(YearTable table) => string.Join(
        Environment.NewLine,
        table.Stations
            .Select(line => $"{line.Code}\t{line.Name}\t{line.Collected}\t{line.Forwarded}\t{line.Answered}\t{line.FedBack}\t{line.AwaitingFeedback}\t{line.Overdue}")
            .Prepend("代码\t家站\t收集\t转交\t答复\t反馈\t待反馈\t逾期")
            .Append($"\t合计\t{table.Total.Collected}\t{table.Total.Forwarded}\t{table.Total.Answered}\t{table.Total.FedBack}\t{table.Total.AwaitingFeedback}\t{table.Total.Overdue}"));

    private sealed record YearTable(int Year, DateTime AsOf, IReadOnlyList<StationLine> Stations, TotalLine Total);

    private sealed record StationLine(string Code, string Name, string Unit, int Collected, int Forwarded, int Answered, int FedBack, int AwaitingFeedback, int Overdue);

    private sealed record TotalLine(int Collected, int Forwarded, int Answered, int FedBack, int AwaitingFeedback, int Overdue)
    {
        public static TotalLine Of(OpinionCounts counts) =>
            new(counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack, counts.AwaitingFeedback, counts.Overdue);
    }
}
