using System.CommandLine;
using System.Text.Json;
using VoterLiaison.Dashboard.Closing;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>closings [--json]</c>: every closing of a year, standing or reopened, with the SHA-256 of its frozen books.</summary>
internal static class ClosingsCommand
{
    public static Command Create(CommandHost host)
    {
        var json = Options.Json();
        var command = new Command("closings", "列出历次年度封账：第几次、数据截至、封账截止、SHA-256。") { json };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var closings = await services.GetRequiredService<ClosingQueries>().ClosingsAsync(cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(closings.Select(Line), JsonOutput.Options) : InWords(closings));
            return CommandLine.Done;
        }));
        return command;
    }

    private static object Line(ClosingWithBooks one) => new
    {
        one.Closing.Year,
        one.Closing.Edition,
        one.Closing.AsOf,
        one.Closing.CutOffOn,
        one.Closing.ClosedBy,
        one.Closing.ClosedAt,
        one.Closing.ReopenedAt,
        one.Closing.ReopenedBy,
        one.Closing.ReopenedWhy,
        Books = one.Books.Select(book => new { book.Title, book.Rows, book.Size, book.Sha256 }),
    };

    private static string InWords(IReadOnlyList<ClosingWithBooks> closings) => string.Join(
        Environment.NewLine,
        closings
            .Select(one => $"{one.Closing.Year}\t{one.Closing.Edition}\t{ChinaTime.At(one.Closing.AsOf):yyyy-MM-dd HH:mm:ss}\t{one.Closing.CutOffOn:yyyy-MM-dd}\t{one.Closing.ClosedBy}\t{Reopened(one.Closing)}\t{one.Books[0].Sha256}")
            .Prepend("年度\t次\t数据截至\t封账截止\t封账人\t重开\t全区表册的 SHA-256"));

    private static string Reopened(ClosingRow closing) => closing.ReopenedAt is { } at ? $"{ChinaTime.At(at):yyyy-MM-dd HH:mm} {closing.ReopenedBy}：{closing.ReopenedWhy}" : "";
}
