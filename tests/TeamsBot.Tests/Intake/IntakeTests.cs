using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Features.Intake;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Intake;

/// <summary>Leads that other systems post.</summary>
public sealed class IntakeTests : AppTest
{
    private const string Lead = """{"id":"web-1","name":"Omar Haddad","company":"Blue Dock","email":"omar@bluedock.example","score":91}""";
    private const int Unsigned = 401;

    [Fact]
    public async Task A_signed_lead_is_stored_and_appears_in_the_sales_channel()
    {
        App.Log.Forbid("Omar Haddad", "omar@bluedock.example", "Blue Dock");

        var (status, answer) = await Post(Lead);

        status.ShouldBe(HttpStatusCode.Accepted);
        answer.Text("id").ShouldBe("web-1");
        answer.Text("state").ShouldBe("waiting");
        var card = await Sales.NextCard();
        card.Says("Omar Haddad").ShouldBeTrue();
        card.Json.GetRawText().ShouldNotContain("omar@bluedock.example");
        (await App.Records.Handoff("web-1~1")).RequestedBy.IsIntake.ShouldBeTrue();
    }

    [Fact]
    public async Task The_sender_may_say_how_urgent_it_is()
    {
        await Post(Lead.Replace("91", """91,"tier":" Cold" """, StringComparison.Ordinal));

        (await App.Records.Handoff("web-1~1")).Tier.ShouldBe(Domain.Sla.Tier.Cold);
    }

    [Theory]
    [InlineData("boiling")]
    [InlineData("2")]
    [InlineData("hot, cold")]
    public async Task A_tier_that_is_none_is_refused(string tier)
    {
        var (_, answer) = await Post(Lead.Replace("91", $$"""91,"tier":"{{tier}}" """, StringComparison.Ordinal));

        answer.Text("state").ShouldBe("refused");
        answer.Text("error").ShouldBe("tier is none of hot, warm and cold: write one of them, or leave it out.");
    }

    [Fact]
    public async Task A_question_about_it_goes_to_the_marketing_channel()
    {
        await Post(Lead);
        var card = await Sales.NextCard();

        await Ben.Clicks(card, "Send question", ("question", "Which form was it?"));

        var asked = await App.Channel(FakeTeam.MarketingChannelId).NextCard();
        await Mia.Clicks(asked, "Send answer", ("answer", "The demo form."));
        (await Sales.NextUpdate(card, "The demo form.")).Has("Accept").ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_id_twice_is_one_lead_that_is_handed_over_once()
    {
        await Post(Lead);
        await Sales.NextCard();

        var (status, answer) = await Post(Lead.Replace("91", "95", StringComparison.Ordinal));

        status.ShouldBe(HttpStatusCode.Accepted);
        answer.Text("state").ShouldBe("waiting");
        (await App.Records.Lead("web-1")).Score.ShouldBe(95);
        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Somebody_who_comes_in_again_under_another_id_is_handed_over_once_until_sales_is_through()
    {
        await Post(Lead);
        var card = await Sales.NextCard();

        var (_, again) = await Post(Lead.Replace("web-1", "fair-9", StringComparison.Ordinal));
        again.Text("id").ShouldBe("fair-9");
        again.Text("state").ShouldBe("waiting");
        (await App.Records.Lead("fair-9")).JoinedTo.ShouldBe(new Domain.Leads.LeadId("web-1"));
        Sales.Cards.ShouldHaveSingleItem();

        await Ben.Clicks(card, "Reject lead", ("reason", "Budget"));
        await Sales.NextUpdate(card, "no budget");
        await App.SettledAsync();
        App.Later(TimeSpan.FromMinutes(1));
        (await Post(Lead.Replace("web-1", "form-3", StringComparison.Ordinal))).Answer.Text("state").ShouldBe("waiting");
        (await App.Records.Handoff("web-1~2")).State.ShouldBe(HandoffState.Waiting);
        await Post(Lead.Replace("web-1", "form-3", StringComparison.Ordinal));
        (await App.Records.RowsOf("web-1")).Count(row => row.StartsWith("handoff|", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_lead_posted_five_times_at_once_is_handed_over_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Post(Lead)));

        await Sales.NextCard();
        (await App.Records.Handoff("web-1~1")).State.ShouldBe(HandoffState.Waiting);
        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_many_leads_each_has_an_answer_in_its_place_and_the_refused_ones_say_why()
    {
        var (status, answer) = await Post("""
            [{"id":"a","name":"Ann"}, {"name":"No Id"}, {"id":"c","createdAt":"yesterday"}, 7, {"id":"e","channel":"Nowhere"}, {"id":"f","score":"high"}, {"id":"g","channel":"DACH"}]
            """);

        status.ShouldBe(HttpStatusCode.Accepted);
        var receipts = answer.EnumerateArray().ToList();
        receipts.Select(receipt => receipt.Text("state")).ShouldBe(["waiting", "refused", "refused", "refused", "refused", "refused", "waiting"]);
        receipts[1].Text("error")!.ShouldContain("id is missing");
        receipts[2].Text("error")!.ShouldContain("createdAt");
        receipts[4].Text("error")!.ShouldContain("There are: Sales");
    }

    [Fact]
    public async Task The_previous_secret_is_good_while_senders_are_moved_over()
    {
        (await Post(Lead, secret: BatonAppOptions.PreviousIntakeSecret)).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("wrong secret", "another secret of at least 32 letters", 0, null)]
    [InlineData("too old", BatonAppOptions.IntakeSecret, -301, null)]
    [InlineData("from the future", BatonAppOptions.IntakeSecret, 301, null)]
    [InlineData("no signature", BatonAppOptions.IntakeSecret, 0, "")]
    [InlineData("not hexadecimal", BatonAppOptions.IntakeSecret, 0, "zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("too short", BatonAppOptions.IntakeSecret, 0, "00")]
    public async Task A_signature_that_does_not_fit_is_refused(string why, string secret, int secondsOff, string? signature)
    {
        App.Log.Expect(Unsigned);

        var (status, problem) = await Post(Lead, secret, secondsOff, signature);

        status.ShouldBe(HttpStatusCode.Unauthorized, why);
        problem.Text("type").ShouldBe("urn:baton:problem:bad-signature");
        Sales.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signature_of_another_body_is_refused()
    {
        App.Log.Expect(Unsigned);
        var stamp = Stamp(0);

        var (status, _) = await Post(Lead, signature: IntakeSignature.Sign(BatonAppOptions.IntakeSecret, stamp, "{}"u8));

        status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{\"id\":", 400, "not-json")]
    [InlineData("", 400, "not-json")]
    [InlineData("7", 400, "not-leads")]
    [InlineData("\"lead\"", 400, "not-leads")]
    public async Task What_is_no_lead_has_a_problem_of_its_own(string body, int status, string type)
    {
        var (answered, problem) = await Post(body);

        ((int)answered).ShouldBe(status);
        problem.Text("type").ShouldBe("urn:baton:problem:" + type);
    }

    [Fact]
    public async Task Five_hundred_and_one_leads_are_too_many()
    {
        var (status, problem) = await Post($"[{string.Join(',', Enumerable.Repeat("{\"id\":\"x\"}", 501))}]");

        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.Text("type").ShouldBe("urn:baton:problem:not-leads");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_more_than_a_mebibyte_is_too_large(bool tellLength)
    {
        var (status, problem) = await Post(new string(' ', (1024 * 1024) + 1), tellLength: tellLength);

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        problem.Text("type").ShouldBe("urn:baton:problem:too-large");
    }

    [Theory]
    [InlineData("{\"id\":\"x\",\"name\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"x\",\"attributes\":{\"a\":1}}")]
    public async Task A_lead_that_is_no_proper_text_is_refused_by_name(string body)
    {
        var (status, answer) = await Post(body);

        status.ShouldBe(HttpStatusCode.Accepted);
        answer.Text("state").ShouldBe("refused");
    }

    [Fact]
    public async Task An_id_longer_than_a_key_is_refused_and_named()
    {
        var id = new string('#', 900);

        var (status, answer) = await Post($$"""{"id":"{{id}}"}""");

        status.ShouldBe(HttpStatusCode.Accepted);
        answer.Text("state").ShouldBe("refused");
        answer.Text("id").ShouldBe(id);
    }

    private string Stamp(int secondsOff) => (App.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsOff).ToString(CultureInfo.InvariantCulture);

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Post(
        string body, string secret = BatonAppOptions.IntakeSecret, int secondsOff = 0, string? signature = null, bool tellLength = true)
    {
        var (bytes, stamp) = (Encoding.UTF8.GetBytes(body), Stamp(secondsOff));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("X-Timestamp", stamp);
        request.Headers.Add("X-Signature", signature ?? IntakeSignature.Sign(secret, stamp, bytes));
        request.Headers.TransferEncodingChunked = !tellLength;
        using var response = await App.Http.SendAsync(request);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, answer.RootElement.Clone());
    }
}
