using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Parts;

/// <summary>Activities between bytes and records.</summary>
public class ActivityBenchmarks
{
    private static readonly Activity Message = new ActivityBuilder("https://smba.trafficmanager.net/emea/").PersonalMessage(FakeTeam.Rep, "help");
    private readonly byte[] message = JsonSerializer.SerializeToUtf8Bytes(Message, ActivityJson.Wire.Activity);

    [Benchmark]
    public Activity? ParseMessage() => JsonSerializer.Deserialize(message, ActivityJson.Wire.Activity);

    [Benchmark]
    public byte[] WriteMessage() => JsonSerializer.SerializeToUtf8Bytes(Message, ActivityJson.Wire.Activity);
}
