using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>What the libraries write by lot or by mistake in the frame's small parts, set right while they are copied.</summary>
internal static partial class FrameMending
{
    public const string ContentTypes = "[Content_Types].xml";

    /// <summary>The properties' part is named by a fresh GUID; the same book shall give the same bytes.</summary>
    public static string PartName(string name) => ChanceName().Replace(name, "core");

    public static bool Concerns(string partName) => partName is ContentTypes or "_rels/.rels" or "xl/workbook.xml";

    public static string Text(string xml)
    {
        var number = 0;
        xml = ChanceId().Replace(PartName(xml), _ => $"\"R{++number}\"");
        return RelativeRows().Replace(xml, "!$$$1:$$$2<"); // LibreOffice repeats a header on every page only when its rows are absolute
    }

    [GeneratedRegex(@"[0-9a-f]{32}(?=\.psmdcp)")]
    private static partial Regex ChanceName();

    [GeneratedRegex("\"R[0-9a-f]{16}\"")]
    private static partial Regex ChanceId();

    [GeneratedRegex("!([0-9]+):([0-9]+)<")]
    private static partial Regex RelativeRows();
}
