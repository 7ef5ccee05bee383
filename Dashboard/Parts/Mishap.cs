using System.Security.Cryptography;

namespace VoterLiaison.Dashboard.Parts;

/// <summary>An error nobody foresaw: the log gets the whole of it, the reader a number by which it can be found there.</summary>
internal static partial class Mishap
{
    public static string Report(ILogger logger, Exception? exception)
    {
        var number = Convert.ToHexString(RandomNumberGenerator.GetBytes(3));
        Happened(logger, exception, number);
        return number;
    }

    public static string InWords(string number) => $"没有办成。编号 {number}，请稍后再试或联系管理员。";

    [LoggerMessage(Level = LogLevel.Error, Message = "Mishap {Number}")]
    private static partial void Happened(ILogger logger, Exception? exception, string number);
}
