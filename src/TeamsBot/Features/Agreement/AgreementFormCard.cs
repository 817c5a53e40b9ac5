using System.Globalization;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>What the forms of the agreement have in common: what went wrong before, what a change means, and the way back.</summary>
internal static class AgreementFormCard
{
    // Of more faults the first ones are enough to begin with.
    private const int MostFaults = 6;

    /// <param name="place">The label of the field that the path of a fault belongs to.</param>
    public static AdaptiveCard Render(
        AgreementFormView view, string title, Func<string, string?> place, IEnumerable<AdaptiveElement?> inputs, AdaptiveExecuteAction save)
    {
        var say = view.Say;
        var state = State(view);
        AdaptiveElement?[] body =
        [
            Anatomy.State(state, view.IsOutdated || view.Faults.Count > 0 ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default),
            Anatomy.Title(title),
            .. view.Faults.Take(MostFaults).Select(fault => Anatomy.Text(FaultWords.Sentence(fault, say, place), AdaptiveSpacing.Small)),
            view.Faults.Count > MostFaults ? Anatomy.Note(say.Text("agreement.moreFaults", ("n", view.Faults.Count - MostFaults))) : null,
            .. view.Impact is { } impact ? ImpactBlock.Of(impact, say) : [],
            .. view.Fit is { } fit ? FitBlock.Of(fit, say) : [],
            .. inputs,
            Anatomy.Note(say.Text("agreement.fromNowOn"), AdaptiveSpacing.Medium),
        ];
        var spoken = say.Text("setup.spoken", ("state", new Phrase(state)), ("title", new Phrase(title)));
        return Anatomy.Card(say, state, spoken, body, Send(save), Anatomy.Button(AgreementVerbs.View, say.Text("button.back"), AgreementVerbs.View, CardData.Empty));
    }

    /// <summary>The button that saves, with what it carries beside the inputs.</summary>
    public static AdaptiveExecuteAction Save(AgreementFormView view, string verb, params IEnumerable<(string, CardValue)> data) => Anatomy.Button(
        verb,
        view.Say.Text("button.save"),
        verb,
        CardData.Of([
            (AgreementVerbs.Version, view.Current.Version.ToString(CultureInfo.InvariantCulture)),
            .. view.Tried is { } tried ? [(AgreementVerbs.Tried, tried)] : Array.Empty<(string, CardValue)>(),
            .. data,
        ]));

    public static AdaptiveTextInput Text(string id, string label, string? value) => new() { Id = id, Label = label, Value = value };

    private static AdaptiveExecuteAction Send(AdaptiveExecuteAction save) =>
        save with { AssociatedInputs = AdaptiveAssociatedInputs.Auto, Style = AdaptiveActionStyle.Positive };

    private static string State(AgreementFormView view) => view switch
    {
        { IsOutdated: true, Current: var current } => view.Say.Text("agreement.outdated", ("person", current.ChangedBy!.Name), ("version", current.Version)),
        { Faults.Count: > 0 } => view.Say.Text("agreement.faults", ("n", view.Faults.Count)),
        { Fit: not null } => view.Say.Text("suggest.state"),
        { Impact: not null } => view.Say.Text("impact.state"),
        _ => view.Say.Text("agreement.state", ("version", view.Current.Version)),
    };
}
