using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Handoffs;

/// <summary>For whom a copy of a handoff's card is made; decides what it shows and which buttons it has.</summary>
public enum Audience
{
    /// <summary>Everybody in the sales channel: no personal details.</summary>
    Channel,

    /// <summary>The rep who has the lead: phone and email, and the next steps.</summary>
    Owner,

    /// <summary>The marketer who handed it over: what became of it, and the answer to a question.</summary>
    Requester,

    /// <summary>The rep who asked marketing, told of the answer: as the channel sees it.</summary>
    Asker,

    /// <summary>The marketing channel, asked a question about a lead that no person handed over.</summary>
    Marketing,

    /// <summary>Whoever a clock made Baton tell: see the notice of that number.</summary>
    Notice,

    /// <summary>A head, asked whether a rejection stands that marketing disputes.</summary>
    Head,
}

/// <summary>One copy of a handoff's card. The person is named where the copy stands in a personal chat.</summary>
/// <param name="Notice">The number of the notice that it is; null for all other audiences.</param>
public readonly record struct Copy(Audience Audience, PersonRef? Person, int? Notice = null)
{
    /// <summary>Whether the copy asks its reader for something new, so that a silent update of an old message is not enough.</summary>
    /// <param name="shown">The version that the reader was shown last.</param>
    public bool Asks(Handoff handoff, int shown) => shown < handoff.CalledVersion && Audience switch
    {
        Audience.Requester or Audience.Marketing => handoff is { Clock: not null, Question: not null, Answer: null } or { Rejection: not null },
        Audience.Owner => handoff is { State: HandoffState.Accepted, Answer: not null, Question: { } question } && question.By.Id == Person?.Id,
        _ => false,
    };

    /// <summary>Whether the copy is to be brought in line. What the owner notes after contact only the owner's copy shows.</summary>
    /// <param name="shown">The version that it shows.</param>
    public bool IsBehind(Handoff handoff, int shown) =>
        shown < handoff.Version && (Audience == Audience.Owner || handoff.Feedback is not { } noted || noted.Version < handoff.Version || shown < noted.SharedVersion);

    /// <summary>The copies that a handoff is to have as it stands; those of an earlier state stay and are kept true. Of a forgotten lead nothing is posted any more.</summary>
    public static IEnumerable<Copy> Of(Handoff handoff)
    {
        if (handoff.ErasedAt is not null)
        {
            yield break;
        }

        // What one rep is asked alone, and takes, is not the channel's.
        if (handoff.Route is not { Until: not null, EndedAt: null })
        {
            yield return new(Audience.Channel, null);
        }

        if (!handoff.RequestedBy.IsIntake)
        {
            yield return new(Audience.Requester, handoff.RequestedBy);
        }
        else if (handoff.Question is not null || handoff.Rejection is { Follows: Consequence.Mend })
        {
            yield return new(Audience.Marketing, null);
        }

        if (handoff is { State: HandoffState.Waiting, Answer: not null, Question: { } question })
        {
            yield return new(Audience.Asker, question.By);
        }

        if (handoff is { IsOwned: true, Owner: { } owner })
        {
            yield return new(Audience.Owner, owner);
        }

        foreach (var head in handoff.Dispute?.Heads ?? [])
        {
            yield return new(Audience.Head, head);
        }

        foreach (var notice in handoff.Notices.All.Where(notice => notice.StillMatters(handoff)))
        {
            yield return new(Audience.Notice, notice.To, notice.Number);
        }
    }
}
