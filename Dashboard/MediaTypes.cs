namespace VoterLiaison.Dashboard;

/// <summary>What a file is called on its way, where the framework has no name for it.</summary>
internal static class MediaTypes
{
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
