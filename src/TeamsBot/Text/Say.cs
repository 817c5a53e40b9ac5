using System.Globalization;
using System.Text;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Text;

/// <summary>
/// Says things in one language. A sentence is named by its key in the text files; its placeholders take values from
/// outside (strings, kept apart from the words around them), whole numbers, and phrases that were said before.
/// </summary>
public sealed class Say
{
    private static readonly Say[] ByLanguage = [.. Languages.All.Select(language => new Say(language))];

    private readonly Sentences sentences;

    private Say(Language language)
    {
        Language = language;
        sentences = new Sentences(language);
    }

    public Language Language { get; }

    public string Tag => Languages.Tag(Language);

    public bool IsRightToLeft => Languages.IsRightToLeft(Language);

    internal Sentences Sentences => sentences;

    /// <summary>The text files are read once, when the first of them is asked for.</summary>
    public static Say In(Language language) => ByLanguage[(int)language];

    /// <summary>As plain text: for runs, buttons, inputs, notifications and what is spoken.</summary>
    /// <exception cref="KeyNotFoundException">The key, or the plural form that a number asks for, is in no text file.</exception>
    /// <exception cref="ArgumentException">A placeholder got no value.</exception>
    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = new StringBuilder();
        Append(text, key, values);
        return text.ToString();
    }

    /// <summary>The same for a part of another sentence.</summary>
    public Phrase Phrase(string key, params ReadOnlySpan<(string Name, object? Value)> values) => new(Text(key, values));

    /// <summary>The same for the markdown of cards, escaped.</summary>
    public CardText Card(string key, params ReadOnlySpan<(string Name, object? Value)> values) => CardText.Plain(Text(key, values));

    /// <summary>A value as it stands in a sentence: text from outside on one line and isolated where directions could mix.</summary>
    public string Value(object? value) => value switch
    {
        Phrase phrase => phrase.Text,
        string outside when IsRightToLeft || Outside.HasRightToLeft(outside) => Outside.Isolated(outside),
        string outside => Bidi.Strip(Outside.OneLine(outside)),
        int number => Number(number),
        long number => Number(number),
        _ => throw new ArgumentException($"No sentence takes a {value?.GetType().Name ?? "null"}.", nameof(value)),
    };

    /// <summary>Text from outside as it stands on a card; null when there is none.</summary>
    public string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : Value(value);

    /// <summary>A whole number with the separators of the language, in Latin digits.</summary>
    public string Number(long number) => Language switch
    {
        Language.Polish => Grouped(number, from: 10_000, separator: "\u00a0"),
        Language.Arabic when Math.Abs(number) >= 1000 => Bidi.Isolate(Grouped(number, from: 1000, separator: ",")),
        Language.Chinese when number >= 10_000 && number % 1000 == 0 => (number / 10_000m).ToString("0.#", CultureInfo.InvariantCulture) + "万",
        _ => Grouped(number, from: 1000, separator: ","),
    };

    /// <summary>A share from 0 to 1 in whole percent; nearly all and nearly none with a decimal, so that they do not read as all and none.</summary>
    public string Percent(double share)
    {
        var percent = share * 100;
        var text = percent is > 99 and < 100 or > 0 and < 1
            ? (Math.Clamp(Math.Floor(percent * 10), 1, 999) / 10).ToString("0.0", CultureInfo.InvariantCulture)
            : Math.Round(percent, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
        return Language switch
        {
            Language.Polish => text.Replace('.', ',') + "%",
            Language.Arabic => Bidi.Isolate(text + "%"),
            _ => text + "%",
        };
    }

    /// <summary>The same with decimals, as many as are needed and no more than <paramref name="decimals"/>; below the least that they show, "&lt;0.1%".</summary>
    public string Percent(double share, int decimals)
    {
        var (percent, least) = (Math.Round(Math.Round(share * 100, 9), decimals, MidpointRounding.AwayFromZero), Math.Pow(10, -decimals));
        var text = percent == 0 && share > 0 ? $"<{Written(least, decimals)}%" : $"{Written(percent, decimals)}%";
        return IsRightToLeft ? Bidi.Isolate(text) : text;
    }

    /// <summary>A number with as many decimals as it needs, and no more than <paramref name="decimals"/>; with all of them where cents are meant.</summary>
    public string Decimal(double number, int decimals, bool allDecimals = false)
    {
        var text = Written(number, decimals, allDecimals);
        return IsRightToLeft && !text.All(char.IsAsciiDigit) ? Bidi.Isolate(text) : text;
    }

    // Polish parts thousands from ten thousand on, and has a comma before decimals.
    private string Written(double number, int decimals, bool allDecimals = false)
    {
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        var from = Language == Language.Polish ? 10_000 : 1000;
        var text = rounded.ToString((Math.Abs(rounded) < from ? "0." : "#,0.") + new string(allDecimals ? '0' : '#', decimals), CultureInfo.InvariantCulture);
        return Language == Language.Polish ? text.Replace(',', '\u00a0').Replace('.', ',') : text;
    }

    private static string Grouped(long number, long from, string separator) =>
        Math.Abs(number) < from
            ? number.ToString(CultureInfo.InvariantCulture)
            : number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", separator, StringComparison.Ordinal);

    private void Append(StringBuilder text, string key, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var part in sentences.Find(key, Count(values)).Parts)
        {
            if (part.Literal is { } words)
            {
                text.Append(words);
            }
            else if (part.PluralKey is { } plural)
            {
                Append(text, plural, [("n", Find(values, part.Name, key))]);
            }
            else
            {
                text.Append(Value(Find(values, part.Name, key)));
            }
        }
    }

    // A sentence that has plural forms is counted by the placeholder n.
    private static long? Count(ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name is "n")
            {
                return Convert.ToInt64(value, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static object? Find(ReadOnlySpan<(string Name, object? Value)> values, string name, string key)
    {
        foreach (var (given, value) in values)
        {
            if (given == name)
            {
                return value;
            }
        }

        throw new ArgumentException($"The text \"{key}\" needs a value for {{{name}}}.", nameof(values));
    }
}
