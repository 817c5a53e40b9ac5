using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>The targets of the three tiers as a form. An input is named by its tier and its part: "hot.accept".</summary>
public static class TargetsForm
{
    private const int LongestText = 40;

    /// <param name="typed">Null fills in what is in force.</param>
    public static AdaptiveCard Render(AgreementFormView view, TypedTargets? typed = null)
    {
        typed ??= TypedTargets.Of(view.Current);
        IEnumerable<AdaptiveElement> inputs =
        [
            Anatomy.Note(view.Say.Text("agreement.durationHint")),
            Row(view.Say, Tier.Hot, typed.Hot),
            Row(view.Say, Tier.Warm, typed.Warm),
            Row(view.Say, Tier.Cold, typed.Cold),
        ];
        return AgreementFormCard.Render(
            view, view.Say.Text("agreement.targetsTitle"), path => Place(path, view.Say), inputs, AgreementFormCard.Save(view, AgreementVerbs.SaveTargets));
    }

    /// <summary>What was typed, as it was typed.</summary>
    public static TypedTargets Read(CardInput input)
    {
        return new(Of(Tier.Hot), Of(Tier.Warm), Of(Tier.Cold));

        TypedTier Of(Tier tier) => new(tier == Tier.Cold ? null : input.Text(Id(tier, "fromScore")), input.Text(Id(tier, "accept")), input.Text(Id(tier, "contact")));
    }

    /// <summary>The same with lengths of time in the words of the document.</summary>
    public static TypedTargets InDocument(TypedTargets typed)
    {
        return new(Of(typed.Hot), Of(typed.Warm), Of(typed.Cold));

        static TypedTier Of(TypedTier tier) => tier with { Accept = TypedTime.Duration(tier.Accept), Contact = TypedTime.Duration(tier.Contact) };
    }

    private static AdaptiveColumnSet Row(Say say, Tier tier, TypedTier typed) => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Columns =
        [
            Column(say, tier, "accept", typed.Accept),
            Column(say, tier, "contact", typed.Contact),
            .. tier == Tier.Cold ? [new AdaptiveColumn { Width = AdaptiveWidth.Stretch, Items = [] }] : new[] { Column(say, tier, "fromScore", typed.FromScore) },
        ],
    };

    private static AdaptiveColumn Column(Say say, Tier tier, string part, string? value) => new()
    {
        Width = AdaptiveWidth.Stretch,
        VerticalContentAlignment = AdaptiveVerticalAlignment.Bottom,
        Items = [AgreementFormCard.Text(Id(tier, part), Label(say, tier, part), value) with { MaxLength = LongestText }],
    };

    private static string Label(Say say, Tier tier, string part)
    {
        var key = part switch { "accept" => "agreement.acceptOf", "contact" => "agreement.contactOf", _ => "agreement.fromScoreOf" };
        return say.Text(key, ("tier", new Phrase(TierWords.Of(tier, say))));
    }

    // "tiers.hot.accept"
    private static string? Place(string path, Say say) =>
        path.Split('.') is ["tiers", var name, var part] && Enum.TryParse<Tier>(name, ignoreCase: true, out var tier) ? Label(say, tier, part)
        : path == "tiers" ? say.Text("agreement.fromScore")
        : null;

    private static string Id(Tier tier, string part) => $"{tier.ToString().ToLowerInvariant()}.{part}";
}
