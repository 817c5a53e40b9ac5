using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>What the asker says of a handoff; it travels with the choice of lead and channel. Null where nothing was said.</summary>
public sealed record RequestWish(string? FirstStep = null, Tier? Tier = null);

/// <summary>What a button that starts a handoff sends: what is not known yet is left out.</summary>
internal static class RequestData
{
    public const string Lead = "lead";
    public const string Channel = "channel";
    public const string FirstStep = "firstStep";
    public const string Tier = "tier";

    public static CardData Of(LeadId lead, string? channel, RequestWish wish)
    {
        var data = new List<(string, CardValue)> { (Lead, lead.Value) };
        if (channel is not null)
        {
            data.Add((Channel, channel));
        }

        if (wish.FirstStep is { } firstStep)
        {
            data.Add((FirstStep, firstStep));
        }

        if (wish.Tier is { } tier)
        {
            data.Add((Tier, tier.ToString()));
        }

        return CardData.Of([.. data]);
    }
}
