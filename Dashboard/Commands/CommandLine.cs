using System.CommandLine;
using System.Globalization;
using System.Text;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>The command line: no verb serves the app; a verb does one piece of work and ends.</summary>
/// <remarks>Exit codes: 0 done; 1 refused or found wrong, with the reason on standard error; 2 wrong usage; 3 another process holds the data folder.</remarks>
public static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    /// <summary>Another process serves from the data folder.</summary>
    public const int FolderInUse = 3;

    public static Task<int> RunAsync(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
            CultureInfo.GetCultureInfo("zh-CN");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // GB18030, for ledgers

        // Settings before the verb (--environment=Development) belong to the host.
        var settings = args.TakeWhile(arg => arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=')).ToArray();
        return args.Length == settings.Length ? ServeCommand.ServeAsync(settings) : RunVerbAsync(settings, args[settings.Length..]);
    }

    private static async Task<int> RunVerbAsync(string[] settings, string[] verb)
    {
        var parsed = Parse(settings, verb);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(ChineseUsage.Problem(error));
            }

            await Console.Error.WriteLineAsync("用法请看 --help。");
            return WrongUsage;
        }

        if (ChineseUsage.Help(parsed) is { } help)
        {
            await Console.Out.WriteAsync(help);
            return Done;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    internal static ParseResult Parse(string[] settings, string[] verb)
    {
        var host = new CommandHost(settings);
        var root = new RootCommand("代表联系选民工作台。不带命令即启动网站；带命令则办一件事后结束。")
        {
            ServeCommand.Create(settings),
            ImportCommand.Create(host),
            CountsCommand.Create(host),
            ExportCommand.Create(host),
            ClosingsCommand.Create(host),
            CloseYearCommand.Create(host),
            ReopenYearCommand.Create(host),
            VerifyCommand.Create(host),
            BackupCommand.Create(host),
            RestoreCommand.Create(host),
            SeedCommand.Create(host),
            AccountsCommand.Create(host),
            DisplayKeysCommand.Create(host),
            VotersCommand.Create(host),
        };
        ChineseUsage.DescribeStandardOptions(root);
        return root.Parse(verb);
    }
}
