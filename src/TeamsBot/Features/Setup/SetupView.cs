using TeamsBot.Domain.People;
using TeamsBot.Text;

namespace TeamsBot.Features.Setup;

/// <summary>A channel of the team that is being set up.</summary>
public sealed record TeamChannel(string Id, string Name);

/// <param name="Channels">The channels of this team.</param>
/// <param name="Members">The members of this team, to name the heads.</param>
/// <param name="Current">As it is set up now, to begin from.</param>
/// <param name="Error">What was wrong with the last attempt, as a sentence; null at first.</param>
public sealed record SetupView(IReadOnlyList<TeamChannel> Channels, IReadOnlyList<PersonRef> Members, Organisation Current, Say Say, string? Error = null)
{
    /// <summary>The id of the team that is being set up.</summary>
    public string Team { get; init; } = "";

    internal SalesChannel? SalesHere => Current.SalesChannels.FirstOrDefault(sales => Channels.Any(channel => channel.Id == sales.Id));

    internal TeamChannel? MarketingHere => Channels.FirstOrDefault(channel => channel.Id == Current.MarketingChannel);
}
