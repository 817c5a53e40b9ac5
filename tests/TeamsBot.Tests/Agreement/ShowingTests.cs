using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Agreement;

public sealed class ShowingTests : AgreementTest
{
    [Fact]
    public async Task Before_anybody_agreed_it_says_what_holds()
    {
        var card = await ShownTo(Max);

        card.Says("Agreement, version 0").ShouldBeTrue();
        card.Says("Before anybody agreed").ShouldBeTrue();
        card.Says("30 minutes").ShouldBeTrue();
        card.Says("Mon–Fri 09:00–17:00 (Europe/Warsaw)").ShouldBeTrue();
        card.Says("at 50%, 80% of the target").ShouldBeTrue();
        card.Says("the head of sales is told").ShouldBeTrue();
        card.Says("20:00–07:00").ShouldBeTrue();
        card.Buttons.ShouldBe(["Change targets…", "Change working time…", "Whole document…", "How leads are scored", "Details"]);
    }

    [Theory]
    [InlineData("umowa")]
    [InlineData("الاتفاقية")]
    [InlineData("اتفاقية مستوى الخدمة")]
    [InlineData("协议")]
    [InlineData("SLA agreement")]
    public async Task It_is_asked_for_in_any_language(string words) => (await ShownTo(Max, words)).Says("Agreement, version 0").ShouldBeTrue();

    [Fact]
    public async Task A_rep_sees_it_and_its_details_without_the_buttons_that_change_it()
    {
        var card = await ShownTo(Ben);

        card.Buttons.ShouldBe(["How leads are scored", "Details"]);
        var details = (await Ben.Clicks(card, "Details")).Card!;
        details.Says("Days off").ShouldBeTrue();
        details.Buttons.ShouldBe(["Back"]);
    }

    [Fact]
    public async Task Who_has_no_role_is_told_so()
    {
        await App.As(Cast.Rita).Says("agreement");

        (await App.ChatOf(Cast.Rita).NextText()).ShouldStartWith("The agreement is shown to everybody who has a role.");
    }

    [Theory]
    [InlineData("agreement.targets", "{}")]
    [InlineData("agreement.hours", """{"channel":"all"}""")]
    [InlineData("agreement.document", "{}")]
    [InlineData("agreement.saveTargets", """{"version":"0","hot.fromScore":"80","hot.accept":"1m","hot.contact":"1m","warm.fromScore":"50","warm.accept":"1m","warm.contact":"1m","cold.accept":"1m","cold.contact":"1m"}""")]
    [InlineData("agreement.saveHours", """{"version":"0","channel":"all","week":"always","timeZone":"UTC"}""")]
    [InlineData("agreement.saveDocument", """{"version":"0","document":"{}"}""")]
    public async Task Nobody_else_changes_it_whatever_they_send(string verb, string data)
    {
        foreach (var person in new[] { Ben.Person, Cast.Mia, Cast.Rita })
        {
            (await App.As(person).Sends(person.PersonalChatId, verb, data)).Sentence.ShouldBe("Only managers and admins can change the agreement.");
        }

        (await InForce()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task The_head_of_sales_and_an_admin_may_change_it() =>
        (await ShownTo(App.As(FakeTeam.Admin))).Buttons.ShouldContain("Change targets…");

    [Fact]
    public async Task Channels_that_work_otherwise_are_shown_with_their_hours()
    {
        await Agreements.AddAsync(FakeTeam.TenantId, SlaAgreement.Initial(DateTimeZone.Utc) with
        {
            Version = 1,
            ChangedBy = new(new("x"), "Anna Nowak"),
            ChangedAt = Instant.FromUtc(2026, 3, 1, 12, 0),
            Channels = new Dictionary<string, ChannelTime> { [FakeTeam.SalesChannelId] = new(null, DateTimeZoneProviders.Tzdb["Asia/Riyadh"]) },
            Promise = new(40, 60),
            CatchAll = new PersonRef(new("x"), "Anna Nowak"),
        }, CancellationToken.None);

        var card = await ShownTo(Ben);

        card.Says("Agreement, version 1").ShouldBeTrue();
        card.Says("Anna Nowak, Sun 1 Mar 12:00").ShouldBeTrue();
        card.Says("Mon–Fri 09:00–17:00 (Asia/Riyadh)").ShouldBeTrue();
        card.Says("40 leads a month, 60% accepted").ShouldBeTrue();
        card.Says("Anna Nowak is asked to decide").ShouldBeTrue();
    }
}
