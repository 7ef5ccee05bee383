using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using VoterLiaison.Bench.Crowds;
using VoterLiaison.Bench.Site;

namespace VoterLiaison.Bench.Paint;

/// <summary>The program itself, started as an office starts it, over the folder of a site that has ended.</summary>
internal static class ColdStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="site">It is ended first.</param>
    /// <param name="visitor">Somebody signed in there.</param>
    /// <param name="program">The program's assembly, where it was published to.</param>
    /// <returns>Seconds from the start of the process to a whole board for somebody already signed in, and the megabytes it holds then.</returns>
    public static async Task<(double Seconds, double Megabytes)> MeasureAsync(SiteProcess site, Visitor visitor, string program)
    {
        await site.StopAsync();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var begun = Stopwatch.GetTimestamp();
        string[] words = [program, $"--Liaison:DataDirectory={site.Folder}", $"--urls={address}", "--environment=Production"];
        using var started = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
            http.DefaultRequestHeaders.Add("Cookie", visitor.Cookies);
            http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            while (!await IsBoardAsync(http))
            {
                if (Stopwatch.GetElapsedTime(begun) > Patience)
                {
                    throw new InvalidOperationException($"The program showed no board: {await started.StandardError.ReadToEndAsync()}");
                }

                await Task.Delay(20);
            }

            return (Stopwatch.GetElapsedTime(begun).TotalSeconds, Used.Of(started.Id));
        }
        finally
        {
            started.Kill();
            await started.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsBoardAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/");
            return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains("class=\"units\"", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
