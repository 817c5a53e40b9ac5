using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Setup;

/// <summary>Which channel is which and who heads what: first as a form, then as a summary that can be changed.</summary>
public static class SetupCard
{
    private const int LongestText = 80;

    // Beyond this a person types to find a name. A shorter list opens, since some clients show an id where one can type.
    private const int LongestList = 40;

    /// <summary>The form, filled with what is known. Every field but language and time zone may stay empty.</summary>
    public static AdaptiveCard Form(SetupView view)
    {
        var say = view.Say;
        var title = say.Text("setup.title");
        AdaptiveElement?[] body =
        [
            view.Error is { } error ? Anatomy.State(error, AdaptiveTextColor.Attention) : Anatomy.State(say.Text("setup.state")),
            Anatomy.Title(title),
            Anatomy.Text(say.Text("setup.intro"), AdaptiveSpacing.Small),
            Channel(view, SetupVerbs.SalesChannel, "setup.salesChannel", view.SalesHere?.Id) with { Spacing = AdaptiveSpacing.Medium },
            For(view, view.SalesHere?.For),
            Channel(view, SetupVerbs.MarketingChannel, "setup.marketingChannel", view.MarketingHere?.Id),
            Head(view, SetupVerbs.HeadOfSales, "setup.headOfSales", view.Current.HeadOfSales),
            Head(view, SetupVerbs.HeadOfMarketing, "setup.headOfMarketing", view.Current.HeadOfMarketing),
            LanguageInput(view),
            TimeZone(view),
        ];
        var save = Anatomy.Button("setup-save", say.Text("button.save"), SetupVerbs.Save, CardData.Empty) with
        {
            AssociatedInputs = AdaptiveAssociatedInputs.Auto,
            Style = AdaptiveActionStyle.Positive,
        };
        return Anatomy.Card(say, title, view.Error ?? title, body, save);
    }

    /// <summary>What is set up, what is still missing, and how to change it.</summary>
    public static AdaptiveCard Saved(SetupView view)
    {
        var (say, current) = (view.Say, view.Current);
        var ready = current.SalesChannels.Count > 0 && current.MarketingTeam is not null;
        var state = say.Text(ready ? "setup.done" : "setup.partly");
        var title = current.SalesChannels.Count == 0 ? say.Text("setup.title") : say.Text("setup.leadsGoTo", ("channel", current.SalesChannels[0].Name));
        AdaptiveElement?[] body =
        [
            ready ? Anatomy.DoneState(state) : Anatomy.State(state),
            Anatomy.Title(title),
            current.SalesChannels.Count == 0 ? Anatomy.Text(say.Text("setup.salesMissing"), AdaptiveSpacing.Small) : null,
            current.MarketingTeam is null ? Anatomy.Text(say.Text("setup.marketingMissing"), AdaptiveSpacing.Small) : null,
            Anatomy.Facts(Facts(view)),
        ];
        return Anatomy.Card(say, state, say.Text("setup.spoken", ("state", new Phrase(state)), ("title", new Phrase(title))), body, [Change(say), .. AddChannel(view)]);
    }

    private static IEnumerable<AdaptiveFact?> Facts(SetupView view)
    {
        var (say, current) = (view.Say, view.Current);
        return
        [
            .. current.SalesChannels.Select(channel => Anatomy.Fact(say.Text("setup.sales"), Anatomy.Dotted(say.Given(channel.Name), say.Given(channel.For)))),
            Anatomy.Fact(say.Text("setup.marketing"), view.MarketingHere is { } here ? say.Value(here.Name) : current.MarketingChannel is null ? null : say.Text("setup.otherTeam")),
            Anatomy.Fact(say.Text("setup.headOfSalesShort"), say.Given(current.HeadOfSales?.Name)),
            Anatomy.Fact(say.Text("setup.headOfMarketingShort"), say.Given(current.HeadOfMarketing?.Name)),
            Anatomy.Fact(say.Text("setup.languageShort"), Languages.OwnName(current.Language)),
            Anatomy.Fact(say.Text("setup.timeZone"), say.Value(current.TimeZone.Id)),
        ];
    }

    private static AdaptiveExecuteAction Change(Say say) => Anatomy.Button("setup-change", say.Text("button.change"), SetupVerbs.Change, CardData.Empty);

    // Only channels that take no leads yet can be added.
    private static IEnumerable<AdaptiveAction> AddChannel(SetupView view)
    {
        TeamChannel[] free = [.. view.Channels.Where(channel => view.Current.FindChannel(channel.Id) is null)];
        return free.Length == 0 ? [] :
        [
            Anatomy.Form(
                view.Say,
                "add-channel-form",
                view.Say.Text("button.addChannel"),
                Anatomy.Button("setup-add-channel", view.Say.Text("button.add"), SetupVerbs.AddChannel, CardData.Empty) with { AssociatedInputs = AdaptiveAssociatedInputs.Auto },
                Channel(view with { Channels = free }, SetupVerbs.SalesChannel, "setup.newChannel", null) with { IsRequired = true, ErrorMessage = view.Say.Text("setup.channelMissing") },
                For(view, null)),
        ];
    }

    private static AdaptiveChoiceSetInput Channel(SetupView view, string id, string label, string? value) =>
        Choice(view, id, label, "setup.chooseChannel", view.Channels.Select(channel => new AdaptiveChoice(view.Say.Value(channel.Name), channel.Id)), value);

    private static AdaptiveChoiceSetInput Head(SetupView view, string id, string label, PersonRef? value)
    {
        IReadOnlyList<PersonRef> people = value is null || view.Members.Any(member => member.Id == value.Id) ? view.Members : [value, .. view.Members];
        return Choice(view, id, label, "setup.choosePerson", people.Select(person => new AdaptiveChoice(view.Say.Value(person.Name), person.Id.Value)), value?.Id.Value) with
        {
            Style = people.Count > LongestList ? AdaptiveChoiceInputStyle.Filtered : AdaptiveChoiceInputStyle.Compact,
        };
    }

    private static AdaptiveChoiceSetInput LanguageInput(SetupView view) =>
        Choice(view, SetupVerbs.Language, "setup.language", "setup.chooseLanguage", Languages.All.Select(language => new AdaptiveChoice(Languages.OwnName(language), language.ToString())), view.Current.Language.ToString()) with
        {
            IsRequired = true,
            ErrorMessage = view.Say.Text("setup.languageMissing"),
        };

    private static AdaptiveChoiceSetInput Choice(SetupView view, string id, string label, string choose, IEnumerable<AdaptiveChoice> choices, string? value) => new()
    {
        Id = id,
        Label = view.Say.Text(label),
        Placeholder = view.Say.Text(choose),
        Style = AdaptiveChoiceInputStyle.Compact,
        Choices = [.. choices],
        Value = value,
    };

    private static AdaptiveTextInput For(SetupView view, string? value) => new()
    {
        Id = SetupVerbs.SalesFor,
        Label = view.Say.Text("setup.for"),
        Placeholder = view.Say.Text("setup.forExample"),
        MaxLength = LongestText,
        Value = value,
    };

    private static AdaptiveTextInput TimeZone(SetupView view) => new()
    {
        Id = SetupVerbs.TimeZone,
        Label = view.Say.Text("setup.timeZone"),
        Placeholder = "Europe/Warsaw",
        IsRequired = true,
        ErrorMessage = view.Say.Text("setup.timeZoneMissing"),
        MaxLength = LongestText,
        Value = view.Current.TimeZone.Id,
    };
}
