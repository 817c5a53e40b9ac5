using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;

namespace TeamsBot.Features.Announcements;

/// <summary>The buttons of announcements and campaigns, each to what it does.</summary>
public sealed class AnnouncementSwitch(AnnouncementDesk desk, AnnouncementStatuses statuses, AnnouncementClicks clicks, CampaignsDesk campaigns)
{
    public Task<AdaptiveCardInvokeResponse> RunAsync(Turn turn, string? verb, CardInput input, CancellationToken cancel) => verb switch
    {
        AnnouncementVerbs.View => clicks.ViewAsync(turn, input, cancel),
        AnnouncementVerbs.Acknowledge => clicks.AcknowledgeAsync(turn, input, cancel),
        AnnouncementVerbs.Details => clicks.DetailsAsync(turn, input, cancel),
        AnnouncementVerbs.WhoGotIt => clicks.WhoGotItAsync(turn, input, cancel),
        AnnouncementVerbs.Vote => clicks.VoteAsync(turn, input, cancel),
        AnnouncementVerbs.Ask => clicks.AskAsync(turn, input, cancel),
        AnnouncementVerbs.Reply => clicks.ReplyAsync(turn, input, cancel),
        AnnouncementVerbs.Begin => desk.BeginAsync(turn, input, cancel),
        AnnouncementVerbs.Compose => desk.ComposeAsync(turn, input, cancel),
        AnnouncementVerbs.Save => desk.SaveAsync(turn, input, cancel),
        AnnouncementVerbs.Preview => desk.PreviewAsync(turn, input, cancel),
        AnnouncementVerbs.Post => desk.PostAsync(turn, input, cancel),
        AnnouncementVerbs.Status => desk.StatusAsync(turn, input, cancel),
        AnnouncementVerbs.Withdraw => desk.WithdrawAsync(turn, input, cancel),
        AnnouncementVerbs.EndEarly => desk.EndEarlyAsync(turn, input, cancel),
        AnnouncementVerbs.Remind => desk.RemindAsync(turn, input, cancel),
        AnnouncementVerbs.Duplicate => desk.DuplicateAsync(turn, input, cancel),
        AnnouncementVerbs.PostAgain => statuses.PostAgainAsync(turn, input, cancel),
        AnnouncementVerbs.List => campaigns.ListAgainAsync(turn, cancel),
        AnnouncementVerbs.Calendar => campaigns.CalendarAsync(turn, input, cancel),
        _ => Task.FromResult(Answer.Unknown(turn)),
    };
}
