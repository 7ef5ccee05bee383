using System.Globalization;
using VoterLiaison.Dashboard.Audit;
using VoterLiaison.Dashboard.Opinions;

namespace VoterLiaison.Dashboard;

/// <summary>Every address of the house, so that a link and the page it leads to cannot drift apart.</summary>
public static class Addresses
{
    public const string NotFound = "/not-found";
    public const string Error = "/error";
    public const string Help = "/help";
    public const string Keying = "/reception";
    public const string Imports = "/imports";
    public const string ImportNotesPattern = "/imports/{run:guid}/notes.csv";
    public const string Books = "/books";

    /// <summary>Answers whether anybody is signed in, for a page that lost its connection.</summary>
    public const string Session = "/session";
    public const string SignInPattern = "/sign-in";
    public const string SecondStep = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string OwnAccount = "/account";
    public const string OwnPassword = "/account/password";
    public const string OwnSecondFactor = "/account/second-factor";
    public const string OwnPasskeys = "/account/passkeys";
    public const string Accounts = "/accounts";
    public const string DisplayKeys = "/display-keys";
    public const string Audit = "/audit";
    public const string AuditExport = "/audit/export";

    /// <summary>The sign-in, and where it leads afterwards.</summary>
    public static string SignIn(string? returnTo = null) => With(SignInPattern, ("return", returnTo is null or "/" ? null : returnTo));

    public static string Book(string name) => $"{Books}/{Uri.EscapeDataString(name)}";

    public static string Board(int? year = null) => With("/", ("year", Text(year)));

    public static string Opinions(string? q = null) => With("/opinions", ("q", q));

    public static string Opinions(OpinionFilter filter) => Opinions(new OpinionAddress { Filter = filter });

    public static string Opinions(OpinionAddress list) => $"/opinions{list.Query}";

    /// <summary>One opinion, opened from a list at a place (from 1), so that the way back and to its neighbours is known.</summary>
    public static string Opinion(string number, OpinionAddress list, int place) =>
        With(Opinion(number), ("list", list.Query), ("place", place.ToString(CultureInfo.InvariantCulture)));

    public static string Opinion(string number) => $"/opinions/{Uri.EscapeDataString(number)}";

    public static string OpinionPrint(string number) => $"{Opinion(number)}/print";

    /// <summary>An import under way.</summary>
    public static string Import(Guid run) => With(Imports, ("run", run.ToString("N")));

    /// <summary>All that its report says about single rows, as a file.</summary>
    public static string ImportNotes(Guid run) => $"{Imports}/{run:N}/notes.csv";

    /// <summary>The audit log, as far as a list of it goes.</summary>
    public static string AuditLog(AuditAddress list) => $"{Audit}{list.Query}";

    /// <summary>What the list finds, as an Excel file.</summary>
    public static string AuditBook(AuditAddress list) => $"{AuditExport}{(list with { Page = 1 }).Query}";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = path;
        var join = '?';
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                address += $"{join}{name}={Uri.EscapeDataString(value)}";
                join = '&';
            }
        }

        return address;
    }
}
