using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>Who asks: in which language and zone, at which moment, with which rights.</summary>
/// <param name="Zone">The organisation's, on whose calendar days are counted.</param>
public sealed record Asker(Moments Moments, DateTimeZone Zone, QuestionRights Rights)
{
    public LocalDate Today => Moments.Now.InZone(Zone).Date;

    public Say Say => Moments.Say;
}

/// <summary>Answers a question: reads it, narrows it to what its asker may see, computes the figures, and puts them into words.</summary>
public sealed class Answerer(QuestionSource source)
{
    /// <param name="previous">The conversation's last question; null where there is none.</param>
    public async Task<QuestionAnswer> AskAsync(string text, Asker asker, Query? previous, CancellationToken cancel) =>
        source.Read(text, asker.Say.Language, asker.Today, previous) switch
        {
            Reading.Understood understood => await AnswerAsync(understood.Query, asker, cancel),
            Reading.Unclear unclear => Unclear(unclear, asker),
            Reading.NoSuchValue unknown => NoSuchValue(unknown, asker),
            Reading.OutOfScope { Why: Refusal.NotUnderstood } => await ProposedAsync(text, asker, cancel) ?? Refused(Refusal.NotUnderstood, asker.Say),
            Reading.OutOfScope outside => Refused(outside.Why, asker.Say),
            _ => throw new InvalidOperationException("A reading is one of four."),
        };

    /// <summary>Answers a question that is understood already, such as a button's.</summary>
    public async Task<QuestionAnswer> AnswerAsync(Query asked, Asker asker, CancellationToken cancel)
    {
        var wording = WordingFor(asker);
        if (asked.Form == QueryForm.Definition)
        {
            return Definition(asked, wording);
        }

        switch (asker.Rights.Apply(asked))
        {
            case Permission.Denied denied:
                return new(QuestionOutcome.Denied, RefusalWords.Of(denied.Why, asker.Say)) { Restatement = Restatement.Of(asked, wording), Query = asked };
            case Permission.Allowed allowed:
                var figures = asked.Form == QueryForm.Sla ? SlaFigures.Of(await source.Agreement(cancel)) : await source.Compute(Computed(allowed.Query), asker.Zone, cancel);
                return Answered(asked, allowed.Query, figures, wording);
            default:
                throw new InvalidOperationException("A permission is one of two.");
        }
    }

    // What a proposer makes of a sentence is answered like any question, with the same rights, and marked.
    private async Task<QuestionAnswer?> ProposedAsync(string text, Asker asker, CancellationToken cancel)
    {
        var vocabulary = source.Vocabulary();
        if (source.Proposer is not { } proposer || ProposalRequest.Of(text, asker.Say.Language, asker.Today, vocabulary) is not { } request)
        {
            return null;
        }

        if (await proposer.ProposeAsync(request, cancel) is not { } json || Proposal.Read(json, vocabulary) is not { } query)
        {
            return null;
        }

        var answer = await AnswerAsync(query, asker, cancel);
        return answer with { IsProposed = true, Text = asker.Say.Text("said.byModel", ("sentence", new Phrase(answer.Text))) };
    }

    private static QuestionAnswer Refused(Refusal why, Say say) => new(QuestionOutcome.OutOfScope, RefusalWords.Of(why, say));

    // The funnel is a table already: what it is compared with is one of its own beside it.
    private static Query Computed(Query query) => query.Metric == Metrics.Funnel ? query with { CompareTo = null } : query;

    /// <summary>How answers for this asker are worded.</summary>
    public Wording WordingFor(Asker asker) => new(asker.Moments) { Vocabulary = source.Vocabulary() };

    private static QuestionAnswer Answered(Query asked, Query query, Figures figures, Wording wording)
    {
        var isEmpty = IsEmpty(query, figures);

        // Whether a record that one may not see exists is not said either.
        if (isEmpty && query != asked && query.Form == QueryForm.Record)
        {
            return new(QuestionOutcome.Denied, RefusalWords.Of(Denial.OtherTeam, wording.Say)) { Restatement = Restatement.Of(asked, wording), Query = asked };
        }

        var restatement = Restatement.Of(query, wording);
        return new(isEmpty ? QuestionOutcome.Empty : QuestionOutcome.Answered, isEmpty ? Nothing(restatement, wording.Say) : AnswerSentence.Of(query, figures, wording))
        {
            Restatement = restatement,
            Query = query,
            Asked = asked,
            Figures = figures,
        };
    }

    // No record, a count of zero, a ratio of nothing. A sum or a share of zero is an answer.
    private static bool IsEmpty(Query query, Figures figures) => figures switch
    {
        { Records: 0 } or { Rows: [] } => true,
        { Rows: [[.., var cell]] } when query is { Form: QueryForm.Figure, GroupBy: [], CompareTo: null } && query.Metric != Metrics.Funnel =>
            cell is null || (figures.Columns[^1].Unit == Unit.Count && ValueWords.Number(cell) == 0),
        _ => false,
    };

    private static string Nothing(string restatement, Say say) => say.Text("said.nothing", ("restatement", new Phrase(restatement)));

    private static QuestionAnswer Definition(Query query, Wording wording)
    {
        var terms = Definitions.Of(query, wording.Say);
        return terms.Count == 0
            ? Refused(Refusal.NotUnderstood, wording.Say)
            : new(QuestionOutcome.Answered, string.Join(' ', terms.Select(term => wording.Say.Text("said.means", ("term", new Phrase(term.Name)), ("meaning", new Phrase(term.Meaning))))))
            {
                Restatement = Restatement.Of(query, wording),
                Query = query,
                Asked = query,
            };
    }

    private QuestionAnswer Unclear(Reading.Unclear unclear, Asker asker)
    {
        var choices = ClarifyWords.Choices(unclear, WordingFor(asker));
        var listed = new Phrase(string.Join(asker.Say.Text("list.semicolon"), choices.Select(choice => choice.Title)));
        return new(QuestionOutcome.Clarify, asker.Say.Text("clarify.withChoices", ("question", new Phrase(ClarifyWords.Question(unclear.Gap, asker.Say))), ("choices", listed)))
        {
            Choices = choices,
        };
    }

    private QuestionAnswer NoSuchValue(Reading.NoSuchValue unknown, Asker asker)
    {
        if (asker.Rights.Apply(unknown.Query) is Permission.Denied denied)
        {
            return new(QuestionOutcome.Denied, RefusalWords.Of(denied.Why, asker.Say));
        }

        var wording = WordingFor(asker);
        var restatement = Restatement.Of(unknown.Query, wording);
        return new(QuestionOutcome.Empty, asker.Say.Text("said.noSuchValue", ("value", unknown.Value), ("restatement", new Phrase(restatement))))
        {
            Restatement = restatement,
            Query = unknown.Query,
            Asked = unknown.Query,
        };
    }
}
