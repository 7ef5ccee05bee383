using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>
/// The styles as a browser gets them: one sheet for those who work here and one for the voters' pages, put together from a file for each room, compressed
/// once and kept for ever. Twenty-odd sheets cost a browser as many requests, and compress by themselves to half as much again.
/// </summary>
public sealed class StyleSheets(IWebHostEnvironment environment)
{
    internal const string StaffPath = "/css/house.css";
    internal const string VotersPath = "/css/voters.css";

    private const string MudBlazor = "_content/MudBlazor/MudBlazor.min.css";
    private const string Print = "css/print.css";

    private readonly Lock _making = new();
    private readonly Dictionary<string, Sheet> _sheets = [];

    /// <summary>In their order: what comes later wins.</summary>
    internal static IReadOnlyList<string> StaffFiles { get; } =
    [
        MudBlazor, "css/tokens.css", "css/mudblazor.css", "css/app.css", "css/board.css", "css/opinions.css", "css/keys.css", "css/chasing.css", "css/imports.css", "css/calendar.css", "css/closing.css", "css/feeds.css",
        "css/door.css", "css/accounts.css", "css/audit.css", "css/upkeep.css", "css/notices.css", "css/performance.css", "css/plans.css", "css/sessions.css", "css/people.css", "css/registers.css", "css/submissions.css",
        "css/speak.css", "css/guide.css", Print, "css/statistics.css",
    ];

    internal static IReadOnlyList<string> VotersFiles { get; } = ["css/tokens.css", "css/app.css", "css/people.css", "css/public.css", "css/guide.css", "css/speak.css"];

    public string Staff => $"{StaffPath}?v={Of(StaffPath).Mark}";

    public string Voters => $"{VotersPath}?v={Of(VotersPath).Mark}";

    internal Task SendAsync(HttpContext http)
    {
        var sheet = Of(http.Request.Path.Value!);
        var compressed = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        http.Response.ContentType = "text/css; charset=utf-8";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (compressed)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        var bytes = compressed ? sheet.Compressed : sheet.Plain;
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, 0, bytes.Length, http.RequestAborted);
    }

    /// <summary>While the house is being built on, a file that changed makes another sheet.</summary>
    private Sheet Of(string path)
    {
        lock (_making)
        {
            if (_sheets.TryGetValue(path, out var made) && !environment.IsDevelopment())
            {
                return made;
            }

            var text = Text(path == StaffPath ? StaffFiles : VotersFiles);
            return made is not null && made.IsOf(text) ? made : _sheets[path] = new Sheet(text);
        }
    }

    private byte[] Text(IEnumerable<string> files) => Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file =>
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(file).CreateReadStream());
        var text = reader.ReadToEnd();
        return file switch
        {
            MudBlazor => MudStyles.Of(text),
            Print => $"@media print {{{text}}}",
            _ => text,
        };
    })));

    private sealed class Sheet
    {
        public Sheet(byte[] plain)
        {
            Plain = plain;
            Mark = MarkOf(plain);
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
            {
                brotli.Write(plain);
            }

            Compressed = compressed.ToArray();
        }

        public byte[] Plain { get; }

        public byte[] Compressed { get; }

        public string Mark { get; }

        public bool IsOf(byte[] plain) => Mark == MarkOf(plain);

        private static string MarkOf(byte[] plain) => Convert.ToHexStringLower(SHA256.HashData(plain))[..10];
    }
}
