namespace TeamsBot.Text;

/// <summary>
/// Words that Baton itself put together, in the reader's language: unlike a value from outside they need no isolation
/// when they stand inside another sentence.
/// </summary>
public readonly record struct Phrase(string Text)
{
    public override string ToString() => Text;
}
