using BenchmarkDotNet.Attributes;
using TeamsBot.Benchmarks.Load;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Features.Help;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Benchmarks.Parts;

/// <summary>Cards from what is known to the bytes that Teams gets.</summary>
public class CardBenchmarks
{
    private readonly HandoffView view = SampleLeads.View(Audience.Channel);
    private readonly HandoffView arabic = SampleLeads.View(Audience.Channel) with { Say = Say.In(Language.Arabic) };
    private readonly HelpView help = new(Say.In(Language.English), "Ben Ortiz", Roles.Rep | Roles.Marketer, new Organisation("tenant"));

    [Benchmark]
    public byte[] HandoffForChannel() => CardJson.Serialize(HandoffCard.Render(view));

    [Benchmark]
    public byte[] HandoffInArabic() => CardJson.Serialize(HandoffCard.Render(arabic));

    [Benchmark]
    public byte[] Help() => CardJson.Serialize(HelpCard.Render(help));
}
