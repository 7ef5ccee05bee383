using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>What keeps the program from its work, as a sentence for whoever started it. What nobody foresaw is none, and is shown as it is.</summary>
internal static class Refusal
{
    private const string Annotated = "with the error: '";

    /// <summary>The sentence; null where the exception is a mistake in the program.</summary>
    public static string? InWords(Exception exception) => exception switch
    {
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures.Select(OwnWords)),
        AggregateException several when several.InnerExceptions.All(one => one is OptionsValidationException) => string.Join(Environment.NewLine, several.InnerExceptions.Select(InWords)),
        InvalidDataException unreadable when unreadable.Message.Contains("appsettings", StringComparison.Ordinal) => $"设置文件读不懂，请检查逗号、引号和括号：{unreadable.InnerException?.Message ?? unreadable.Message}",
        IOException { InnerException: AddressInUseException } => "网站的地址已经被别的程序占用。请先停止它，或用 ASPNETCORE_URLS（或 --urls=）另选一个端口，如 http://localhost:5081。",
        FormatException written when written.Message.Contains("url", StringComparison.OrdinalIgnoreCase) => $"网站的地址写得不对（{written.Message}）。ASPNETCORE_URLS（或 --urls=）要写成 http://localhost:5080 这样。",
        SocketException closed => $"网站的地址用不了（{closed.Message}）。请检查 ASPNETCORE_URLS（或 --urls=）：地址要是本机的，1024 以下的端口要有权限。",
        RuleBrokenException or FolderInUseException or DataUnusableException or IOException or UnauthorizedAccessException or OperationCanceledException => exception.Message,
        DbException failed => $"数据库报错，没有办成：{failed.Message}",
        _ => null,
    };

    public static int ExitCodeOf(Exception exception) => exception is FolderInUseException ? CommandLine.FolderInUse : CommandLine.Refused;

    /// <summary>The framework wraps an English sentence around what a rule says.</summary>
    private static string OwnWords(string failure) =>
        failure.IndexOf(Annotated, StringComparison.Ordinal) is >= 0 and var at ? failure[(at + Annotated.Length)..].TrimEnd('.', '\'') : failure;
}
