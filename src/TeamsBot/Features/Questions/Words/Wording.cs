using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>How an answer is put into words: the reader's language, zone and moment, and what attributes are called.</summary>
public sealed record Wording(Moments Moments)
{
    public Say Say => Moments.Say;

    public Vocabulary Vocabulary { get; init; } = Vocabulary.Empty;
}
