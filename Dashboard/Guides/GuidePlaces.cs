namespace VoterLiaison.Dashboard.Guides;

/// <summary>Which section speaks of which page. Every page stands here, by its route.</summary>
internal static class GuidePlaces
{
    /// <summary>The sections by their anchors, the best first; a guide that has none of them says nothing about the page.</summary>
    private static readonly Dictionary<string, string[]> _sections = new()
    {
        ["/"] = ["board"],
        ["/opinions"] = ["opinions"],
        ["/opinions/{Number}"] = ["opinion", "opinions"],
        ["/opinions/{Number}/print"] = ["opinion", "opinions"],
        ["/opinions/{Number}/receipt"] = ["submissions"],
        ["/submissions"] = ["submissions"],
        ["/submissions/{Id:int}"] = ["submissions"],
        ["/notices"] = ["notices"],
        ["/notices/of/{Number}"] = ["notices"],
        ["/chasing"] = ["chasing"],
        ["/chasing/organs/{Id:int}/print"] = ["chasing"],
        ["/chasing/deputies/{Id:int}/print"] = ["chasing"],
        ["/sessions"] = ["sessions"],
        ["/sessions/{Id:int}"] = ["sessions"],
        ["/sessions/ledgers"] = ["ledgers"],
        ["/plans"] = ["plans"],
        ["/plans/{Id:int}"] = ["plans"],
        ["/topics"] = ["plans"],
        ["/topics/{Id:int}"] = ["plans"],
        ["/reception"] = ["reception", "collecting"],
        ["/performance"] = ["performance"],
        ["/deputies/{Code}/file/{Year:int}"] = ["performance"],
        ["/deputies/{Code}/report/{Year:int}"] = ["performance"],
        ["/inquiries"] = ["inquiries"],
        ["/inquiries/{Id:int}"] = ["inquiries"],
        ["/deputies/{Code}"] = ["for-deputies", "waiting"],
        ["/deputies/{Code}/tell/{Number}"] = ["for-deputies", "telling"],
        ["/registers"] = ["registers"],
        ["/registers/organs"] = ["registers"],
        ["/registers/districts"] = ["registers"],
        ["/registers/deputies"] = ["registers"],
        ["/registers/deputies/import"] = ["registers"],
        ["/registers/stations/{Code}/sheet"] = ["registers"],
        ["/registers/deputies/{Code}/sheet"] = ["registers"],
        ["/imports"] = ["imports"],
        ["/books"] = ["books"],
        ["/statistics"] = ["statistics"],
        ["/closing"] = ["closing"],
        ["/calendar"] = ["calendar"],
        ["/calendar-feeds"] = ["feeds"],
        ["/accounts"] = ["accounts"],
        ["/display-keys"] = ["display-keys"],
        ["/audit"] = ["audit"],
        ["/upkeep"] = ["upkeep"],
        ["/wall/door"] = ["wall-door"],
        ["/my"] = ["waiting"],
        ["/my/tell/{Number}"] = ["telling"],
        ["/my/sessions"] = ["receptions"],
        ["/my/collect"] = ["collecting"],
        ["/my/year"] = ["year"],
        ["/my/year/print"] = ["year"],
        ["/my/year/report/{Year:int}"] = ["year"],
        ["/my/inquiries"] = ["inquiries"],
        ["/my/inquiries/{Id:int}"] = ["inquiries"],
        ["/sign-in"] = ["sign-in"],
        ["/sign-in/code"] = ["second-factor"],
        ["/sign-in/help"] = ["sign-in"],
        ["/account"] = ["own-account"],
        ["/account/password"] = ["password"],
        ["/account/second-factor"] = ["second-factor"],
        ["/account/passkeys"] = ["passkeys"],
        ["/help"] = ["numbers"],
        ["/help/{Name}"] = ["numbers"],
        ["/error"] = ["trouble"],
        ["/not-found"] = ["trouble"],
        [Addresses.PublicHome] = ["doors"],
        [Addresses.PublicHelp] = ["doors"],
        [Addresses.PublicElsewherePattern] = ["doors"],
        [Addresses.PublicStationsPattern] = ["finding"],
        [Addresses.PublicDeputiesPattern] = ["finding"],
        [Addresses.PublicSchedulePattern] = ["schedule"],
        [Addresses.PublicSpeakPattern] = ["speaking"],
        [Addresses.PublicReceipt] = ["looking-up"],
        [Addresses.PublicAccepted] = ["speaking"],
        [Addresses.PublicPrivacy] = ["privacy"],
        [Addresses.PublicNoticesPattern] = ["published"],
        [Addresses.PublicFiguresPattern] = ["published"],
        [Addresses.PublicReportsPattern] = ["published"],
        [Addresses.PublicReportPattern] = ["published"],
    };

    public static IReadOnlyCollection<string> Routes => _sections.Keys;

    public static bool IsPublic(string path) => path == Addresses.PublicHome || path.StartsWith($"{Addresses.PublicHome}/", StringComparison.Ordinal);

    /// <param name="path">Of a page that is open.</param>
    public static IReadOnlyList<string> SectionsOf(string path) =>
        _sections.Where(place => Leads(place.Key, path)).OrderBy(place => place.Key.Count(letter => letter is '{')).Select(place => place.Value).FirstOrDefault() ?? [];

    /// <summary>A part in braces stands for any; with a star, for all that follows.</summary>
    private static bool Leads(string route, string path)
    {
        var (of, at) = (route.Split('/'), path.Split('/'));
        return of[^1].StartsWith("{*", StringComparison.Ordinal) ? path.StartsWith(route[..route.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal)
            : of.Length == at.Length && of.Zip(at).All(pair => pair.First.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}
