using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Handoffs;

/// <summary>What the copies of a handoff's card show alike beyond the handoff itself. Read once for all of them, and only where one shows it.</summary>
/// <param name="Terms">Of the handoff's clocks.</param>
public sealed record HandoffScene(
    Organisation Organisation, Terms Terms, Lazy<Task<IReadOnlyList<Member>>> Members, Lazy<Task<IReadOnlyList<Colleague>>> Colleagues)
{
    /// <summary>The handoffs of the lead before this one, oldest first.</summary>
    public IReadOnlyList<Handoff> Earlier { get; init; } = [];

    /// <summary>The announcement of the lead's campaign while that is live; null where there is none.</summary>
    public Announcement? Campaign { get; init; }

    /// <summary>What the owner may say helped.</summary>
    public IReadOnlyList<HelpfulContent> Content { get; init; } = [];
}
