using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Duplicates.Cards;

/// <summary>What was joined lately, and the next pair that waits for a person, side by side.</summary>
public static class DuplicatesCard
{
    /// <summary>No more are shown: the latest.</summary>
    public const int MostJoined = 5;

    private const int LongestText = 60;

    public static AdaptiveCard Render(DuplicatesView view)
    {
        var say = view.Moments.Say;
        var title = view.Pair is null ? say.Text("duplicates.none") : say.Text("duplicates.waiting", ("n", Math.Max(1, view.Waiting)));
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("duplicates.state")),
            Anatomy.Title(title),
            view.Note is { } note ? Anatomy.Deadline(note) : null,
            .. view.Pair is { } pair ? Pair(view.Moments, pair, isLast: view.Waiting <= 1) : [],
            .. view.Joined.Count > 0 ? Joined(view) : [],
        ];
        return Anatomy.Card(say, title, Anatomy.Dotted(view.Note, title), body);
    }

    // The buttons belong to the pair, and not to what was joined below it.
    private static IEnumerable<AdaptiveElement> Pair(Moments moments, ShownPair pair, bool isLast)
    {
        var say = moments.Say;
        yield return Anatomy.Text(say.Text("duplicates.ask"));
        yield return new AdaptiveColumnSet
        {
            Spacing = AdaptiveSpacing.Small,
            Columns = [Side(moments, pair.One), Side(moments, pair.Other)],
        };
        yield return Anatomy.Note(DuplicateWords.Why(say, pair.Open.Why), AdaptiveSpacing.Medium);
        yield return new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = Buttons(say, pair, isLast) };
    }

    // Phone and email are the owner's alone: the reasons say whether they are the same.
    private static AdaptiveColumn Side(Moments moments, PairSide side)
    {
        var (say, lead) = (moments.Say, side.Lead);
        string?[] known =
        [
            lead.Name is null ? null : Given(say, lead.Company),
            Given(say, lead.Title),
            Anatomy.Dotted(Given(say, lead.Country), Given(say, lead.Source)),
            lead.CreatedAt is { } at ? moments.Date(at).Text : null,
            DuplicateWords.Sales(say, side.Sales),
            say.Text("duplicates.id", ("id", LeadWords.Cut(lead.Id.Value, LongestText))),
        ];
        return new()
        {
            Width = AdaptiveWidth.Stretch,
            Items = [Anatomy.Name(Given(say, lead.Name ?? lead.Company) ?? say.Text("lead.unnamed", ("id", lead.Id.Value))), .. known.Where(text => !string.IsNullOrEmpty(text)).Select(text => Anatomy.Note(text!, AdaptiveSpacing.None))],
        };
    }

    private static string? Given(Say say, string? text) => string.IsNullOrWhiteSpace(text) ? null : say.Value(LeadWords.Cut(text, LongestText));

    private static IEnumerable<AdaptiveElement> Joined(DuplicatesView view)
    {
        var say = view.Moments.Say;
        yield return Anatomy.Deadline(say.Text("duplicates.joined")) with { Spacing = AdaptiveSpacing.Large };
        foreach (var (index, line) in view.Joined.Take(MostJoined).Index())
        {
            var by = line.Cause.By.IsBaton ? say.Text("duplicates.byBaton") : say.Value(line.Cause.By.Name);
            yield return Anatomy.Row(
                say.Text("duplicates.joinedTo", ("copy", DuplicateWords.Named(say, line.Copy)), ("lead", DuplicateWords.Named(say, line.Lead))),
                Anatomy.Dotted(by, view.Moments.At(line.Cause.At).Text, DuplicateWords.Why(say, line.Cause.Why)),
                Anatomy.Button($"duplicates-undo-{index}", say.Text("button.undo"), DuplicateVerbs.Undo, CardData.Of((DuplicateVerbs.Lead, line.Copy.Id.Value))));
        }
    }

    private static IReadOnlyList<AdaptiveAction> Buttons(Say say, ShownPair pair, bool isLast)
    {
        var data = CardData.Of((DuplicateVerbs.Pair, pair.Open.Pair.Key));
        AdaptiveAction same = Anatomy.Button("duplicates-same", say.Text("button.same"), DuplicateVerbs.Same, data);
        AdaptiveAction different = Anatomy.Button("duplicates-different", say.Text("button.different"), DuplicateVerbs.Different, data);
        return isLast ? [same, different] : [same, different, Anatomy.Button("duplicates-later", say.Text("button.later"), DuplicateVerbs.Later, data)];
    }
}
