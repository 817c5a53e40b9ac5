using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using TeamsBot.Features.Agreement;
using TeamsBot.Features.Announcements;
using TeamsBot.Features.Duplicates;
using TeamsBot.Features.Feedback;
using TeamsBot.Features.Handoffs;
using TeamsBot.Features.LeadRouting;
using TeamsBot.Features.Operators;
using TeamsBot.Features.Privacy;
using TeamsBot.Features.Questions;
using TeamsBot.Features.Setup;
using TeamsBot.Features.Sla;
using TeamsBot.Hosting.Telemetry;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Text;
using Activity = TeamsBot.Protocol.Activities.Activity;
using Span = System.Diagnostics.Activity;

namespace TeamsBot.Routing;

/// <summary>
/// One activity from Teams, as a span and in a histogram. Its name is one of those that the code knows: what people typed, and what a client
/// made up, is never said.
/// </summary>
internal sealed class MeasuredTurn : IDisposable
{
    private const string Other = "other";

    private static readonly Histogram<double> s_duration = BotTelemetry.Meter.CreateHistogram(
        "baton.turn.duration", "s", "An activity from Teams, from its token to its answer.", tags: null, BotTelemetry.Seconds);

    // All constants of these classes are of us, and few.
    private static readonly FrozenSet<string> s_verbs = new[]
        {
            typeof(HandoffVerbs), typeof(SetupVerbs), typeof(SlaVerbs), typeof(AgreementVerbs), typeof(QuestionVerbs), typeof(AnnouncementVerbs),
            typeof(PrivacyVerbs), typeof(OperatorVerbs), typeof(RouteVerbs), typeof(FeedbackVerbs), typeof(DuplicateVerbs),
        }
        .SelectMany(verbs => verbs.GetFields(BindingFlags.Static | BindingFlags.Public)).Where(field => field.IsLiteral && field.FieldType == typeof(string))
        .Select(field => (string)field.GetRawConstantValue()!).Append(Anatomy.SayVerb).ToFrozenSet(StringComparer.Ordinal);

    private readonly (string Kind, string Name) turn;
    private readonly Span? span;
    private readonly long startedAt = Stopwatch.GetTimestamp();
    private string outcome = "abandoned";
    private string? error;

    private MeasuredTurn(Activity activity)
    {
        turn = NameOf(activity);
        span = BotTelemetry.Source.StartActivity($"turn {turn.Name}");
        span?.SetTag("baton.turn.kind", turn.Kind).SetTag("baton.turn.name", turn.Name);
    }

    /// <summary>Null while nobody listens.</summary>
    public static MeasuredTurn? Begin(Activity activity) => s_duration.Enabled || BotTelemetry.Source.HasListeners() ? new(activity) : null;

    public void Answered() => outcome = "answered";

    public void Refused(RejectionReason reason) => (outcome, error) = ("refused", reason.ToString());

    public void TooMany() => (outcome, error) = ("refused", "TooMany");

    public void Failed(Exception problem) => (outcome, error) = ("failed", problem.GetType().FullName);

    public void Dispose()
    {
        var tags = new TagList { { "baton.turn.kind", turn.Kind }, { "baton.turn.name", turn.Name }, { "baton.outcome", outcome } };
        if (error is not null)
        {
            tags.Add(BotTelemetry.ErrorType, error);
            span?.SetStatus(ActivityStatusCode.Error);
        }

        s_duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, tags);
        span?.SetTag("baton.outcome", outcome).SetTag(BotTelemetry.ErrorType, error);
        span?.Dispose();
    }

    internal static (string Kind, string Name) NameOf(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message when activity.Text is { Length: > 0 } => (ActivityTypes.Message, CommandOf(activity)),
        ActivityTypes.Message => (ActivityTypes.Message, Other),
        ActivityTypes.Invoke => (ActivityTypes.Invoke, InvokeOf(activity)),
        ActivityTypes.InstallationUpdate => (ActivityTypes.InstallationUpdate, ActivityTypes.InstallationUpdate),
        ActivityTypes.ConversationUpdate => (ActivityTypes.ConversationUpdate, ActivityTypes.ConversationUpdate),
        _ => (Other, Other),
    };

    private static string CommandOf(Activity activity) => Commands.Recognise(activity.TextWithoutRecipientMention()) switch
    {
        Command.Unknown => "question",
        var command => command.GetType().Name,
    };

    private static string InvokeOf(Activity activity) => activity.Name switch
    {
        InvokeNames.AdaptiveCardAction => AdaptiveCardInvokeValue.From(activity)?.Action?.Verb is { } verb && s_verbs.Contains(verb) ? verb : Other,
        InvokeNames.FileConsent or InvokeNames.ComposeExtensionQuery or InvokeNames.ComposeExtensionFetchTask or InvokeNames.ComposeExtensionSubmitAction => activity.Name,
        _ => Other,
    };
}
