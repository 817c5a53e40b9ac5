namespace TeamsBot.Text;

/// <summary>
/// A sentence parsed once: literal words, <c>{name}</c> for a value, <c>{name:key}</c> for the sentence <c>key</c> in
/// the form that the number <c>name</c> asks for.
/// </summary>
internal sealed class Template
{
    public Template(string text)
    {
        var parts = new List<Part>();
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            var close = rest.IndexOf('}');
            if (close < open)
            {
                throw new FormatException($"A brace is left open in \"{text}\".");
            }

            parts.Add(Part.Words(rest[..open].ToString()));
            parts.Add(Part.Placeholder(rest[(open + 1)..close].ToString()));
            rest = rest[(close + 1)..];
        }

        parts.Add(Part.Words(rest.ToString()));
        Parts = [.. parts.Where(part => part.Literal is not "")];
    }

    public IReadOnlyList<Part> Parts { get; }

    /// <param name="Literal">Null for a placeholder.</param>
    /// <param name="PluralKey">The sentence that counts the value, where there is one.</param>
    internal sealed record Part(string? Literal, string Name, string? PluralKey)
    {
        public static Part Words(string text) => new(text, "", null);

        public static Part Placeholder(string text) =>
            text.Split(':') is [var name, var key] ? new(null, name, key) : new(null, text, null);
    }
}
