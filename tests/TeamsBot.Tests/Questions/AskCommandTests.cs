using System.CommandLine;
using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.Questions;
using TeamsBot.Features.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.Cards;
using Xunit;

namespace TeamsBot.Tests.Questions;

/// <summary><c>ask</c> on the command line.</summary>
public sealed class AskCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-ask-");
    private readonly StubSource stub = new();

    public async Task InitializeAsync()
    {
        var tables = TableStorage.Open(null, folder.FullName, TimeProvider.System);
        await tables.CreateAsync(TableNames.All, CancellationToken.None);
        await ((IAsyncDisposable)tables).DisposeAsync();
        stub.Reads("leads by source", QuestionSamples.BySource)
            .Reads("leads", QuestionSamples.Leads)
            .Reads("and by rep?", last => last is null ? new Reading.OutOfScope(Refusal.NothingToFollow) : new Reading.Understood(last with { GroupBy = ["rep"] }))
            .Reads("boom", _ => throw new InvalidOperationException("the grammar broke"));
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_question_is_answered_with_its_restatement_a_sentence_and_a_table()
    {
        stub.Figures = _ => QuestionSamples.All["bottom"].Figures;

        (await Ask("ask", "leads by source", "--locale", "en-US")).Output.ShouldBe(
            """
            Leads · created March 2018 · by source
            Leads by source in March 2018: other (22), display (16), other publicities (8).

            Source             Leads
            other publicities      8
            display               16
            other                 22

            """);
    }

    [Fact]
    public async Task The_same_is_JSON_where_that_is_asked_for()
    {
        using var answer = JsonDocument.Parse((await Ask("ask", "leads", "--json", "--locale", "pl")).Output);
        answer.RootElement.GetProperty("outcome").GetString().ShouldBe("answered");
        answer.RootElement.GetProperty("rows")[0][0].GetDouble().ShouldBe(7);
        answer.RootElement.GetProperty("restatement").GetString().ShouldStartWith("Leady");
        answer.RootElement.GetProperty("query").GetProperty("metric").GetString().ShouldBe("leads");
    }

    [Fact]
    public async Task A_batch_is_answered_line_by_line_and_a_bad_line_stops_nothing()
    {
        var answers = await Batch(
            """{"id":"a","text":"leads","locale":"en-US","now":"2018-06-01T12:00:00Z"}""",
            "not json",
            "",
            """{"id":"c","locale":"pl"}""",
            """{"id":"d","text":"leads","now":"yesterday"}""",
            """{"id":"e","text":"leads","locale":"fr"}""",
            """{"id":"f","text":"boom"}""",
            """{"id":7,"text":"leads by source","locale":"zh-CN","unknown":1}""");

        answers.Select(answer => answer.GetProperty("id").GetString()).ShouldBe(["a", "line 2", "c", "d", "e", "f", "7"]);
        answers.Select(answer => answer.GetProperty("outcome").GetString()).ShouldBe(["answered", "outOfScope", "outOfScope", "outOfScope", "outOfScope", "outOfScope", "answered"]);
        answers[1].GetProperty("text").GetString().ShouldBe("This line is no JSON object with a question.");
        answers[2].GetProperty("text").GetString().ShouldBe("W tym wierszu brakuje pytania w polu text.");
        answers[3].GetProperty("text").GetString().ShouldBe("The moment of asking is not one such as 2018-06-01T12:00:00Z.");
        answers[6].GetProperty("restatement").GetString().ShouldBe("线索 · 创建时间：2018年3月 · 按来源");
    }

    [Fact]
    public async Task Lines_of_one_conversation_follow_one_another_and_others_do_not()
    {
        var answers = await Batch(
            """{"id":"1","text":"leads","conversation":"x"}""",
            """{"id":"2","text":"and by rep?","conversation":"y"}""",
            """{"id":"3","text":"and by rep?","conversation":"x"}""",
            """{"id":"4","text":"and by rep?"}""");

        answers.Select(answer => answer.GetProperty("outcome").GetString()).ShouldBe(["answered", "outOfScope", "answered", "outOfScope"]);
        answers[2].GetProperty("query").GetProperty("groupBy")[0].GetString().ShouldBe("rep");
    }

    [Fact]
    public async Task A_rep_of_the_records_is_answered_with_the_figures_of_the_own_team()
    {
        stub.Vocabulary = new([Values("rep", "Ben Ortiz", "Ida Lund"), Values("team", "East")]);
        stub.Figures = query => query.GroupBy switch
        {
            ["team"] => new([new("team", Unit.Text), new("deals", Unit.Count)], [["East", 4d]]) { Records = 4 },
            ["rep"] when query.Metric == Metrics.Deals => new([new("rep", Unit.Text), new("deals", Unit.Count)], [["Ida Lund", 9d], ["Ben Ortiz", 4d]]) { Records = 13 },
            _ => new([new("leads", Unit.Count)], [[3d]]) { Records = 3 },
        };

        using var answer = JsonDocument.Parse((await Ask("ask", "leads", "--as", "ben ortiz", "--json")).Output);

        answer.RootElement.GetProperty("query").GetProperty("filters")[1].GetProperty("values").EnumerateArray().Select(value => value.GetString()).ShouldBe(["ben ortiz", "Ida Lund"]);
    }

    [Fact]
    public async Task Somebody_whom_nobody_knows_is_an_error()
    {
        var (code, output, error) = await Ask("ask", "leads", "--as", "Nobody");
        (code, output, error.Trim()).ShouldBe((1, "", "Baton knows nobody called 'Nobody'."));
    }

    [Theory]
    [InlineData("ask takes either a question in quotes or --batch FILE.jsonl.", "ask")]
    [InlineData("ask takes either a question in quotes or --batch FILE.jsonl.", "ask", "leads", "--batch", "x.jsonl")]
    [InlineData("--locale takes en, pl, ar or zh, not 'fr'.", "ask", "leads", "--locale", "fr")]
    [InlineData("--now takes a moment such as 2018-06-01T12:00:00Z, not 'today'.", "ask", "leads", "--now", "today")]
    public void Wrong_arguments_are_said_to_be_wrong(string error, params string[] args) => Root().Parse(args).Errors.Select(wrong => wrong.Message).ShouldBe([error]);

    private async Task<IReadOnlyList<JsonElement>> Batch(params IEnumerable<string> lines)
    {
        var file = Path.Combine(folder.FullName, "questions.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        var (code, output, _) = await Ask("ask", "--batch", file, "--json");
        code.ShouldBe(0);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private async Task<(int Code, string Output, string Error)> Ask(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Root().Parse(args).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private RootCommand Root() =>
        [AskCommand.Create(_ => TableStorage.Open(null, folder.FullName, TimeProvider.System), (_, _, _) => Task.FromResult(stub.Source), TimeProvider.System)];

    private static VocabularyDimension Values(string id, params string[] values) => new(id, [Subject.Deals], values, new Dictionary<Domain.People.Language, string>());
}
