using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Questions;
using TeamsBot.Features.Questions;

namespace TeamsBot.Tests.Questions;

/// <summary>A grammar of a few sentences, and records that say to each query what a test tells them.</summary>
internal sealed class StubSource
{
    private readonly Dictionary<string, Func<Query?, Reading>> sentences = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was computed, in order.</summary>
    public List<Query> Computed { get; } = [];

    /// <summary>What the records say to all queries.</summary>
    public Func<Query, Figures> Figures { get; set; } = query => new([.. query.GroupBy.Select(id => new FigureColumn(id, Unit.Text)), new(query.Metric, Unit.Count)], [[.. query.GroupBy.Select(_ => "x"), 7d]]) { Records = 7 };

    public Vocabulary Vocabulary { get; set; } = Vocabulary.Empty;

    public QuestionSource Source => new(
        (text, _, _, previous) => sentences.TryGetValue(text, out var read) ? read(previous) : new Reading.OutOfScope(Refusal.NotUnderstood),
        (query, _, _) =>
        {
            Computed.Add(query);
            return Task.FromResult(Figures(query));
        },
        () => Vocabulary,
        _ => Task.FromResult(SlaAgreement.Initial(DateTimeZone.Utc)));

    /// <summary>What a sentence means; the last question may play a part.</summary>
    public StubSource Reads(string sentence, Func<Query?, Reading> reading)
    {
        sentences[sentence] = reading;
        return this;
    }

    public StubSource Reads(string sentence, Query query) => Reads(sentence, _ => new Reading.Understood(query));
}
