using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Tests.Security;

/// <summary>Clicks that no card of the bot offers to the one who sends them.</summary>
public sealed class ForgedClickTests : AppTest
{
    private const string Unknown = "Baton does not know this card here. If it is an old one, ask for a new one.";
    private const string OtherChannel = "19:sales-uk-77aa@thread.tacv2";
    private const string Id = """{"handoff":"L-1~1","v":1}""";

    public static TheoryData<string, string> Decisions => new()
    {
        { "handoff.accept", Id },
        { "handoff.reject", """{"handoff":"L-1~1","v":1,"reason":"Budget"}""" },
        { "handoff.ask", """{"handoff":"L-1~1","v":1,"question":"Who?"}""" },
        { "handoff.view", Id },
        { "handoff.details", Id },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task An_id_from_another_teams_card_is_unknown_in_this_teams_channel(string verb, string data)
    {
        await HandedOff();
        App.Teams.Conversations.AddChannel(OtherChannel, "Sales UK");
        var before = await App.Records.RowsOf("L-1");

        (await Ben.Sends(OtherChannel, verb, data)).Sentence.ShouldBe(Unknown);

        (await App.Records.RowsOf("L-1")).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task An_id_from_a_channels_card_is_unknown_in_a_chat_that_has_no_copy(string verb, string data)
    {
        await HandedOff();
        var before = await App.Records.RowsOf("L-1");

        (await Ben.Sends(FakeTeam.Rep.PersonalChatId, verb, data)).Sentence.ShouldBe(Unknown);

        (await App.Records.RowsOf("L-1")).ShouldBe(before);
    }

    [Fact]
    public async Task A_reader_may_not_accept_and_a_marketer_may_not_either()
    {
        var card = await HandedOff();

        (await App.As(Cast.Rita).Clicks(card, "Accept")).Sentence!.ShouldStartWith("Only sales reps can do this.");
        (await Mia.Clicks(card, "Accept")).Sentence!.ShouldStartWith("Only sales reps can do this.");

        (await App.Records.Handoff("L-1~1")).State.ShouldBe(HandoffState.Waiting);
    }

    [Theory]
    [InlineData("handoff.contacted", """{"handoff":"L-1~1"}""")]
    [InlineData("handoff.qualified", """{"handoff":"L-1~1"}""")]
    [InlineData("handoff.recycle", """{"handoff":"L-1~1","reason":"Timing","until":"2027-01-01"}""")]
    [InlineData("handoff.reassign", """{"handoff":"L-1~1","to":"5a1e5000-0000-4000-8000-000000000001"}""")]
    public async Task A_rep_may_not_do_what_is_the_owners(string verb, string data)
    {
        var card = await HandedOff();
        await AcceptedByBen(card);
        await App.Records.Assign(Person.Number(1), Roles.Rep);
        var before = await App.Records.RowsOf("L-1");

        var answer = await App.As(Person.Number(1)).Sends(card.ConversationId, verb, data);

        answer.Sentence.ShouldBe("Ben Ortiz owns this lead. Ask them or a manager to reassign it.");
        (await App.Records.RowsOf("L-1")).ShouldBe(before);
    }

    [Fact]
    public async Task An_answer_comes_from_marketing_alone()
    {
        var card = await HandedOff();
        await Ben.Clicks(card, "Send question", ("question", "Who signs?"));

        var answer = await Ben.Sends(card.ConversationId, "handoff.answer", """{"handoff":"L-1~1","answer":"Me."}""");

        answer.Sentence!.ShouldStartWith("Only marketing can do this.");
    }

    [Fact]
    public async Task Only_a_marketer_hands_off_and_only_to_channels_that_are_set_up()
    {
        (await Ben.Sends(FakeTeam.Rep.PersonalChatId, "handoff.request", """{"lead":"L-1"}""")).Sentence!.ShouldStartWith("Only marketing");
        (await Mia.Sends(Cast.Mia.PersonalChatId, "handoff.request", $$"""{"lead":"L-1","channel":"{{OtherChannel}}"}""")).Sentence.ShouldBe(Unknown);
        (await Mia.Sends(Cast.Mia.PersonalChatId, "handoff.request", """{"lead":"L-99"}""")).Sentence.ShouldBe(Unknown);

        Sales.Messages.ShouldBeEmpty();
    }

    public static TheoryData<string> Ids => new(
        "\"\"", "\"L-1\"", "\"~1\"", "\"L-1~0\"", "\"L-1~-1\"", "\"L-1~99999\"", "\"L-1~1~1\"", "\"L-1~2\"", "\"L-9~1\"", "null", "7", "true", "{}", "[\"L-1~1\"]",
        "\"\\u0000~1\"", "\"../L-1~1\"", "\"L-1' or '1'='1~1\"", $"\"{new string('x', 1_500)}~1\"", $"\"{new string('/', 1_900)}~1\"", $"\"{new string('x', 200_000)}~1\"");

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_id_that_names_no_handoff_is_unknown(string id)
    {
        var card = await HandedOff();
        var before = await App.Records.RowsOf("L-1");

        foreach (var verb in (string[])["handoff.accept", "handoff.view", "handoff.details"])
        {
            (await Ben.Sends(card.ConversationId, verb, $$"""{"handoff":{{id}},"v":1}""")).Sentence.ShouldBe(Unknown, verb);
            (await Mia.Sends(Cast.Mia.PersonalChatId, verb, $$"""{"handoff":{{id}},"v":1}""")).Sentence.ShouldBe(Unknown, verb);
        }

        (await Mia.Sends(Cast.Mia.PersonalChatId, "handoff.request", $$"""{"lead":{{id}}}""")).Sentence.ShouldNotBeNull();
        (await App.Records.RowsOf("L-1")).ShouldBe(before);
    }

    [Fact]
    public async Task An_id_that_is_half_a_character_is_unknown()
    {
        var card = await HandedOff();
        var click = JsonSerializer.Serialize(Ben.Click(card, "Accept"), ActivityJson.Wire.Activity).Replace("L-1~1", "\\ud800~1", StringComparison.Ordinal);

        using var response = await App.PostAsync(click);

        ClickAnswer.Read(await response.Content.ReadAsStringAsync()).Sentence.ShouldBe(Unknown);
    }

    [Theory]
    [InlineData("handoff.steal", "{}")]
    [InlineData("", "{}")]
    [InlineData("HANDOFF.ACCEPT", Id)]
    [InlineData("handoff.accept", "{}")]
    [InlineData("handoff.accept", "[]")]
    [InlineData("handoff.accept", "\"L-1~1\"")]
    [InlineData("handoff.accept", "42")]
    public async Task A_verb_that_is_none_and_data_that_is_none_are_unknown(string verb, string data)
    {
        var card = await HandedOff();

        (await Ben.Sends(card.ConversationId, verb, data)).Sentence.ShouldBe(Unknown);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{\"a\":1}")]
    [InlineData("null")]
    public async Task An_input_of_another_kind_is_taken_as_missing(string value)
    {
        var card = await HandedOff();
        var own = await AcceptedByBen(card);

        (await Ben.Sends(own.ConversationId, "handoff.recycle", $$"""{"handoff":"L-1~1","reason":{{value}},"until":"2027-01-01"}""")).Sentence
            .ShouldBe("Choose a reason and send it again.");
        (await Ben.Sends(own.ConversationId, "handoff.reassign", $$"""{"handoff":"L-1~1","to":{{value}}}""")).Sentence
            .ShouldBe("Choose a colleague and send it again.");
    }

    [Fact]
    public async Task A_person_whose_id_is_far_too_long_is_nobody()
    {
        var own = await AcceptedByBen(await HandedOff());

        (await Ben.Clicks(own, "Reassign lead", ("to", new string('/', 5_000)))).Sentence.ShouldBe("Choose a colleague and send it again.");
    }

    [Fact]
    public async Task A_question_longer_than_a_card_takes_is_cut_and_shown()
    {
        var card = await HandedOff();

        var question = string.Concat(Enumerable.Repeat("𝒳", 5_000));
        await Ben.Clicks(card, "Send question", ("question", question));

        await Sales.NextUpdate(card, "𝒳");
        (await App.Records.Handoff("L-1~1")).Question!.Text.Length.ShouldBeInRange(1, 2_000);
    }

    [Fact]
    public async Task Nobody_but_an_admin_changes_the_set_up()
    {
        var before = await App.Records.Organisation();

        var data = JsonSerializer.Serialize(new { language = "Polish", timeZone = "Europe/Warsaw", headOfSales = FakeTeam.Rep.AadObjectId });
        var answer = await Ben.Sends(FakeTeam.SalesChannelId, "setup.save", data);

        answer.Sentence!.ShouldStartWith("Only an admin can change the set-up.");
        (await App.Records.Organisation()).HeadOfSales.ShouldBe(before.HeadOfSales);
    }
}
