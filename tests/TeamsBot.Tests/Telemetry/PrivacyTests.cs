using System.Diagnostics;
using System.Diagnostics.Metrics;
using Shouldly;
using TeamsBot.Routing;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Telemetry;
using Xunit;

namespace TeamsBot.Tests.Telemetry;

/// <summary>What people write does not become telemetry; and the watch over the whole suite sees it when it does.</summary>
public sealed class PrivacyTests : AppTest
{
    private const string Source = "PrivacyTests";

    [Theory]
    [InlineData("name")]
    [InlineData("tag")]
    [InlineData("event")]
    [InlineData("status")]
    [InlineData("baggage")]
    [InlineData("metric")]
    public void The_watch_sees_a_name_wherever_it_stands(string where)
    {
        using var emitted = new Emitted(Source + where);
        using var source = new ActivitySource(Source + where);
        using var meter = new Meter(Source + where);
        using (var span = source.StartActivity(where == "name" ? "hand off nadia brandt" : "span")!)
        {
            _ = where switch
            {
                "tag" => span.SetTag("lead", "Nadia Brandt (L-1)"),
                "event" => span.AddEvent(new("seen", tags: new() { ["lead"] = "NADIA BRANDT" })),
                "status" => span.SetStatus(ActivityStatusCode.Error, "Nadia Brandt is unknown"),
                "baggage" => span.AddBaggage("lead", "Nadia Brandt"),
                _ => span,
            };
        }

        meter.CreateCounter<long>("count").Add(1, new KeyValuePair<string, object?>("lead", where == "metric" ? "Nadia Brandt" : "none"));

        Should.Throw<ShouldAssertException>(() => emitted.ShouldHoldNoneOf(["Nadia Brandt"]));
        Should.NotThrow(() => emitted.ShouldHoldNoneOf(["Ben Ortiz"]));
    }

    [Fact]
    public void There_is_something_to_watch_for() => Personal.OfLeads.ShouldBeSubsetOf(
        [.. Personal.OfLeads.Where(value => value.Length > 1)], "an empty text would be found everywhere");

    [Fact]
    public void The_sample_leads_are_among_it()
    {
        Personal.OfLeads.Count.ShouldBeGreaterThan(100);
        Personal.OfLeads.ShouldContain("Grace Okafor");
        Personal.OfLeads.ShouldContain("grace.okafor@meridian-freight.example");
        Personal.OfLeads.ShouldContain("+44 20 7946 0100");
    }

    [Fact]
    public async Task A_button_that_nobody_made_and_a_sentence_that_nobody_understands_are_named_by_none_of_their_words()
    {
        await Ben.Sends(FakeTeam.SalesChannelId, "Nadia Brandt", "{}");
        await Ben.Says("is Nadia Brandt at +49 30 23125 042 any good?");

        NamesOfTurns().ShouldContain("other");
        NamesOfTurns().ShouldContain("question");
    }

    [Fact]
    public async Task Each_button_has_a_name_of_its_own()
    {
        var verbs = typeof(MessagesEndpoint).Assembly.GetTypes().Where(type => type.Name.EndsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields()).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
            .Where(verb => verb.Contains('.', StringComparison.Ordinal)).ToList();
        verbs.Count.ShouldBeGreaterThan(40);

        foreach (var verb in verbs)
        {
            await Ben.Sends(FakeTeam.SalesChannelId, verb, "{}");
        }

        verbs.Except(NamesOfTurns()).ShouldBeEmpty();
    }

    private static List<string> NamesOfTurns() =>
        [.. Emitted.OfTheSuite.Texts.Where(said => said.Where == "baton.turn.duration baton.turn.name").Select(said => said.Text)];
}
