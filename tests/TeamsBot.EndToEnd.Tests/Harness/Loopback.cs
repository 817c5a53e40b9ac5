using System.Net;
using System.Net.Sockets;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>Addresses on this machine.</summary>
internal static class Loopback
{
    /// <summary>A TCP port that nothing listens on at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static Uri Address(int port) => new($"http://127.0.0.1:{port}");
}
