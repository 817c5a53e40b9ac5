using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>Which sales channel gets the lead, where there are several.</summary>
public static class ChannelChoiceCard
{
    // Teams shows six buttons; beyond that a list is easier to read.
    private const int MaxButtons = 6;

    public static AdaptiveCard Render(Say say, Lead lead, IReadOnlyList<SalesChannel> channels, RequestWish wish)
    {
        var asList = channels.Count > MaxButtons;
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("channelChoice.state")),
            Anatomy.Title(lead.Who(say).Text),
            Anatomy.Subtle(lead.Traits(say)),
            asList ? List(say, channels) : Anatomy.Facts(channels.Select(channel => Anatomy.Fact(say.Value(channel.Name), say.Given(channel.For)))),
        ];
        var spoken = say.Text("channelChoice.spoken", ("who", lead.FullWho(say)));
        return Anatomy.Card(say, say.Text("channelChoice.summary", ("who", lead.Who(say))), spoken, body, asList
            ? [Button(say.Text("button.handOver"), lead, channel: null, wish, 0) with { AssociatedInputs = AdaptiveAssociatedInputs.Auto }]
            : [.. channels.Select((channel, index) => Button(LeadWords.Cut(channel.Name, 28), lead, channel.Id, wish, index))]);
    }

    private static AdaptiveExecuteAction Button(string title, Lead lead, string? channel, RequestWish wish, int index) =>
        Anatomy.Button($"channel-{index}", title, HandoffVerbs.Request, RequestData.Of(lead.Id, channel, wish));

    private static AdaptiveChoiceSetInput List(Say say, IReadOnlyList<SalesChannel> channels) => new()
    {
        Id = "channel",
        Label = say.Text("channelChoice.label"),
        Placeholder = say.Text("channelChoice.choose"),
        IsRequired = true,
        ErrorMessage = say.Text("channelChoice.missing"),
        Style = AdaptiveChoiceInputStyle.Compact,
        Spacing = AdaptiveSpacing.Medium,
        Choices = [.. channels.Select(channel => new AdaptiveChoice(Anatomy.Dotted(say.Value(channel.Name), say.Given(channel.For)), channel.Id))],
    };
}
