using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>Why a click did nothing, in a sentence that blames nobody and says what to do next where there is something.</summary>
public static class Refusals
{
    /// <param name="handoff">As it is now, which is often why.</param>
    public static string Sentence(Refusal why, Handoff handoff, Moments moments)
    {
        var say = moments.Say;
        return why switch
        {
            Refusal.TakenByAnother => Taken(handoff, moments),
            Refusal.AlreadyYours => say.Text("refused.yours"),
            Refusal.AlreadyRejected => say.Text("refused.rejected", ("person", handoff.Rejection!.By.Name), ("time", moments.At(handoff.Rejection.At))),
            Refusal.AlreadyRecycled => say.Text("refused.recycled", ("date", moments.Date(handoff.Recycling!.Until))),
            Refusal.NotAccepted => say.Text("refused.notAccepted"),
            Refusal.NotARep => say.Text("refused.notARep"),
            Refusal.NotAMarketer => say.Text("refused.notAMarketer"),
            Refusal.NotYours => say.Text("refused.notYours", ("person", handoff.Owner!.Name)),
            Refusal.NotOffered => say.Text("refused.notOffered", ("person", handoff.Owner!.Name)),
            Refusal.NoteRequired => say.Text("refused.noteRequired"),
            Refusal.DateNotInFuture => say.Text("refused.dateNotInFuture"),
            Refusal.DateTooFar => say.Text("refused.dateTooFar"),
            Refusal.ChannelRequired => say.Text("refused.channelRequired"),
            Refusal.NotRejected => say.Text("refused.notRejected"),
            Refusal.AlreadyDisputed => say.Text("refused.alreadyDisputed", ("person", handoff.Dispute!.By.Name), ("time", moments.At(handoff.Dispute.At))),
            Refusal.NoHead => say.Text("refused.noHead"),
            Refusal.NotAHead => say.Text("refused.notAHead"),
            Refusal.AlreadyRuled => say.Text("refused.alreadyRuled", ("person", handoff.Dispute!.Ruling!.By.Name), ("time", moments.At(handoff.Dispute.Ruling.At))),
            Refusal.OfferedToAnother => say.Text("refused.offeredToAnother", ("person", handoff.OfferedTo!.Name), ("time", moments.At(handoff.OfferEndsAt!.Value))),
            Refusal.NothingToPass => say.Text("refused.nothingToPass"),
            Refusal.NotContacted => say.Text("refused.notContacted"),
            Refusal.QuoteTooLong => say.Text("refused.quoteTooLong", ("n", ContactFeedback.LongestQuote)),
            Refusal.HandedAgain => say.Text("refused.handedAgain"),
            Refusal.TextRequired => say.Text("refused.textRequired"),
            Refusal.NobodyAsked => say.Text("refused.nobodyAsked"),
            Refusal.AlreadyAnswered => say.Text("refused.alreadyAnswered", ("person", handoff.Answer!.By.Name), ("time", moments.At(handoff.Answer.At))),
            Refusal.AlreadyAsked => say.Text("refused.alreadyAsked", ("person", handoff.Question!.By.Name), ("time", moments.At(handoff.Question.At))),
            Refusal.NewOwnerNotARep => say.Text("refused.newOwnerNotARep"),
            Refusal.Erased => say.Text("refused.erased"),
            Refusal.NotHere => say.Text("error.unknownCard"),
            _ => throw new ArgumentOutOfRangeException(nameof(why), why, "No such refusal."),
        };
    }

    private static string Taken(Handoff handoff, Moments moments) =>
        moments.Say.Text("refused.taken", ("person", handoff.Owner!.Name), ("time", moments.At(handoff.AcceptedAt!.Value)));
}
