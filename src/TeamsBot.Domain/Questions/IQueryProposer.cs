namespace TeamsBot.Domain.Questions;

/// <summary>
/// Proposes a query for a sentence that the grammar did not understand, such as a language model does. Nothing depends on it: where it is
/// silent, the sentence is refused as it would be without it.
/// </summary>
public interface IQueryProposer
{
    /// <summary>The JSON of a query for <see cref="Proposal.Read"/>, which believes nothing of it; null when there is none, for whatever reason.</summary>
    Task<string?> ProposeAsync(ProposalRequest request, CancellationToken cancel);
}
