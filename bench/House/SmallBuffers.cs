using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace VoterLiaison.Bench.House;

/// <summary>Lets the system hold little for clients that do not read, so that one of them is felt after seconds and not after hours.</summary>
internal static class SmallBuffers
{
    /// <param name="host">The server.</param>
    /// <param name="sendBuffer">In bytes; 0 leaves it to the system.</param>
    public static void Use(IWebHostBuilder host, int sendBuffer)
    {
        if (sendBuffer > 0)
        {
            host.UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
            {
                var listening = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                listening.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.SendBuffer, sendBuffer); // whoever is accepted has the same
                return listening;
            });
        }
    }
}
