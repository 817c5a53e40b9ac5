using BenchmarkDotNet.Attributes;
using TeamsBot.Text;

namespace TeamsBot.Benchmarks.Parts;

/// <summary>What somebody typed, to the command that it is; also what is no command, which is tried against all of them.</summary>
public class CommandBenchmarks
{
    [Params("help", "Hand off Kestrel Cold Chain: offer the Rostock case", "how many leads came from paid search in March?")]
    public string Text { get; set; } = "";

    [Benchmark]
    public Command Recognise() => Commands.Recognise(Text);
}
