using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>What a figure was narrowed to, in words.</summary>
internal static class FilterWords
{
    // More names than these make no sentence.
    private const int MostValues = 3;

    /// <summary>"source: paid search", "region: not East".</summary>
    public static Phrase Of(QueryFilter filter, Wording wording) => wording.Say.Phrase(
        filter.Exclude ? "filter.without" : "filter.with", ("dimension", DimensionWords.Name(filter.Dimension, wording)), ("values", Values(filter, wording.Say)));

    /// <summary>"paid search, social and 2 more".</summary>
    public static Phrase Values(QueryFilter filter, Say say)
    {
        var shown = string.Join(say.Text("list.comma"), filter.Values.Take(MostValues).Select(value => ValueWords.Value(filter.Dimension, value, say)));
        var more = filter.Values.Count - MostValues;
        return more > 0 ? say.Phrase("filter.more", ("values", new Phrase(shown)), ("count", more)) : new(shown);
    }

    /// <summary>All that narrow the figure, after it in brackets: " (source: paid search)"; empty for none.</summary>
    public static Phrase Where(Query query, Wording wording)
    {
        var filters = query.Filters.Where(filter => !filter.IsPart).Select(filter => Of(filter, wording).Text).ToArray();
        return filters.Length == 0 ? new("") : wording.Say.Phrase("filter.where", ("filters", new Phrase(string.Join(wording.Say.Text("list.semicolon"), filters))));
    }

    /// <summary>The part that a share is of: its values, with what they are of where there are several.</summary>
    public static Phrase Part(Query query, Wording wording)
    {
        QueryFilter[] parts = [.. query.Filters.Where(filter => filter.IsPart)];
        return parts is [{ Exclude: false } one] ? Values(one, wording.Say) : new(string.Join(wording.Say.Text("list.semicolon"), parts.Select(part => Of(part, wording).Text)));
    }
}
