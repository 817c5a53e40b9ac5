using Shouldly;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Integrations.Tests.OpenAI;

/// <summary>The model as it is configured, through the front door.</summary>
public sealed class LanguageModelInTeamsTests
{
    private const string Odd = "zorble the frumious grommets";

    [Fact]
    public async Task A_question_that_the_grammar_does_not_understand_is_read_with_its_help()
    {
        await using var model = await FakeModel.StartAsync();
        await using var app = await StartAsync(model.Endpoint);
        await app.HasAsync(Cast.Nadia);

        (await AskAsync(app)).Says("with the help of a language model").ShouldBeTrue();

        model.LastSaid.ShouldNotContain(Cast.Nadia.Name!);
    }

    [Fact]
    public async Task Down_it_is_as_if_there_were_none()
    {
        await using var app = await StartAsync("http://127.0.0.1:1/v1");
        app.Log.Expect(701);

        (await AskAsync(app)).Says("Baton does not understand this question").ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_endpoint_stops_the_start() =>
        (await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => StartAsync("http://models.example/v1"))).Message.ShouldContain("Questions:LanguageModel:Endpoint");

    private static async Task<BatonApp> StartAsync(string endpoint)
    {
        var app = await BatonApp.StartAsync(new()
        {
            Settings = new Dictionary<string, string?> { ["Questions:LanguageModel:Endpoint"] = endpoint, ["Questions:LanguageModel:Model"] = "small", ["Questions:LanguageModel:Timeout"] = "00:00:09" },
        });
        await app.SetUpAsync();
        return app;
    }

    private static async Task<ShownCard> AskAsync(BatonApp app)
    {
        await app.As(FakeTeam.Admin).Says(Odd);
        return await app.ChatOf(FakeTeam.Admin).NextCard();
    }
}
