using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <param name="Question">Null in a batch.</param>
/// <param name="Batch">A file with a question a line.</param>
internal sealed record AskArguments(string? Question, string? Batch, string? Locale, Instant Now, string? As, bool AsJson);

/// <summary>What <c>ask</c> takes on the command line.</summary>
internal sealed class AskOptions
{
    public Argument<string?> Question { get; } = new("QUESTION") { Description = "The question, in quotes.", Arity = ArgumentArity.ZeroOrOne };

    public Option<string?> Batch { get; } = new("--batch") { Description = "A file with a question a line: {\"id\",\"text\",\"locale\",\"now\",\"conversation\"}.", HelpName = "FILE.jsonl" };

    public Option<string?> Locale { get; } = new("--locale") { Description = "The asker's language: en, pl, ar or zh, also as en-US. Without it, the organisation's." };

    public Option<string?> Now { get; } = new("--now") { Description = "The moment of asking, such as 2018-06-01T12:00:00Z. Without it, now." };

    public Option<string?> As { get; } = new("--as") { Description = "Answers with the rights of this person, by name or id. Without it, with all rights.", HelpName = "USER" };

    public Option<bool> Json { get; } = new("--json") { Description = "Writes JSON; in a batch one object a line." };

    public void Check(CommandResult given)
    {
        var (question, batch) = (given.GetValue(Question), given.GetValue(Batch));
        if (string.IsNullOrWhiteSpace(question) == (batch is null))
        {
            given.AddError("ask takes either a question in quotes or --batch FILE.jsonl.");
        }

        if (given.GetValue(Locale) is { } locale && Languages.Of(locale) is null)
        {
            given.AddError($"--locale takes en, pl, ar or zh, not '{locale}'.");
        }

        if (given.GetValue(Now) is { } now && MomentOf(now) is null)
        {
            given.AddError($"--now takes a moment such as 2018-06-01T12:00:00Z, not '{now}'.");
        }
    }

    public AskArguments Read(ParseResult given, TimeProvider clock) => new(
        given.GetValue(Question), given.GetValue(Batch), given.GetValue(Locale), MomentOf(given.GetValue(Now)) ?? Instant.FromDateTimeOffset(clock.GetUtcNow()), given.GetValue(As), given.GetValue(Json));

    /// <summary>Null for what is no moment.</summary>
    public static Instant? MomentOf(string? text) => text is null ? null
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } ? instant
        : OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var offset } ? offset.ToInstant()
        : null;
}
