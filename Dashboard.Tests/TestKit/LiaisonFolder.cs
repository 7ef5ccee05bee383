namespace VoterLiaison.TestKit;

/// <summary>A data folder of a test's own, gone with it.</summary>
public sealed class LiaisonFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("liaison-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
