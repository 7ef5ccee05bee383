namespace VoterLiaison.Dashboard.Submissions;

internal static class PublicLinks
{
    /// <summary>An address of this house as it is printed: under the public name the office set, or as this request came.</summary>
    public static string LinkTo(this HttpRequest request, string address, LiaisonOptions options) =>
        (options.PublicAddress.Length > 0 ? options.PublicAddress.TrimEnd('/') : $"{request.Scheme}://{request.Host}") + address;
}
