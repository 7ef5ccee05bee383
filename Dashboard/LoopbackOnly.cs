using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace VoterLiaison.Dashboard;

/// <summary>Nobody signs in yet, so nobody but this machine may ask: an address others can reach is refused at start.</summary>
internal static class LoopbackOnly
{
    public static void ListenOnLoopbackOnly(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(Refuse));

    private static void Refuse(ListenOptions listen)
    {
        if (listen.IPEndPoint is { } address && !IPAddress.IsLoopback(address.Address))
        {
            throw new OpenToOthersException(address);
        }
    }
}

/// <summary>The site was asked to answer on an address that other machines can reach.</summary>
public sealed class OpenToOthersException(IPEndPoint address) : Exception(
    $"地址 {address} 能从别的机器访问。本版本还没有登录，只能在本机使用：请把 ASPNETCORE_URLS 改为 http://localhost:{address.Port}。");
