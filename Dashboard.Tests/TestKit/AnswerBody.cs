using System.Text.RegularExpressions;

namespace VoterLiaison.TestKit;

/// <summary>The body of an answer, to be compared with another.</summary>
public static partial class AnswerBody
{
    /// <summary>Without what is another one each time the same page is made: nonces, tokens, ids, what Blazor keeps for itself.</summary>
    public static string Lasting(this string body) => Changing().Replace(body, "");

    [GeneratedRegex("""<!--Blazor[^>]*-->|nonce="[^"]*"|value="CfDJ[^"]*"|\bid="[^"]*"|"(connectionId|connectionToken)":"[^"]*"|[0-9a-f-]{32,36}""")]
    private static partial Regex Changing();
}
