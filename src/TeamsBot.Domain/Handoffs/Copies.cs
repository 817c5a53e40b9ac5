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
}

/// <summary>One copy of a handoff's card. The person is named where the copy stands in a personal chat.</summary>
public readonly record struct Copy(Audience Audience, PersonRef? Person)
{
    /// <summary>Whether the copy asks its reader for something new, so that a silent update of an old message is not enough.</summary>
    public bool Asks(Handoff handoff) =>
        Audience is Audience.Requester or Audience.Marketing && handoff is { State: HandoffState.Waiting, Question: not null, Answer: null };

    /// <summary>The copies that a handoff is to have as it stands; those of an earlier state stay and are kept true.</summary>
    public static IEnumerable<Copy> Of(Handoff handoff)
    {
        yield return new(Audience.Channel, null);
        if (!handoff.RequestedBy.IsIntake)
        {
            yield return new(Audience.Requester, handoff.RequestedBy);
        }
        else if (handoff.Question is not null)
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
    }
}
