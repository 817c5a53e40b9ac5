using System.Globalization;
using System.Text.Json;

namespace TeamsBot.Routing;

/// <summary>What a card sent with a click: its data with the inputs merged in. All of it is under the client's control.</summary>
public sealed class CardInput(JsonElement? data)
{
    // What people type on a card ends there; a client that sends more is not one of ours.
    private const int MostText = 2_000;

    /// <summary>A text or number as text, trimmed and cut to 2,000 characters; null when it is missing, blank or of another kind.</summary>
    public string? Text(string name) => Text(name, MostText);

    /// <summary>The same for a field that takes more, or less.</summary>
    public string? Text(string name, int most)
    {
        if (data is not { ValueKind: JsonValueKind.Object } values || !values.TryGetProperty(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => StringOf(value).Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length == 0 ? null : Cut(text, most);
    }

    // Half of a surrogate pair is no text, whoever wrote it: a client in an escape, or we by cutting.
    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Whether a field came at all, also where nothing is in it.</summary>
    public bool Has(string name) => data is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(name, out _);

    /// <summary>A whole number of at least 1; null for anything else.</summary>
    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>The member of an enum with this name, in any case; null for anything else.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum =>
        Text(name) is { } text && !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : null;
}
