using System.CommandLine;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Closing;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>export --year Y --out FILE.xlsx [--voters-in-full]</c>: the year-end book of the whole district. Instead of the year <c>--from DAY --until DAY</c> or <c>--congress NAME</c>; of a part by <c>--unit</c>, <c>--station</c> or <c>--deputy CODE</c>. With <c>--frozen</c> the very bytes that were frozen when the year was closed.</summary>
internal static class ExportCommand
{
    private const string Extension = ".xlsx";

    public static Command Create(CommandHost host)
    {
        var year = Options.Year(required: false);
        var from = new Option<DateOnly?>("--from") { Description = "起始日期 yyyy-MM-dd，与 --until 同用，代替 --year" };
        var until = new Option<DateOnly?>("--until") { Description = "截止日期 yyyy-MM-dd，当天也算" };
        var congress = new Option<string?>("--congress") { Description = "从这次人代会到下一次，写会议名称（设置文件里要有它），代替 --year" };
        var unit = new Option<string?>("--unit") { Description = "只要这个街道（联组），写代码" };
        var station = new Option<string?>("--station") { Description = "只要这个家站，写代码" };
        var deputy = new Option<string?>("--deputy") { Description = "只要这位代表，写代表证号" };
        var output = new Option<FileInfo>("--out") { Description = "写到哪个 .xlsx 文件；已有的在新的写完以后才替换", Required = true };
        output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo>() is { } file && !file.Name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"--out 应是 {Extension} 文件。");
            }
        });
        var inFull = new Option<bool>("--voters-in-full") { Description = "选民姓名和电话写全文；不写这一项时只留姓氏和首尾几位" };
        var frozen = new Option<bool>("--frozen") { Description = "要封账时封存的那一册，一字不差；与 --year 同用，可加 --unit" };
        var command = new Command("export", "导出一年或一段时间的表册（Excel）。") { year, from, until, congress, unit, station, deputy, output, inFull, frozen };
        command.Validators.Add(result =>
        {
            var asked = new[] { result.GetResult(year) is not null, result.GetResult(from) is not null || result.GetResult(until) is not null, result.GetResult(congress) is not null };
            if (asked.Count(one => one) != 1 || result.GetResult(from) is null != result.GetResult(until) is null)
            {
                result.AddError("请写 --year，或者 --from 和 --until，或者 --congress，三样选一样。");
            }

            if (result.GetValue(frozen) && (result.GetResult(year) is null || result.GetResult(station) is not null || result.GetResult(deputy) is not null || result.GetValue(inFull)))
            {
                result.AddError("--frozen 与 --year 同用，可加 --unit；封存的表册没有家站、代表的，也没有写全文的。");
            }
        });
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var file = parsed.GetValue(output)!;
            if (!file.Directory!.Exists)
            {
                throw new RuleBrokenException($"没有文件夹“{file.Directory.FullName}”，请先建好，或改写 --out。");
            }

            if (parsed.GetValue(frozen))
            {
                await WriteFrozenAsync(services.GetRequiredService<ClosingDesk>(), parsed.GetValue(year), parsed.GetValue(unit), file.FullName, cancellationToken);
                return CommandLine.Done;
            }

            var part = new BookPart(parsed.GetValue(unit), parsed.GetValue(station), parsed.GetValue(deputy));
            var request = new BookRequest(Period(services), part, parsed.GetValue(inFull));
            await services.GetRequiredService<BookDesk>().WriteAsync(request, file.FullName, new ProgressOnError(), cancellationToken);
            await Console.Error.WriteLineAsync($"已写好：{file.FullName}");
            return CommandLine.Done;

            BookPeriod Period(IServiceProvider services) => parsed.GetValue(congress) is { } session
                ? CongressYears.Named(services.GetRequiredService<IOptions<LiaisonOptions>>().Value.CongressSessions, session, services.GetRequiredService<TimeProvider>().Today())
                : parsed.GetValue(from) is { } first ? BookPeriod.Between(first, parsed.GetValue(until)!.Value) : BookPeriod.OfYear(parsed.GetValue(year));
        }));
        return command;
    }

    /// <summary>The bytes as they were frozen; an older file is replaced only by all of them.</summary>
    private static async Task WriteFrozenAsync(ClosingDesk desk, int year, string? unit, string path, CancellationToken cancellationToken)
    {
        var book = await desk.FetchAsync(year, null, unit ?? Addresses.WholeDistrict, cancellationToken)
            ?? throw new RuleBrokenException(unit is null ? $"{year}年度没有封账，没有封存的表册。" : $"没有{year}年度封存的“{unit}”的表册。");
        var content = book.Content ?? throw new RuleBrokenException(book.DamagedInWords);
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllBytesAsync(unfinished, content, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        await Console.Error.WriteLineAsync($"已写好：{path}");
    }

    /// <summary>A line for each tenth, on standard error.</summary>
    private sealed class ProgressOnError : IProgress<YearBookProgress>
    {
        private int _tenths = -1;

        public void Report(YearBookProgress value)
        {
            if (value.Percent / 10 > _tenths)
            {
                _tenths = value.Percent / 10;
                Console.Error.WriteLine($"{value.Percent,3}%　{value.Rows}/{value.Of} 行");
            }
        }
    }
}
