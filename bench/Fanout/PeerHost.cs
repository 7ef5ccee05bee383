using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoterLiaison.Bench.House;
using VoterLiaison.Bench.Site;

namespace VoterLiaison.Bench.Fanout;

/// <summary>Servers that do nothing but send the same bytes to everybody who is connected. Order: <c>sends PER_SECOND SECONDS BYTES</c>.</summary>
internal static class PeerHost
{
    public const string Name = "peer";
    public const string Tcp = "bare TCP";
    public const string WebSockets = "bare WebSocket";
    public const string Awaited = "bare WebSocket, one after another";
    public const string SignalR = "SignalR Clients.All";

    private const byte End = 0x1E;

    private static readonly ConcurrentDictionary<object, Func<ReadOnlyMemory<byte>, Task>> Clients = [];

    public static async Task<int> RunAsync(Words words)
    {
        var kind = words.Required("--kind");
        Func<string, Task> send = kind switch
        {
            Tcp => ServeTcp(),
            WebSockets => await ServeAsync(words, message => Task.WhenAll(Clients.Values.Select(client => client(Framed(message))))),
            Awaited => await ServeAsync(words, InTurnAsync),
            SignalR => await ServeAsync(words, null),
            _ => throw new InvalidOperationException($"No such peer: {kind}"),
        };
        while (await Console.In.ReadLineAsync() is { } order)
        {
            var numbers = order.Split(' ')[1..].Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            await SendAsync(send, numbers[0], numbers[1], (int)numbers[2]);
        }

        Environment.Exit(0);
        return 0;
    }

    /// <summary>The next is due on time, and goes out as soon as the last has gone to everybody.</summary>
    private static async Task SendAsync(Func<string, Task> send, double perSecond, double seconds, int bytes)
    {
        var message = $"CountsChanged{new string('x', Math.Max(0, bytes - 14))}";
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        var before = Task.CompletedTask;
        for (var sent = 1; sent <= perSecond * seconds; sent++)
        {
            OwnProcess.Answer(new Committed(Stopwatch.GetTimestamp(), sent));
            before = ThenAsync(before);
            await timer.WaitForNextTickAsync();
        }

        OwnProcess.Answer(new Committed(0, 0));

        async Task ThenAsync(Task last)
        {
            await last;
            await send(message);
        }
    }

    private static ReadOnlyMemory<byte> Framed(string message) => new([.. System.Text.Encoding.UTF8.GetBytes(message), End]);

    private static async Task InTurnAsync(string message)
    {
        foreach (var client in Clients.Values)
        {
            await client(Framed(message));
        }
    }

    private static Func<string, Task> ServeTcp()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(1024);
        _ = AcceptAsync();
        OwnProcess.Answer(new Uri($"http://{listener.LocalEndpoint}"));
        return message => Task.WhenAll(Clients.Values.Select(client => client(Framed(message))));

        async Task AcceptAsync()
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync();
                socket.NoDelay = true;
                Clients[socket] = async message => await socket.SendAsync(message);
            }
        }
    }

    private static async Task<Func<string, Task>> ServeAsync(Words words, Func<string, Task>? send)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        SmallBuffers.Use(builder.WebHost, words.Number("--buffer", 0));
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapHub<PlainHub>("/hub");
        app.Map("/socket", async http =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            Clients[socket] = async message => await socket.SendAsync(message, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
            await socket.ReceiveAsync(new byte[16], http.RequestAborted); // they say nothing
        });
        await app.StartAsync();
        OwnProcess.Answer(new Uri(app.Urls.First()));
        var hub = app.Services.GetRequiredService<IHubContext<PlainHub>>();
        return send ?? (message => hub.Clients.All.SendAsync("CountsChanged", message));
    }

    private sealed class PlainHub : Hub;
}
