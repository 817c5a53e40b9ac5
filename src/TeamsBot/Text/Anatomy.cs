using TeamsBot.Protocol.Cards;

namespace TeamsBot.Text;

/// <summary>
/// The one anatomy of all cards, so that the eye learns it once: state, title, subtle line, deadline, groups, notes.
/// </summary>
public static class Anatomy
{
    /// <param name="summary">What the notification says; plain text, shown also where cards are not.</param>
    /// <param name="spoken">State, who and deadline, for a screen reader.</param>
    public static AdaptiveCard Card(Say say, string summary, string spoken, IEnumerable<AdaptiveElement?> body, params IReadOnlyList<AdaptiveAction> actions) => new()
    {
        Lang = say.Tag,
        Rtl = say.IsRightToLeft,
        FallbackText = summary,
        Speak = spoken,
        Body = [.. body.OfType<AdaptiveElement>()],
        Actions = actions.Count == 0 ? null : actions,
    };

    /// <summary>A button that opens a form with one button of its own.</summary>
    public static AdaptiveShowCardAction Form(Say say, string id, string title, AdaptiveExecuteAction send, params IReadOnlyList<AdaptiveElement> inputs) => new()
    {
        Id = id,
        Title = title,
        Card = new() { Lang = say.Tag, Rtl = say.IsRightToLeft, Body = inputs, Actions = [send] },
    };

    /// <summary>A button that sends its data and no form.</summary>
    public static AdaptiveExecuteAction Button(string id, string title, string verb, CardData data) => new()
    {
        Id = id,
        Title = title,
        Verb = verb,
        Data = data,
        AssociatedInputs = AdaptiveAssociatedInputs.None,
    };

    /// <summary>The verb of <see cref="Says"/>, with "text".</summary>
    public const string SayVerb = "say";

    /// <summary>A button that says a command for the person; the answer takes the card's place.</summary>
    public static AdaptiveExecuteAction Says(string id, string title, string command) =>
        Button(id, title, SayVerb, CardData.Of(("text", command)));

    public static AdaptiveElement State(string text, AdaptiveTextColor color = AdaptiveTextColor.Default) => new AdaptiveTextBlock(CardText.Plain(text))
    {
        Size = AdaptiveTextSize.Small,
        Weight = AdaptiveTextWeight.Bolder,
        Color = color,
    };

    /// <summary>Done, and in time where there was one: only the tick is green, which some clients draw too pale to read.</summary>
    public static AdaptiveElement DoneState(string text) => new AdaptiveRichTextBlock(
        new AdaptiveTextRun("✓ ") { Size = AdaptiveTextSize.Small, Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Good },
        new AdaptiveTextRun(text) { Size = AdaptiveTextSize.Small, Weight = AdaptiveTextWeight.Bolder });

    public static AdaptiveTextBlock Title(string text) => new(CardText.Plain(text))
    {
        Style = AdaptiveTextBlockStyle.Heading,
        Size = AdaptiveTextSize.Large,
        Weight = AdaptiveTextWeight.Bolder,
        Spacing = AdaptiveSpacing.None,
    };

    /// <summary>The things that are there, with dots between them; null when there is none.</summary>
    public static AdaptiveTextBlock? Subtle(params IEnumerable<string?> things) =>
        Dotted(things) is not { Length: > 0 } line ? null : new(CardText.Plain(line))
        {
            IsSubtle = true,
            MaxLines = 2,
            Spacing = AdaptiveSpacing.None,
        };

    public static AdaptiveTextBlock Deadline(string text) => new(CardText.Plain(text)) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Small };

    public static AdaptiveTextBlock Text(string text, AdaptiveSpacing spacing = AdaptiveSpacing.Medium) => new(CardText.Plain(text)) { Spacing = spacing };

    public static AdaptiveTextBlock Note(string text, AdaptiveSpacing spacing = AdaptiveSpacing.Small) =>
        new(CardText.Plain(text)) { Size = AdaptiveTextSize.Small, IsSubtle = true, Spacing = spacing };

    /// <summary>A bold label before its text, and no line break in the label or after it.</summary>
    public static AdaptiveTextRun[] Labelled(string label, string text)
    {
        // A full-width colon brings its own space; a word joiner keeps the line from ending there.
        var gap = label.EndsWith('：') ? '\u2060' : '\u00a0';
        return [new(label.Replace(' ', '\u00a0')) { Weight = AdaptiveTextWeight.Bolder }, new($"{gap}{text}")];
    }

    public static AdaptiveRichTextBlock Line(AdaptiveSpacing spacing, params ReadOnlySpan<AdaptiveTextRun> runs) => new(runs) { Spacing = spacing };

    /// <summary>One of a list: what it is, what is known of it, and a button of its own at the end of the row.</summary>
    public static AdaptiveColumnSet Row(string what, string known, AdaptiveAction button) => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Columns =
        [
            new()
            {
                Width = AdaptiveWidth.Stretch,
                VerticalContentAlignment = AdaptiveVerticalAlignment.Center,
                Items = known is "" ? [Name(what)] : [Name(what), Note(known, AdaptiveSpacing.None)],
            },
            new() { Width = AdaptiveWidth.Auto, VerticalContentAlignment = AdaptiveVerticalAlignment.Center, Items = [new AdaptiveActionSet { Actions = [button] }] },
        ],
    };

    /// <summary>Null when there is no fact.</summary>
    public static AdaptiveFactSet? Facts(params IEnumerable<AdaptiveFact?> facts)
    {
        AdaptiveFact[] there = [.. facts.OfType<AdaptiveFact>()];
        return there.Length == 0 ? null : new(there) { Spacing = AdaptiveSpacing.Medium };
    }

    /// <summary>Null when the value is not there.</summary>
    public static AdaptiveFact? Fact(string title, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : new(CardText.Plain(title), CardText.Plain(value));

    public static string Dotted(params IEnumerable<string?> things) => string.Join(" · ", things.Where(thing => !string.IsNullOrWhiteSpace(thing)));

    /// <summary>What one of a list is called.</summary>
    public static AdaptiveTextBlock Name(string text) => new(CardText.Plain(text)) { Weight = AdaptiveTextWeight.Bolder };
}
