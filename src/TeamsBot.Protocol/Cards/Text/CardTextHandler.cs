using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace TeamsBot.Protocol.Cards;

/// <summary>What the compiler builds <see cref="CardText.Markdown(ref CardTextHandler)"/> from: literals stay, holes are escaped.</summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct CardTextHandler
{
    private readonly StringBuilder _markdown;
    private readonly IFormatProvider _culture;

    public CardTextHandler(int literalLength, int formattedCount)
        : this(literalLength, formattedCount, CultureInfo.InvariantCulture)
    {
    }

    public CardTextHandler(int literalLength, int formattedCount, IFormatProvider culture)
    {
        _markdown = new StringBuilder(literalLength + (formattedCount * 16));
        _culture = culture;
    }

    public void AppendLiteral(string value) => _markdown.Append(value);

    public void AppendFormatted(CardText value) => _markdown.Append(value.ToString());

    public void AppendFormatted(string? value) => AppendEscaped(value);

    public void AppendFormatted<T>(T value, string? format = null) =>
        AppendEscaped(value is IFormattable formattable ? formattable.ToString(format, _culture) : value?.ToString());

    internal CardText ToCardText() => CardText.Raw(_markdown.ToString());

    private void AppendEscaped(string? value)
    {
        if (EndsWith("](") || EndsWith("<") || EndsWithOpenEscape())
        {
            throw new InvalidOperationException("No value may follow '](', '<' or a backslash in card markdown. Use CardText.Link for links.");
        }

        if (!string.IsNullOrEmpty(value))
        {
            _markdown.Append(CardMarkdown.Escape(value));
        }
    }

    private bool EndsWith(string end)
    {
        for (var i = 0; i < end.Length; i++)
        {
            if (_markdown.Length < end.Length || _markdown[_markdown.Length - end.Length + i] != end[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool EndsWithOpenEscape()
    {
        var backslashes = 0;
        while (backslashes < _markdown.Length && _markdown[_markdown.Length - 1 - backslashes] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
