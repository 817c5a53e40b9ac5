using TeamsBot.Domain.Leads;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>What a button that starts a handoff sends: what is not known yet is left out.</summary>
internal static class RequestData
{
    public static CardData Of(LeadId lead, string? channel, string? firstStep)
    {
        var data = new List<(string, CardValue)> { ("lead", lead.Value) };
        if (channel is not null)
        {
            data.Add(("channel", channel));
        }

        if (firstStep is not null)
        {
            data.Add(("firstStep", firstStep));
        }

        return CardData.Of([.. data]);
    }
}
