using System.Text.RegularExpressions;

namespace TeamsBot.Domain.Feedback;

/// <summary>What somebody typed, made fit to be read by others: how to reach a person is for the lead's owner alone.</summary>
public static partial class Quoting
{
    private const string Left = "…";

    /// <summary>The text with "…" in the place of addresses and of what may be a telephone number.</summary>
    public static string WithoutContacts(string text) => Number().Replace(Address().Replace(text, Left), Left);

    [GeneratedRegex(@"\S+@\S+\.\w+|\bhttps?://\S+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();

    // Seven digits or more, with what people write between them; amounts and years are shorter.
    [GeneratedRegex(@"\+?\(?\d(?:[ \u00a0()./-]*\d){6,}", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
