using System.Diagnostics;
using TeamsBot.Domain.Questions;
using TeamsBot.Domain.Sla;
using TeamsBot.Hosting.Files;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Features.Questions;

/// <summary>Questions in Teams: what is typed and no command, the funnel, and the buttons of answers. Each with the rights that its asker has now.</summary>
public sealed class QuestionDesk(QuestionSource source, TeamsAskers askers, LastQuestionStore last, FileOffer files)
{
    // The JSON of a query with many long values.
    private const int LongestQuery = 20_000;

    /// <summary>Answers a sentence; it may change a part of the last question of the same person in the same conversation.</summary>
    public async Task<Reply> AskAsync(Turn turn, string text, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        if (await source.Refresh(cancel) is not { } upTo)
        {
            QuestionMeter.Answered(since, answer: null, turn.Language);
            return Reply.Text(turn.Say.Text("answer.building"));
        }

        var (answerer, asker) = (askers.AnswererFor(turn.Organisation), await askers.AskerAsync(turn.Organisation, turn.Person, turn.Moments, cancel));
        var before = await last.FindAsync(turn.Person.Id, turn.ConversationId, turn.Now, cancel);
        var answer = await answerer.AskAsync(text, asker, before.Value, cancel);
        await RememberAsync(turn, before, answer, cancel);
        QuestionMeter.Answered(since, answer, turn.Language);
        return Reply.Card(AnswerCard.Render(await ViewAsync(answer, text, answerer, asker, cancel) with { UpTo = upTo }));
    }

    /// <summary>The funnel of a period.</summary>
    public Task<Reply> FunnelAsync(Turn turn, ReportPeriod period, CancellationToken cancel)
    {
        var days = DaySpan.Of(period, turn.Now.InZone(turn.Organisation.TimeZone).Date);
        return AnswerAsync(turn, new Query(Metrics.Funnel) { Period = days.From is null ? null : new Period(days.From, days.To) }, cancel);
    }

    /// <summary>A button that carries a whole question; the answer takes the card's place.</summary>
    public async Task<AdaptiveCardInvokeResponse> ShowAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        QueryOf(input) is { } query ? (await AnswerAsync(turn, query, cancel)).ToInvoke() : Answer.Unknown(turn);

    /// <summary>What the metric of a question means, with the way back to its answer.</summary>
    public Task<AdaptiveCardInvokeResponse> DefineAsync(Turn turn, CardInput input) => Task.FromResult(QueryOf(input) is { } query
        ? Answer.Card(DefinitionCard.Render(query, query, new Wording(turn.Moments) { Vocabulary = source.Vocabulary() }))
        : Answer.Unknown(turn));

    /// <summary>Offers all rows of an answer as a file.</summary>
    public async Task<AdaptiveCardInvokeResponse> OfferFileAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        QueryOf(input) is { } query ? Reply.Text(await files.MakeAsync(turn, AnswerFile.Of(query), cancel)).ToInvoke() : Answer.Unknown(turn);

    private async Task<Reply> AnswerAsync(Turn turn, Query query, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        if (await source.Refresh(cancel) is not { } upTo)
        {
            QuestionMeter.Answered(since, answer: null, turn.Language);
            return Reply.Text(turn.Say.Text("answer.building"));
        }

        var (answerer, asker) = (askers.AnswererFor(turn.Organisation), await askers.AskerAsync(turn.Organisation, turn.Person, turn.Moments, cancel));
        var answer = await answerer.AnswerAsync(query, asker, cancel);
        QuestionMeter.Answered(since, answer, turn.Language);
        await RememberAsync(turn, await last.FindAsync(turn.Person.Id, turn.ConversationId, turn.Now, cancel), answer, cancel);
        return Reply.Card(AnswerCard.Render(await ViewAsync(answer, question: null, answerer, asker, cancel) with { UpTo = upTo }));
    }

    private Query? QueryOf(CardInput input) => input.Text("q", LongestQuery) is { } json ? source.Parse(json) : null;

    private Task RememberAsync(Turn turn, Stored<Query?> before, QuestionAnswer answer, CancellationToken cancel) => answer.Asked is { } asked
        ? last.SaveAsync(turn.Person.Id, turn.ConversationId, before, asked, turn.Now, cancel)
        : Task.CompletedTask;

    // A single number is shown beside those of the periods before it, the funnel beside the one before.
    private async Task<AnswerView> ViewAsync(QuestionAnswer answer, string? question, Answerer answerer, Asker asker, CancellationToken cancel)
    {
        var view = new AnswerView(answer, answerer.WordingFor(asker), question) { Today = asker.Today };
        if (answer is not { Outcome: QuestionOutcome.Answered, Query: { } query })
        {
            return view;
        }

        if (Recent.QueryFor(query) is { } recent)
        {
            return view with { Recent = Recent.Of(recent, await source.Compute(recent, asker.Zone, cancel)) };
        }

        return query is { Metric: Metrics.Funnel, Form: QueryForm.Figure, GroupBy: [] } && FunnelCard.Earlier(query) is { } before
            ? view with { Before = await source.Compute(query with { Period = before, CompareTo = null }, asker.Zone, cancel) }
            : view;
    }
}
