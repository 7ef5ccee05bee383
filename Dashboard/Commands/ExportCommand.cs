using System.CommandLine;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>export --year Y --out FILE.xlsx [--voters-in-full]</c>: the year-end book of the whole district. Instead of the year <c>--from DAY --until DAY</c> or <c>--congress NAME</c>; of a part by <c>--unit</c>, <c>--station</c> or <c>--deputy CODE</c>.</summary>
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
        var command = new Command("export", "导出一年或一段时间的表册（Excel）。") { year, from, until, congress, unit, station, deputy, output, inFull };
        command.Validators.Add(result =>
        {
            var asked = new[] { result.GetResult(year) is not null, result.GetResult(from) is not null || result.GetResult(until) is not null, result.GetResult(congress) is not null };
            if (asked.Count(one => one) != 1 || result.GetResult(from) is null != result.GetResult(until) is null)
            {
                result.AddError("请写 --year，或者 --from 和 --until，或者 --congress，三样选一样。");
            }
        });
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var file = parsed.GetValue(output)!;
            if (!file.Directory!.Exists)
            {
                throw new RuleBrokenException($"没有文件夹“{file.Directory.FullName}”，请先建好，或改写 --out。");
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
