using VoterLiaison.Dashboard.Registers;

namespace VoterLiaison.Dashboard;

/// <content>名册: units and stations, deputies, electoral districts, organs, and the sheets with their QR codes.</content>
public static partial class Addresses
{
    public const string RegistersPattern = "/registers";
    public const string DeputyRegisterPattern = "/registers/deputies";
    public const string DistrictRegisterPattern = "/registers/districts";
    public const string OrganRegister = "/registers/organs";

    /// <summary>Taking over a roster, and its template.</summary>
    public const string RosterImport = "/registers/deputies/import";
    public const string RosterTemplate = "/registers/deputies/template.xlsx";

    /// <summary>The homes and stations, of one unit if asked.</summary>
    public static string Registers(string? unit = null) => With(RegistersPattern, ("unit", unit));

    /// <summary>The deputies, as far as the list asks.</summary>
    public static string DeputyRegister(DeputyAddress? list = null) => $"{DeputyRegisterPattern}{list?.Query}";

    /// <summary>The electoral districts, of one unit if asked.</summary>
    public static string DistrictRegister(string? unit = null) => With(DistrictRegisterPattern, ("unit", unit));

    /// <summary>A4 with the QR code under which voters write to a station.</summary>
    public static string StationSheet(string code) => $"{RegistersPattern}/stations/{Uri.EscapeDataString(code)}/sheet";

    /// <summary>A4 with the QR code under which voters write to a deputy.</summary>
    public static string DeputySheet(string code) => $"{DeputyRegisterPattern}/{Uri.EscapeDataString(code)}/sheet";
}
