using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>What the owner heard and what helped, from the contact on: two rows of chips that a thumb finds, and the lead's own words.</summary>
internal static class FeedbackBlocks
{
    // More beside each other, or longer ones, are cut off on a phone; counted without the tick, so that no chip moves when it is tapped.
    private const int ChipsInRow = 2;
    private const int LettersInRow = 30;

    private const int LongestTitle = 22;
    private const int LongestName = 60;

    public static IEnumerable<AdaptiveElement> Of(HandoffView view)
    {
        if (!IsAsked(view))
        {
            return [];
        }

        var (say, noted) = (view.Say, view.Handoff.Feedback);
        return
        [
            Heading(say.Text("feedback.heard")),
            .. Rows(view, HandoffVerbs.Heard, Enum.GetValues<Objection>().Select(objection =>
                new Chip($"handoff-heard-{objection}", FeedbackWords.Of(objection, say), objection.ToString(), noted?.Has(objection) == true))),
            Heading(say.Text("feedback.helped")),
            .. Rows(view, HandoffVerbs.Helped, Content(view).Select((content, at) =>
                new Chip($"handoff-helped-{at}", FeedbackWords.Of(content, say, LongestTitle), content.Id, noted?.Has(content) == true))),
            .. noted?.Quote is { } quote ? new[] { Anatomy.Text(say.Text("feedback.quote", ("text", quote.What))) } : [],
        ];
    }

    /// <summary>The form for what the lead said; none before there was contact.</summary>
    public static IEnumerable<AdaptiveAction> Form(HandoffView view) => !IsAsked(view) ? [] :
    [
        Anatomy.Form(
            view.Say,
            "quote-form",
            view.Say.Text("button.quote"),
            HandoffButtons.Send(view, "handoff-quote", "button.save", HandoffVerbs.Quote),
            HandoffButtons.Note(view, "quote", "feedback.quoteLabel") with { MaxLength = ContactFeedback.LongestQuote, Value = view.Handoff.Feedback?.Quote?.What }),
    ];

    /// <summary>What was noted, for whoever looks at the details.</summary>
    public static IEnumerable<AdaptiveFact?> Facts(HandoffView view)
    {
        if (view.Handoff.Feedback is not { } noted)
        {
            return [];
        }

        var say = view.Say;
        return
        [
            Anatomy.Fact(say.Text("label.heard"), string.Join(say.Text("list.comma"), noted.Objections.Select(one => FeedbackWords.Of(one.What, say)))),
            Anatomy.Fact(say.Text("label.helped"), string.Join(say.Text("list.comma"), noted.Content.Select(one => FeedbackWords.Of(one.What, say, LongestName)))),
            Anatomy.Fact(say.Text("label.said"), say.Given(noted.Quote is { } quote ? view.IsOwners ? quote.What : Quoting.WithoutContacts(quote.What) : null)),
        ];
    }

    private static bool IsAsked(HandoffView view) => view is { IsOwners: true, Handoff.State: HandoffState.Contacted or HandoffState.Qualified };

    // What was noted stays there to be taken away, also where the campaign has it no more.
    private static IEnumerable<HelpfulContent> Content(HandoffView view) =>
        view.Content.Concat(view.Handoff.Feedback?.Content.Select(noted => noted.What) ?? []).DistinctBy(content => content.Id);

    private static IEnumerable<AdaptiveElement> Rows(HandoffView view, string verb, IEnumerable<Chip> chips)
    {
        List<List<Chip>> rows = [];
        foreach (var chip in chips)
        {
            if (rows is [.., var last] && last.Count < ChipsInRow && last.Sum(other => other.Title.Length) + chip.Title.Length <= LettersInRow)
            {
                last.Add(chip);
            }
            else
            {
                rows.Add([chip]);
            }
        }

        return rows.Select(row => new AdaptiveActionSet { Actions = [.. row.Select(chip => Button(view, verb, chip))], Spacing = AdaptiveSpacing.Small });
    }

    // The tick says that it is chosen, the colour only repeats it. What a tap does is said outright: "yes" or "no", never "the other way".
    private static AdaptiveExecuteAction Button(HandoffView view, string verb, Chip chip) =>
        Anatomy.Button(chip.Id, chip.IsChosen ? $"✓ {chip.Title}" : chip.Title, verb, HandoffButtons.Data(view, ("what", chip.What), ("on", chip.IsChosen ? "no" : "yes"))) with
        {
            Style = chip.IsChosen ? AdaptiveActionStyle.Positive : AdaptiveActionStyle.Default,
        };

    private static AdaptiveTextBlock Heading(string text) => new(CardText.Plain(text)) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium };

    private sealed record Chip(string Id, string Title, string What, bool IsChosen);
}
