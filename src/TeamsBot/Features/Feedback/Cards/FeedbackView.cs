using NodaTime;
using TeamsBot.Domain.Feedback;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback.Cards;

/// <summary>One campaign as one reader is shown it.</summary>
public sealed record FeedbackView(Moments Moments, FeedbackSpan Span, CampaignFeedback Of)
{
    /// <summary>Where it was opened from the card of a week: the Monday on which that was told.</summary>
    public LocalDate? Week { get; init; }

    public Say Say => Moments.Say;
}

/// <summary>A week as one place is told it.</summary>
/// <param name="Monday">The one on which the week before it is told.</param>
public sealed record WeekView(Moments Moments, LocalDate Monday, IReadOnlyList<CampaignFeedback> Campaigns)
{
    public Say Say => Moments.Say;

    public FeedbackSpan Span => FeedbackWeek.DaysOf(Monday);
}

/// <summary>Campaigns to choose from.</summary>
/// <param name="Asked">What was typed that several go by; null lists all.</param>
public sealed record FeedbackListView(Moments Moments, FeedbackSpan Span, string? Asked, IReadOnlyList<CampaignFeedback> Campaigns);
