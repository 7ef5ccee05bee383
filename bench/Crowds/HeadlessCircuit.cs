using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace VoterLiaison.Bench.Crowds;

/// <summary>A browser's page without the browser: it opens the circuit that a served page asks for, answers its calls, and acknowledges each batch at once.</summary>
internal sealed class HeadlessCircuit : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<byte[]> _shown;
    private readonly long _opened = Stopwatch.GetTimestamp();
    private TaskCompletionSource? _next;
    private bool _ended;

    private HeadlessCircuit(HubConnection connection, Action<byte[]> shown)
    {
        (_connection, _shown) = (connection, shown);
        connection.On<int, byte[]>("JS.RenderBatch", ShowAsync);
        connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        connection.On<int>("JS.EndUpdateRootComponents", _ => _begun.TrySetResult());
        connection.On<string>("JS.Error", said => Failed(new InvalidOperationException(said)));
        connection.On<int, string>("JS.AttachComponent", (_, _) => { });
        connection.On<string, bool, string>("JS.EndInvokeDotNet", (_, _, _) => { });
        connection.Closed += why =>
        {
            Failed(why ?? new IOException("The circuit was closed."));
            return Task.CompletedTask;
        };
    }

    /// <summary>Bytes of the first screen's batches.</summary>
    public long FirstBytes { get; private set; }

    /// <summary>From connecting to the whole first screen, in milliseconds.</summary>
    public double Began { get; private set; }

    /// <summary>Why it ended, if it did without being asked to.</summary>
    public Exception? Fault { get; private set; }

    /// <param name="visitor">Whose circuit.</param>
    /// <param name="path">Of which page.</param>
    /// <param name="shown">Is handed each batch after the first screen.</param>
    public static async Task<HeadlessCircuit> OpenAsync(Visitor visitor, string path, Action<byte[]> shown)
    {
        var page = CircuitPage.Of(await visitor.Http.GetStringAsync(path));
        var builder = new HubConnectionBuilder().WithUrl(new Uri(visitor.Site, "/_blazor"), options =>
        {
            (options.SkipNegotiation, options.Transports, options.DefaultTransferFormat) = (true, HttpTransportType.WebSockets, TransferFormat.Binary);
            options.Headers.Add("Cookie", visitor.Cookies);
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var circuit = new HeadlessCircuit(builder.Build(), shown);
        await circuit._connection.StartAsync();
        if (await circuit._connection.InvokeAsync<string?>("StartCircuit", visitor.Site.ToString(), new Uri(visitor.Site, path).ToString(), "[]", page.State) is null)
        {
            throw new InvalidOperationException("The site opened no circuit.");
        }

        await circuit._connection.SendAsync("UpdateRootComponents", page.Operations, page.State);
        await circuit._begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        circuit.Began = Stopwatch.GetElapsedTime(circuit._opened).TotalMilliseconds;
        return circuit;
    }

    /// <summary>Follows a link within the site.</summary>
    /// <returns>From the click to the first batch that shows something of it, in milliseconds.</returns>
    public async Task<double> ClickAsync(Uri site, string path)
    {
        var begun = Stopwatch.GetTimestamp();
        var next = _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _connection.SendAsync("OnLocationChanged", new Uri(site, path).ToString(), null, true);
        await next.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    public ValueTask DisposeAsync()
    {
        _ended = true;
        return _connection.DisposeAsync();
    }

    private Task ShowAsync(int batch, byte[] content)
    {
        if (_begun.Task.IsCompleted)
        {
            _shown(content);
            _next?.TrySetResult();
        }
        else
        {
            FirstBytes += content.Length;
        }

        return _connection.SendAsync("OnRenderCompleted", (long)batch, null);
    }

    /// <summary>A script that does as it is told: what is imported is there, what is asked is answered by yes.</summary>
    private Task AnswerAsync(long call, string function, string arguments, int kind, long target, int how)
    {
        const int Reference = 1, Nothing = 3;
        return call == 0 ? Task.CompletedTask : _connection.SendAsync(
            "EndInvokeJSFromDotNet", call, true, $"[{call},true,{kind switch { Reference => "{\"__jsObjectId\":1}", Nothing => "null", _ => AnswerTo(function) }}]");
    }

    private static string AnswerTo(string function) => function is "open" or "mayLeave" ? "true" : "null";

    private void Failed(Exception why)
    {
        if (!_ended)
        {
            Fault ??= why;
            _begun.TrySetException(why);
        }
    }
}
