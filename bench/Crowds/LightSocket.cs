using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace VoterLiaison.Bench.Crowds;

/// <summary>One of thousands of clients: a socket, and the least of HTTP that opens a WebSocket on it.</summary>
internal static class LightSocket
{
    public static async Task<NetworkStream> ConnectAsync(Uri site, int receiveBuffer = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
        {
            socket.ReceiveBufferSize = receiveBuffer;
        }

        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(site.Host), site.Port));
        return new NetworkStream(socket, ownsSocket: true);
    }

    public static async Task<WebSocket> UpgradeAsync(NetworkStream stream, Uri site, string path, string? cookies)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {site.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {Convert.ToBase64String(Guid.NewGuid().ToByteArray())}\r\nSec-WebSocket-Version: 13\r\n"
            + (cookies is null ? "\r\n" : $"Cookie: {cookies}\r\n\r\n")));
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString().StartsWith("HTTP/1.1 101", StringComparison.Ordinal)
            ? WebSocket.CreateFromStream(stream, new WebSocketCreationOptions())
            : throw new InvalidOperationException($"The server did not upgrade: {head}");
    }
}
