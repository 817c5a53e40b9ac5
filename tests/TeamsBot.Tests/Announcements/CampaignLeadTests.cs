using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Announcements;

/// <summary>What announcements and leads have to do with one another.</summary>
public sealed class CampaignLeadTests : AnnouncementTest
{
    [Fact]
    public async Task A_lead_of_a_live_campaign_carries_its_talking_points()
    {
        await Announced((AnnouncementForm.StartsOn, "2026-03-02"), ("talkingPoints.arabic", "زمن الانتظار 12 دقيقة"));
        await App.HasAsync(Cast.Nadia);

        await HandedOffToSales();
        var card = Sales.Cards[^1];

        card.Says("Dock wait: 47 minutes; with us 12; No new hardware").ShouldBeTrue();
        (await Leila.Refreshes(card)).Card!.Says("زمن الانتظار 12 دقيقة").ShouldBeTrue();
        (await Ben.Clicks(card, "Accept")).Card!.Says("Dock wait").ShouldBeTrue();
    }

    [Fact]
    public async Task A_campaign_that_nobody_announced_is_asked_about_once()
    {
        await App.Records.Head(Cast.Mia, ofMarketing: true);
        var unknown = App.Services.GetRequiredService<UnknownCampaigns>();

        await unknown.SeenAsync(FakeTeam.TenantId, "Spring Fair", CancellationToken.None);
        await Settled();
        await unknown.SeenAsync(FakeTeam.TenantId, "Spring Fair", CancellationToken.None);
        await Settled();
        var asked = MiasChat.Cards.ShouldHaveSingleItem();

        asked.Says("Spring Fair").ShouldBeTrue();
        (await Mia.Clicks(asked, "Announce…")).Card!.Filled(AnnouncementForm.Name).ShouldBe("Spring Fair");
        await Mia.Says("campaigns");
        (await MiasChat.NextCard()).Says("Spring Fair").ShouldBeTrue();
    }

    [Fact]
    public async Task A_campaign_that_has_not_begun_says_nothing_yet()
    {
        await Announced();
        await App.HasAsync(Cast.Nadia);

        await HandedOffToSales();

        Sales.Cards[^1].Says("Dock wait").ShouldBeFalse();
    }

    private async Task HandedOffToSales()
    {
        await Mia.Says("hand off Nadia Brandt");
        var channels = MiasChat.Cards[^1];
        await Mia.Clicks(channels, "Sales");
        await Settled();
    }
}
