using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>What marketing and sales agreed on: targets, working time, what follows a breach, and marketing's promise.</summary>
public static class AgreementCard
{
    // What a phone shows without much scrolling; the rest is in the details.
    private const int MostChannels = 3;
    private const int MostSteps = 5;
    private const int MostChannelsInDetails = 40;

    public static AdaptiveCard Render(AgreementView view)
    {
        var say = view.Say;
        var hidden = view.Differing.Count - MostChannels;
        AdaptiveElement?[] body =
        [
            .. Head(view),
            Targets(view),
            Anatomy.Facts(
            [
                Fact(view, "agreement.workingTime", AgreementWords.Hours(view.Default, say)),
                .. view.Differing.Take(MostChannels).Select(channel => Anatomy.Fact(say.Value(channel.Name), AgreementWords.Hours(channel.Calendar, say))),
                Fact(view, "agreement.reminders", AgreementWords.Reminders(view.Agreement, say)),
                Fact(view, "agreement.quiet", AgreementWords.Quiet(view.Agreement, say)),
                Fact(view, "agreement.promise", AgreementWords.Promise(view.Agreement, say)),
            ]),
            hidden > 0 ? Anatomy.Note(say.Text("agreement.moreChannels", ("n", hidden))) : null,
            .. AfterBreach(view, MostSteps),
            view.IsSaved ? Anatomy.Note(say.Text("agreement.fromNowOn"), AdaptiveSpacing.Medium) : null,
        ];
        var details = Button(view, "button.details", AgreementVerbs.Details) with { Mode = view.MayChange ? AdaptiveActionMode.Secondary : AdaptiveActionMode.Primary };
        var rubric = Button(view, "score.title", AgreementVerbs.Rubric) with { Mode = details.Mode };
        return Card(view, body, [.. Changes(view), rubric, details]);
    }

    /// <summary>All that does not stand on the card: every channel, every step, and the days without work.</summary>
    public static AdaptiveCard Details(AgreementView view)
    {
        var say = view.Say;
        AdaptiveElement?[] body =
        [
            .. Head(view),
            Calendar(view, say.Text("agreement.workingTime"), view.Default),
            .. view.Differing.Take(MostChannelsInDetails).Select(channel => Calendar(view, say.Value(channel.Name), channel.Calendar)),
            view.Differing.Count > MostChannelsInDetails ? Anatomy.Note(say.Text("agreement.moreInDocument", ("n", view.Differing.Count - MostChannelsInDetails))) : null,
            .. AfterBreach(view, int.MaxValue),
            .. AfterRejection(view),
            view.Agreement.CatchAll is { } person ? Anatomy.Facts(Fact(view, "agreement.catchAll", say.Value(person.Name))) : null,
        ];
        return Card(view, body, [Button(view, "button.back", AgreementVerbs.View)]);
    }

    private static AdaptiveCard Card(AgreementView view, IEnumerable<AdaptiveElement?> body, IReadOnlyList<AdaptiveAction> actions)
    {
        var title = view.Say.Text("agreement.title");
        var state = view.Say.Text(view.IsSaved ? "agreement.saved" : "agreement.state", ("version", view.Agreement.Version));
        return Anatomy.Card(view.Say, state, view.Say.Text("setup.spoken", ("state", new Phrase(state)), ("title", new Phrase(title))), body, actions);
    }

    private static IEnumerable<AdaptiveElement?> Head(AgreementView view)
    {
        var (say, agreement) = (view.Say, view.Agreement);
        yield return view.IsSaved
            ? Anatomy.DoneState(say.Text("agreement.saved", ("version", agreement.Version)))
            : Anatomy.State(say.Text("agreement.state", ("version", agreement.Version)));
        yield return Anatomy.Title(say.Text("agreement.title"));
        yield return agreement is { ChangedBy: { } person, ChangedAt: { } at }
            ? Anatomy.Subtle(say.Text("agreement.changed", ("person", person.Name), ("time", view.Moments.On(at))))
            : Anatomy.Subtle(say.Text("agreement.nobody"));
    }

    private static AdaptiveTable Targets(AgreementView view)
    {
        var say = view.Say;
        string[] head = [say.Text("label.tier"), say.Text("agreement.fromScore"), say.Text("agreement.accept"), say.Text("agreement.contact")];
        return new()
        {
            Spacing = AdaptiveSpacing.Medium,
            ShowGridLines = false,
            Columns = [.. new[] { 3, 3, 4, 4 }.Select(width => new AdaptiveTableColumnDefinition(AdaptiveWidth.Weight(width)))],
            Rows =
            [
                Row(head.Select(text => new AdaptiveTextBlock(CardText.Plain(text)) { Size = AdaptiveTextSize.Small, Weight = AdaptiveTextWeight.Bolder })),
                .. Enum.GetValues<Tier>().Select(tier => Row(Cells(view, tier).Select(text => new AdaptiveTextBlock(CardText.Plain(text))))),
            ],
        };
    }

    private static IEnumerable<string> Cells(AgreementView view, Tier tier)
    {
        var terms = view.Agreement.TermsOf(tier);
        return [TierWords.Of(tier, view.Say), view.Say.Number(terms.FromScore), view.Moments.InHours(terms.Accept).Text, view.Moments.InHours(terms.Contact).Text];
    }

    private static AdaptiveTableRow Row(IEnumerable<AdaptiveTextBlock> cells) => new() { Cells = [.. cells.Select(cell => new AdaptiveTableCell { Items = [cell] })] };

    private static IEnumerable<AdaptiveElement?> AfterBreach(AgreementView view, int most)
    {
        if (view.Agreement.Escalation.Count == 0)
        {
            yield break;
        }

        yield return new AdaptiveTextBlock(view.Say.Card("agreement.afterBreach")) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium };
        yield return Anatomy.Facts(AgreementWords.Escalation(view).Take(most))! with { Spacing = AdaptiveSpacing.Small };
        if (view.Agreement.Escalation.Count > most)
        {
            yield return Anatomy.Note(view.Say.Text("agreement.moreSteps", ("n", view.Agreement.Escalation.Count - most)));
        }
    }

    private static IEnumerable<AdaptiveElement> AfterRejection(AgreementView view) =>
    [
        new AdaptiveTextBlock(view.Say.Card("agreement.afterRejection")) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium },
        Anatomy.Facts(AgreementWords.Rejections(view))! with { Spacing = AdaptiveSpacing.Small },
    ];

    // The days off of a channel are those of all, unless it is said which.
    private static AdaptiveFactSet? Calendar(AgreementView view, string title, WorkingCalendar calendar)
    {
        var isSame = calendar != view.Default && ReferenceEquals(calendar.Closed, view.Default.Closed);
        return Anatomy.Facts(
            Anatomy.Fact(title, AgreementWords.Hours(calendar, view.Say)),
            isSame ? null : Fact(view, "agreement.closed", ClosureWords.Of(calendar.Closed, view.Moments) ?? view.Say.Text("agreement.none")));
    }

    private static AdaptiveFact? Fact(AgreementView view, string key, string? value) => Anatomy.Fact(view.Say.Text(key), value);

    private static IEnumerable<AdaptiveAction> Changes(AgreementView view) => !view.MayChange ? [] :
    [
        Button(view, "agreement.changeTargets", AgreementVerbs.Targets),
        Button(view, "agreement.changeHours", AgreementVerbs.Hours),
        Button(view, "agreement.document", AgreementVerbs.Document),
    ];

    private static AdaptiveExecuteAction Button(AgreementView view, string title, string verb) => Anatomy.Button(verb, view.Say.Text(title), verb, CardData.Empty);
}
