using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace TeamsBot.Protocol.Cards;

/// <summary>What the compiler builds <see cref="CardText.Markdown(ref CardTextHandler)"/> from: literals stay, holes are escaped.</summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct CardTextHandler
{
    private readonly StringBuilder _markdown;
    private readonly IFormatProvider _culture;
    private string? _refused;

    public CardTextHandler(int literalLength, int formattedCount)
        : this(literalLength, formattedCount, CultureInfo.InvariantCulture)
    {
    }

    public CardTextHandler(int literalLength, int formattedCount, IFormatProvider culture)
    {
        _markdown = new StringBuilder(literalLength + (formattedCount * 16));
        _culture = culture;
    }

    public void AppendLiteral(string value)
    {
        _markdown.Append(value);
        _refused = CardMarkdown.RefusedBeforeValue(value);
    }

    public void AppendFormatted(CardText value) => AppendValue(value.ToString());

    public void AppendFormatted(string? value) => AppendValue(CardText.Plain(value).ToString());

    public void AppendFormatted<T>(T value, string? format = null) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, _culture) : value?.ToString());

    internal readonly CardText ToCardText() => CardText.Raw(_markdown.ToString());

    private readonly void AppendValue(string markdown)
    {
        if (_refused is not null)
        {
            throw new InvalidOperationException($"No value may stand {_refused} in card markdown. Use CardText.Link or AdaptiveMention.");
        }

        _markdown.Append(markdown);
    }
}
