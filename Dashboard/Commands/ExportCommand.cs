using System.CommandLine;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>export --year Y --out FILE.xlsx [--voters-in-full]</c>: the year-end book of the whole district.</summary>
internal static class ExportCommand
{
    private const string Extension = ".xlsx";

    public static Command Create(CommandHost host)
    {
        var year = Options.Year();
        var output = new Option<FileInfo>("--out") { Description = "写到哪个 .xlsx 文件；已有的在新的写完以后才替换", Required = true };
        output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo>() is { } file && !file.Name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"--out 应是 {Extension} 文件。");
            }
        });
        var inFull = new Option<bool>("--voters-in-full") { Description = "选民姓名和电话写全文；不写这一项时只留姓氏和首尾几位" };
        var command = new Command("export", "导出一年的年度表册（Excel）。") { year, output, inFull };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var file = parsed.GetValue(output)!;
            if (!file.Directory!.Exists)
            {
                throw new RuleBrokenException($"没有文件夹“{file.Directory.FullName}”，请先建好，或改写 --out。");
            }

            await services.GetRequiredService<BookDesk>().WriteAsync(parsed.GetValue(year), parsed.GetValue(inFull), file.FullName, new ProgressOnError(), cancellationToken);
            await Console.Error.WriteLineAsync($"已写好：{file.FullName}");
            return CommandLine.Done;
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
