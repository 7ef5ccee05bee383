using System.CommandLine;
using System.Text.Json;
using VoterLiaison.Dashboard.Imports;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>import FILE [--station CODE] [--sheet NAME] [--mapping NAME] [--dry-run] [--year Y] [--skip-refused] [--json]</c>; <c>import --list</c>; <c>import --undo BATCH</c>.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "台账，.xlsx 或 .csv", Arity = ArgumentArity.ZeroOrOne };
        var station = new Option<string?>("--station") { Description = "登记到哪个家站（代码）；不写时各行登记到台账“家站”一栏所写的家站" };
        var sheet = new Option<string?>("--sheet") { Description = "读哪张工作表；不写时读最像台账的一张" };
        var mapping = new Option<string?>("--mapping") { Description = "照在导入页面上记住的哪一份列的对应来读（名称）" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只核对，不写入" };
        var year = new Option<int?>("--year") { Description = "没有写年份的日期（3月5日）属于哪一年" };
        var skipRefused = new Option<bool>("--skip-refused") { Description = "有不能登记的行时，登记其余的行；不写则整份不登记" };
        var undo = new Option<int?>("--undo") { Description = "撤销第几批导入" };
        var list = new Option<bool>("--list") { Description = "列出各批导入" };
        var json = Options.Json();
        var command = new Command("import", "导入原有台账；也列出和撤销各批导入。") { file, station, sheet, mapping, dryRun, year, skipRefused, undo, list, json };
        command.Validators.Add(result =>
        {
            var works = new[] { result.GetResult(file)?.Tokens.Count > 0, result.GetValue(undo) is not null, result.GetValue(list) }.Count(asked => asked);
            if (works != 1)
            {
                result.AddError("请写明一件事：台账文件、--list 或 --undo 批号。");
            }
            else if (result.GetValue(file) is { Exists: false } ledger)
            {
                result.AddError($"没有找到文件 {ledger.FullName}。");
            }
        });
        command.SetAction((parsed, cancellationToken) => host.RunAsync(services =>
            parsed.GetValue(file) is { } ledger
                ? TakeOverAsync(
                    services,
                    new Work(ledger, parsed.GetValue(station) ?? ImportDesk.AsWritten, parsed.GetValue(sheet), parsed.GetValue(mapping), parsed.GetValue(year), parsed.GetValue(dryRun), parsed.GetValue(skipRefused), parsed.GetValue(json)),
                    cancellationToken)
                : parsed.GetValue(undo) is { } batch
                    ? UndoAsync(services, batch, parsed.GetValue(json), cancellationToken)
                    : ListAsync(services, parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static async Task<int> TakeOverAsync(IServiceProvider services, Work work, CancellationToken cancellationToken)
    {
        try
        {
            var desk = services.GetRequiredService<ImportDesk>();
            var progress = new ProgressOnStandardError();
            var content = await File.ReadAllBytesAsync(work.Ledger.FullName, cancellationToken);
            var file = await LedgerFile.OpenAsync(new MemoryStream(content, writable: false), work.Ledger.Name, cancellationToken);
            var choice = work.Mapping is { } mapping
                ? services.GetRequiredService<ImportMappings>().ChoiceFor(LedgerSheets.Look(file), work.Sheet, mapping)
                : new LedgerChoice(work.Sheet);
            var reading = LedgerReading.Of(file, content, choice, work.Year, progress, cancellationToken);
            var report = work.DryRun
                ? await desk.TryAsync(reading, work.Station, progress, cancellationToken)
                : await desk.WriteAsync(reading, work.Station, work.SkipRefused, progress, cancellationToken);
            progress.End();

            Console.Out.WriteLine(work.Json ? JsonSerializer.Serialize(report, JsonOutput.Options) : ImportInWords.Of(report, work.DryRun));
            return report.Refused.Count > 0 && report.BatchId is null && !work.SkipRefused ? CommandLine.Refused : CommandLine.Done;
        }
        catch (LedgerRefusedException refused)
        {
            throw new RuleBrokenException(refused.Message);
        }
    }

    private static async Task<int> UndoAsync(IServiceProvider services, int batch, bool json, CancellationToken cancellationToken)
    {
        var opinions = await services.GetRequiredService<ImportDesk>().UndoAsync(batch, cancellationToken);
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(new { batch, opinions }, JsonOutput.Options) : $"已撤销第 {batch} 批导入，收回 {opinions:N0} 件。用过的编号不再使用。");
        return CommandLine.Done;
    }

    private static async Task<int> ListAsync(IServiceProvider services, bool json, CancellationToken cancellationToken)
    {
        var batches = await services.GetRequiredService<ImportQueries>().BatchesAsync(cancellationToken);
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(batches, JsonOutput.Options) : string.Join(
            Environment.NewLine,
            batches.Select(batch => $"{batch.Id}\t{ChinaTime.At(batch.ImportedAt):yyyy-MM-dd HH:mm}\t{batch.Station}\t{batch.FileName}\t{batch.Opinions}\t{batch.ImportedBy}\t{(batch.UndoneAt is { } undone ? $"{ChinaTime.At(undone):yyyy-MM-dd HH:mm} 由{batch.UndoneBy}撤销" : "")}")
                .Prepend("批\t导入时间\t家站\t文件\t件数\t导入人\t撤销")));
        return CommandLine.Done;
    }

    private sealed record Work(FileInfo Ledger, string Station, string? Sheet, string? Mapping, int? Year, bool DryRun, bool SkipRefused, bool Json);

    /// <summary>One line that is written over in a terminal; one line for each piece of work elsewhere.</summary>
    private sealed class ProgressOnStandardError : IProgress<ImportProgress>
    {
        private bool _open;

        public void Report(ImportProgress value)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.Write($"\r{Said(value)}　　");
                _open = true;
            }
            else if (value.Done == value.Total)
            {
                Console.Error.WriteLine(Said(value));
            }
        }

        public void End()
        {
            if (_open)
            {
                Console.Error.WriteLine();
            }
        }

        private static string Said(ImportProgress value) => value.Total is { } total ? $"{value.Doing} {value.Done:N0} / {total:N0}" : $"{value.Doing} {value.Done:N0} 行";
    }
}
