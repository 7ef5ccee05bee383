using System.Net.Sockets;
using System.Net.WebSockets;

namespace VoterLiaison.Bench.Crowds;

/// <summary>A client that counts the messages it hears: of our hub or another (JSON framing, ended by 0x1E), of bare WebSockets, of bare TCP.</summary>
internal sealed class LightClient : IDisposable
{
    private const byte End = 0x1E;

    private static readonly byte[] Greeting = [.. """{"protocol":"json","version":1}"""u8, End];
    private static readonly byte[] Ping = [.. """{"type":6}"""u8, End];

    private readonly NetworkStream _stream;
    private readonly WebSocket? _socket;
    private readonly Action _heard;
    private readonly SemaphoreSlim _sending = new(1, 1);

    private LightClient(NetworkStream stream, WebSocket? socket, Action heard) => (_stream, _socket, _heard) = (stream, socket, heard);

    /// <summary>Ends when the server has closed the connection.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    /// <param name="site">Where.</param>
    /// <param name="path">A hub or a WebSocket; empty for bare TCP.</param>
    /// <param name="isHub">Whether it speaks SignalR's protocol.</param>
    /// <param name="cookies">Who it is.</param>
    /// <param name="heard">Called for each message.</param>
    /// <param name="stalls">It never reads.</param>
    public static async Task<LightClient> OpenAsync(Uri site, string path, bool isHub, string? cookies, Action heard, bool stalls = false)
    {
        const int Little = 2048;
        var stream = await LightSocket.ConnectAsync(site, stalls ? Little : 0);
        var client = new LightClient(stream, path.Length == 0 ? null : await LightSocket.UpgradeAsync(stream, site, path, cookies), heard);
        if (isHub)
        {
            await client.SendAsync(Greeting);
        }

        client.Reading = stalls ? Task.CompletedTask : Task.Run(client.ReadAsync);
        return client;
    }

    /// <summary>A sign of life, which a hub expects now and then.</summary>
    public Task PingAsync() => SendAsync(Ping);

    public void Dispose()
    {
        _socket?.Dispose();
        _stream.Dispose();
    }

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket!.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            _stream.Dispose(); // the reading side finds out
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[4096];
        var isChange = false;
        try
        {
            while (await ReadAsync(buffer) is > 0 and var read)
            {
                var rest = buffer.AsSpan(0, read);
                isChange |= rest.IndexOf("CountsChanged"u8) >= 0;
                for (var end = rest.IndexOf(End); end >= 0; end = rest.IndexOf(End))
                {
                    if (isChange)
                    {
                        _heard();
                    }

                    rest = rest[(end + 1)..];
                    isChange = rest.IndexOf("CountsChanged"u8) >= 0;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException)
        {
            // It ends as if the server had closed it.
        }
    }

    private async Task<int> ReadAsync(byte[] buffer) =>
        _socket is null ? await _stream.ReadAsync(buffer) : await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } result ? result.Count : 0;
}
