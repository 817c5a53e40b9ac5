using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;

namespace TeamsBot.Features.Questions;

/// <summary>Reads a sentence.</summary>
/// <param name="previous">The conversation's last question, for one that changes a part of it.</param>
public delegate Reading ReadQuestion(string text, Language language, LocalDate today, Query? previous);

/// <summary>What the records say to a query.</summary>
public delegate Task<Figures> ComputeFigures(Query query, DateTimeZone zone, CancellationToken cancel);

/// <summary>What questions are read and answered with: the grammar, the records and what both teams agreed on.</summary>
/// <param name="Vocabulary">What occurs in the data at this moment.</param>
public sealed record QuestionSource(ReadQuestion Read, ComputeFigures Compute, Func<Vocabulary> Vocabulary, Func<CancellationToken, Task<SlaAgreement>> Agreement)
{
    /// <summary>
    /// Takes over what changed in the store since, as far as it takes no longer than a reader waits; to be called before what is asked is
    /// read. Says up to when the figures are complete; null where there are none yet.
    /// </summary>
    public Func<CancellationToken, Task<Instant?>> Refresh { get; init; } = _ => Task.FromResult<Instant?>(Instant.MaxValue);

    /// <summary>Reads the JSON of a query that went through a client, against what occurs in the data; null where it is none.</summary>
    public Query? Parse(string json) => QueryReader.Read(json, Vocabulary() is { Dimensions.Count: > 0 } vocabulary ? vocabulary : null).Query;

    /// <summary>Asked where the grammar did not understand a sentence; null (the default) for none.</summary>
    public IQueryProposer? Proposer { get; init; }
}
