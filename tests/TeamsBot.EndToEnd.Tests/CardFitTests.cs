using System.Text;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>Draws every card in every language, wide and narrow, light and dark, with its forms open. The pictures are for the eye.</summary>
[Collection(Chromium.Collection)]
public sealed class CardFitTests(Chromium chromium)
{
    // Every state before those who have something to see or do in it.
    private static readonly (string State, Audience Audience)[] Seen =
    [
        ("waiting", Audience.Channel), ("waiting", Audience.Requester), ("overdue", Audience.Channel), ("asked", Audience.Marketing), ("answered", Audience.Asker),
        ("accepted", Audience.Channel), ("accepted", Audience.Owner), ("contact-overdue", Audience.Owner), ("contacted", Audience.Owner), ("noted", Audience.Owner),
        ("qualified", Audience.Owner), ("rejected", Audience.Requester), ("recycled", Audience.Channel),
        ("returned", Audience.Channel), ("returned", Audience.Requester), ("to-mend", Audience.Requester), ("disputed", Audience.Head), ("disputed", Audience.Requester), ("ruled", Audience.Channel),
        ("offered", Audience.Requester), ("passed", Audience.Channel), ("routed", Audience.Owner),
    ];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_a_handoff(Language language) => ShouldFitAsync(language, Handoffs(language, "nadia", Samples.Nadia));

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_a_handoff_with_the_longest_names(Language language) => ShouldFitAsync(language, Handoffs(language, "longest", Samples.Longest));

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_the_other_cards(Language language) =>
        ShouldFitAsync(language, OtherSamples.All.Select(other => (other.Key, other.Value(Say.In(language)))));

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_a_notice(Language language) => ShouldFitAsync(
        language,
        NoticeSamples.Names.Select(name => ($"notice-{name}", HandoffCard.Render(NoticeSamples.View(name, language))))
            .Append(("notice-settled", HandoffCard.Render(NoticeSamples.Settled(language))))
            .Append(("notice-head-longest", HandoffCard.Render(NoticeSamples.View("head", language) with { Lead = Samples.Longest }))));

    [Fact]
    public Task Nothing_is_cut_off_a_handoff_whose_names_are_attacks() =>
        ShouldFitAsync(Language.English, Handoffs(Language.English, "hostile", Samples.HostileLead));

    private static IEnumerable<(string Name, AdaptiveCard Card)> Handoffs(Language language, string name, Lead lead)
    {
        var views = Seen.Select(seen => (Name: $"{seen.State}-{seen.Audience}-{name}", View: Samples.View(seen.State, seen.Audience, language) with { Lead = lead })).ToList();
        return
        [
            .. views.Select(view => (view.Name, HandoffCard.Render(view.View))),
            .. views.Where(view => view.View.Handoff.State == HandoffState.Qualified || view.View.Earlier.Count > 0).Select(view => ($"{view.Name}-details", HandoffCard.Details(view.View))),
        ];
    }

    private async Task ShouldFitAsync(Language language, IEnumerable<(string Name, AdaptiveCard Card)> cards)
    {
        await using var pictures = await CardPictures.OpenAsync(chromium);
        var cut = new List<string>();
        foreach (var (name, card) in cards)
        {
            var found = await pictures.TakeAsync($"card-{name}-{Text.Languages.Tag(language)}", Encoding.UTF8.GetString(CardJson.Serialize(card)));
            cut.AddRange(found.Select(text => $"{name}, {text}"));
        }

        cut.ShouldBeEmpty();
    }
}
