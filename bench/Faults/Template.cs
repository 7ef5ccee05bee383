using System.Net;
using System.Net.Sockets;

namespace VoterLiaison.Bench.Faults;

/// <summary>A data folder with the demonstration year, made once and copied for every run.</summary>
internal sealed class Template(string work)
{
    /// <summary>One that was free when the program began; a restarted app comes back to it.</summary>
    public static int Port { get; } = FreePort();

    private string Folder => Path.Combine(work, "template");

    public async Task MakeAsync()
    {
        Directory.CreateDirectory(work);
        using var site = BuiltSite.Start(Folder, Port, Path.Combine(work, "template.log"), [], "--environment=Development");
        if (!await site.IsUpAsync())
        {
            throw new InvalidOperationException($"The app does not start; see {work}/template.log.");
        }

        await site.EndAsync(BuiltSite.Terminate);
    }

    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
