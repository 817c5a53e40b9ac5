using System.CommandLine;
using System.Text;
using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Text;
using Command = System.CommandLine.Command;

namespace TeamsBot.Features.Questions;

/// <summary>The command <c>ask</c>: one question, or a file of them, answered in the terminal as the bot would.</summary>
public static class AskCommand
{
    /// <param name="openStore">Opens the store that the options of the root command name.</param>
    /// <param name="openSource">Opens what questions are answered with, on that store.</param>
    public static Command Create(
        Func<ParseResult, ITables> openStore, Func<ParseResult, ITables, CancellationToken, Task<QuestionSource>> openSource, TimeProvider clock)
    {
        var options = new AskOptions();
        var command = new Command("ask", "Answers a question from the records, as the bot would.")
        {
            options.Question, options.Batch, options.Locale, options.Now, options.As, options.Json,
        };
        command.Validators.Add(options.Check);
        command.SetAction(async (parsed, cancel) =>
        {
            var tables = openStore(parsed);
            await using var closing = tables as IAsyncDisposable;
            var source = await openSource(parsed, tables, cancel);
            return await RunAsync(options.Read(parsed, clock), source, new AskPeople(new PeopleStore(tables), source), parsed.InvocationConfiguration, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(AskArguments asked, QuestionSource source, AskPeople people, InvocationConfiguration console, CancellationToken cancel)
    {
        var (organisation, rights, problem) = await people.FindAsync(asked.As, cancel);
        if (problem is not null)
        {
            await console.Error.WriteLineAsync(problem);
            return 1;
        }

        var answerer = new Answerer(source);
        Asker AskerOf(string? locale, Instant now) =>
            new(new Moments(Say.In(Languages.Of(locale ?? asked.Locale) ?? organisation.Language), organisation.TimeZone, now), organisation.TimeZone, rights);
        if (asked.Batch is { } file)
        {
            using var lines = new StreamReader(file, Encoding.UTF8);
            await new AskBatch(answerer, AskerOf, console.Error).RunAsync(lines, asked.Now, asked.AsJson, console.Output, cancel);
            return 0;
        }

        var asker = AskerOf(null, asked.Now);
        var answer = await answerer.AskAsync(asked.Question!, asker, previous: null, cancel);
        await console.Output.WriteLineAsync(asked.AsJson ? AnswerJson.Readable(answer) : AnswerPrint.Of(answer, answerer.WordingFor(asker)));
        return 0;
    }
}
