using System.Globalization;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What a voter has filled in so far; it stands in the form again whenever something is still missing.</summary>
public sealed record SpeakForm
{
    /// <summary>In bytes, for the whole request: three large photos, so that one that is too large is refused in words.</summary>
    public const int LargestRequest = 96 * 1024 * 1024;

    public const int MostPhotos = 3;

    private const string Station = "s";
    private const string Deputy = "d";

    public string Words { get; init; } = "";

    public int? CategoryId { get; init; }

    public SubmissionKind Kind { get; init; } = SubmissionKind.Opinion;

    public int? StationId { get; init; }

    public int? DeputyId { get; init; }

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public bool Consented { get; init; }

    /// <summary>A field nobody sees; a program fills it in.</summary>
    public string Trap { get; init; } = "";

    public string Ticket { get; init; } = "";

    /// <summary>It came from a page that could not be told to be ours, and was asked for once more.</summary>
    public bool AskedAgain { get; init; }

    /// <summary>Whom it goes to, as the form's list writes it; empty where nobody was chosen.</summary>
    public string To => DeputyId is { } deputy ? ToDeputy(deputy) : StationId is { } station ? ToStation(station) : "";

    public static string ToStation(int id) => Station + id.ToString(CultureInfo.InvariantCulture);

    public static string ToDeputy(int id) => Deputy + id.ToString(CultureInfo.InvariantCulture);

    public static SpeakForm Read(IFormCollection sent) => new()
    {
        Words = SpokenText.Of(sent["own"]),
        CategoryId = Number(sent["cat"]),
        Kind = sent["kind"] == "inquiry" ? SubmissionKind.Inquiry : SubmissionKind.Opinion,
        StationId = Number(sent["to"], Station),
        DeputyId = Number(sent["to"], Deputy),
        Name = SpokenText.Line(sent["nm"]),
        Phone = SpokenText.Line(sent["tl"]),
        Consented = sent["ok"] == "yes",
        Trap = sent["website"].ToString(),
        Ticket = sent["ticket"].ToString(),
        AskedAgain = sent["again"] == "yes",
    };

    private static int? Number(string? written, string after = "") =>
        written?.StartsWith(after, StringComparison.Ordinal) is true && int.TryParse(written[after.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
