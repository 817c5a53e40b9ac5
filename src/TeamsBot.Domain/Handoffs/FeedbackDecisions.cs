using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Handoffs;

/// <summary>
/// What the owner notes after contact. Each decision says how it is to be ("price: yes"), never to turn something over, so that a click which
/// comes twice changes nothing the second time and two fast ones both count. All of it is pure, and none of it is an acknowledgement.
/// </summary>
public static class FeedbackDecisions
{
    // The card puts its own around what was said.
    private static readonly char[] QuotationMarks = [' ', '"', '“', '”', '„', '«', '»', '「', '」'];

    extension(Handoff handoff)
    {
        public Decision Hear(Actor by, Instant at, Objection objection, bool on, Terms terms) =>
            handoff.Note(by, at, terms, noted => noted.Has(objection) == on ? noted : noted.With(objection, on, at));

        public Decision Help(Actor by, Instant at, HelpfulContent content, bool on, Terms terms) =>
            handoff.Note(by, at, terms, noted => noted.Has(content) == on ? noted : noted.With(content, on, at));

        /// <param name="text">What the lead said; null or blank takes it away.</param>
        public Decision Quote(Actor by, Instant at, string? text, Terms terms)
        {
            var quote = text?.Trim(QuotationMarks).Trimmed();
            return quote?.Length > ContactFeedback.LongestQuote
                ? handoff.Refuse(Refusal.QuoteTooLong)
                : handoff.Note(by, at, terms, noted => noted.Quote?.What == quote ? noted : noted with { Quote = quote is null ? null : new(quote, at) });
        }

        private Decision Note(Actor by, Instant at, Terms terms, Func<ContactFeedback, ContactFeedback> note)
        {
            if (handoff.WhyNotOwner(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            if (handoff.State == HandoffState.Accepted)
            {
                return handoff.Refuse(Refusal.NotContacted);
            }

            var before = handoff.Feedback ?? new(by.Person);
            var after = note(before);
            return ReferenceEquals(before, after)
                ? new Decision.Repeated(handoff)
                : handoff.Apply(HandoffAction.Note, by, at, terms, owned => owned with
                {
                    Feedback = after with
                    {
                        By = by.Person,
                        Version = handoff.Version + 1,
                        SharedVersion = handoff.Feedback is { } earlier && earlier.Version == handoff.Version ? earlier.SharedVersion : handoff.Version,
                    },
                });
        }
    }
}
