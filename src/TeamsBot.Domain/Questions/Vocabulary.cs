using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Questions;

/// <summary>What occurs in the data, so that questions can name it: each dimension with its values.</summary>
public sealed record Vocabulary(IReadOnlyList<VocabularyDimension> Dimensions)
{
    public static Vocabulary Empty { get; } = new([]);
}

/// <summary>A dimension as the data has it.</summary>
/// <param name="Id">Of <see cref="Questions.Dimensions"/>, or the name of an attribute.</param>
/// <param name="Records">Whose it is. An attribute may belong to several kinds of records.</param>
/// <param name="Values">Distinct, as stored, without the missing one.</param>
/// <param name="Labels">What people call it, for attributes; empty for others, whose words the lexicons hold.</param>
public sealed record VocabularyDimension(string Id, IReadOnlyList<Subject> Records, IReadOnlyList<string> Values, IReadOnlyDictionary<Language, string> Labels);
