using System.Text.Json;
using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>
/// A file of questions, one a line, answered in their order, one a line. Lines with the same conversation are one: each may change a
/// part of the question before. A line that is no question is answered with what is wrong with it.
/// </summary>
internal sealed class AskBatch(Answerer answerer, Func<string?, Instant, Asker> askerOf, TextWriter problems)
{
    private readonly Dictionary<string, Query> conversations = new(StringComparer.Ordinal);

    public async Task RunAsync(TextReader lines, Instant now, bool asJson, TextWriter output, CancellationToken cancel)
    {
        for (var number = 1; await lines.ReadLineAsync(cancel) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var question = BatchLine.Read(line, number, now);
                var asker = askerOf(question.Locale, question.Now);
                var answer = await AnswerAsync(question, asker, cancel);
                await output.WriteLineAsync(asJson ? AnswerJson.Line(answer, question.Id) : $"[{question.Id}] {question.Text}\n{AnswerPrint.Of(answer, answerer.WordingFor(asker))}\n");
            }
        }
    }

    private async Task<QuestionAnswer> AnswerAsync(BatchLine line, Asker asker, CancellationToken cancel)
    {
        if (line.FaultKey is { } fault)
        {
            return new(QuestionOutcome.OutOfScope, asker.Say.Text(fault));
        }

        try
        {
            var previous = line.Conversation is { } known ? conversations.GetValueOrDefault(known) : null;
            var answer = await answerer.AskAsync(line.Text, asker, previous, cancel);
            if (line.Conversation is { } conversation && answer.Asked is { } asked)
            {
                conversations[conversation] = asked;
            }

            return answer;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await problems.WriteLineAsync($"{line.Id}: {failure.Message}");
            return new(QuestionOutcome.OutOfScope, asker.Say.Text("batch.failed"));
        }
    }
}

/// <summary>A line of a batch: <c>{"id","text","locale","now","conversation"}</c>.</summary>
/// <param name="FaultKey">The sentence about what is wrong with it; null when it is a question.</param>
internal sealed record BatchLine(string Id, string Text, string? Locale, Instant Now, string? Conversation, string? FaultKey)
{
    public static BatchLine Read(string line, int number, Instant now)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement, new($"line {number}", "", null, now, null, null));
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return new($"line {number}", "", null, now, null, "batch.notJson");
        }
    }

    private static BatchLine Read(JsonElement json, BatchLine empty)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return empty with { FaultKey = "batch.notJson" };
        }

        var moment = Member(json, "now");
        var line = empty with
        {
            Id = Member(json, "id") ?? empty.Id,
            Text = Member(json, "text") ?? "",
            Locale = Member(json, "locale"),
            Now = AskOptions.MomentOf(moment) ?? empty.Now,
            Conversation = Member(json, "conversation"),
        };
        return line with { FaultKey = FaultOf(line, moment) };
    }

    private static string? FaultOf(BatchLine line, string? moment) =>
        string.IsNullOrWhiteSpace(line.Text) ? "batch.noText"
        : moment is not null && AskOptions.MomentOf(moment) is null ? "batch.noMoment"
        : line.Locale is not null && Languages.Of(line.Locale) is null ? "batch.noLocale"
        : null;

    private static string? Member(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
