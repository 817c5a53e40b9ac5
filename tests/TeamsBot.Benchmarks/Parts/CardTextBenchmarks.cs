using BenchmarkDotNet.Attributes;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Benchmarks.Parts;

/// <summary>Text from outside on its way into the markdown of cards.</summary>
public class CardTextBenchmarks
{
    [Params("Süddeutsche Kühllogistik GmbH", """[click](https://evil.example) **x** <at>everyone</at> =HYPERLINK("x")""", "ليلى حداد")]
    public string Text { get; set; } = "";

    [Benchmark]
    public CardText Escape() => CardText.Plain(Text);
}
