using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Announcements;

/// <summary>The buttons that a reader of an announcement has: acknowledge, ask, judge its content, look closer.</summary>
public sealed class AnnouncementClicks(
    AnnouncementStore announcements, AnnouncementPostStore posts, AnnouncementViews views, WorkRunner work)
{
    public async Task<AdaptiveCardInvokeResponse> AcknowledgeAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await FindAsync(turn, input, cancel) is not var (announcement, channel))
        {
            return Answer.Unknown(turn);
        }

        if (announcement.PhaseAt(turn.Now, turn.Organisation.TimeZone) is var phase and (CampaignPhase.Over or CampaignPhase.Withdrawn))
        {
            return Refused(turn, phase == CampaignPhase.Over ? AnnouncementRefusal.Over : AnnouncementRefusal.Withdrawn, announcement);
        }

        var ack = new Acknowledgement(turn.Person.Ref, channel.Id, turn.Now);
        await work.StoreAsync(AnnouncementCards.WorkKind, AnnouncementCards.Key(announcement.Id, channel.Id), () => announcements.AcknowledgeAsync(announcement.Id, ack, cancel), cancel);
        return await ShowAsync(turn, announcement, channel, AnnouncementCard.Render, cancel);
    }

    /// <summary>The card as it is now for the one who looks: a refresh by Teams, or the way back.</summary>
    public Task<AdaptiveCardInvokeResponse> ViewAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        LookAsync(turn, input, AnnouncementCard.Render, cancel);

    public Task<AdaptiveCardInvokeResponse> DetailsAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        LookAsync(turn, input, AnnouncementCard.Details, cancel);

    public async Task<AdaptiveCardInvokeResponse> WhoGotItAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await FindAsync(turn, input, cancel) is not var (announcement, channel))
        {
            return Answer.Unknown(turn);
        }

        var progress = (await views.ProgressAsync(announcement, turn.Organisation, [channel.Id], cancel))[0];
        return await ShowAsync(turn, announcement, channel, view => WhoGotItCard.Render(view, progress), cancel);
    }

    public async Task<AdaptiveCardInvokeResponse> VoteAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await FindAsync(turn, input, cancel) is not var (announcement, channel)
            || announcement.Content.Links.FirstOrDefault(link => link.Key == input.Text(AnnouncementVerbs.Link)) is not { } link
            || input.Text(AnnouncementVerbs.Helpful) is not ("true" or "false"))
        {
            return Answer.Unknown(turn);
        }

        await announcements.VoteAsync(announcement.Id, new(turn.Person.Id, link.Key, input.Text(AnnouncementVerbs.Helpful) == "true"), cancel);
        return await ShowAsync(turn, announcement, channel, AnnouncementCard.Details, cancel);
    }

    public async Task<AdaptiveCardInvokeResponse> AskAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await FindAsync(turn, input, cancel) is not var (announcement, channel))
        {
            return Answer.Unknown(turn);
        }

        if (!announcement.IsAnnounced || input.Text(AnnouncementVerbs.QuestionText, AnnouncementQuestion.LongestText) is not { } text)
        {
            return announcement.IsAnnounced ? Answer.Bad(turn, "ask.missing") : Refused(turn, AnnouncementRefusal.Withdrawn, announcement);
        }

        await AddQuestionAsync(turn, announcement.Id, channel.Id, text, cancel);
        return await ShowAsync(turn, announcement, channel, AnnouncementCard.Render, cancel);
    }

    /// <summary>The owner's answer; what is answered stays.</summary>
    public async Task<AdaptiveCardInvokeResponse> ReplyAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await announcements.FindAsync(input.Text(AnnouncementVerbs.Id) ?? "", cancel) is not { Value: var announcement }
            || announcement.Tenant != turn.Organisation.TenantId
            || await announcements.QuestionAsync(announcement.Id, input.Number(AnnouncementVerbs.Number) ?? 0, cancel) is not { } question)
        {
            return Answer.Unknown(turn);
        }

        if (!announcement.MayChange(turn.Actor))
        {
            return Refused(turn, AnnouncementRefusal.NotYours, announcement);
        }

        if (input.Text(AnnouncementVerbs.AnswerText, AnnouncementQuestion.LongestText) is not { } text)
        {
            return Answer.Bad(turn, "answer.missing");
        }

        return Answer.Card(QuestionCard.Render(new(announcement, turn.Moments), await StoreAnswerAsync(turn, announcement.Id, question, text, cancel), mayAnswer: true));
    }

    // A second click asks nothing new.
    private async Task AddQuestionAsync(Turn turn, string id, string channel, string text, CancellationToken cancel)
    {
        while (true)
        {
            var asked = await announcements.QuestionsAsync(id, cancel);
            if (asked.Any(before => before.By.Id == turn.Person.Id && before.Text == text && before.Answer is null))
            {
                return;
            }

            var question = new AnnouncementQuestion(asked.Count + 1, turn.Person.Ref, channel, text, turn.Now);
            if (await work.StoreAsync(AnnouncementQuestions.WorkKind, AnnouncementQuestions.Key(id, question.Number), () => announcements.SaveAsync(id, before: null, question, cancel), cancel))
            {
                return;
            }
        }
    }

    private async Task<AnnouncementQuestion> StoreAnswerAsync(Turn turn, string id, Stored<AnnouncementQuestion> question, string text, CancellationToken cancel)
    {
        if (question.Value.Answer is not null)
        {
            return question.Value;
        }

        var answered = question.Value with { Answer = text, AnsweredBy = turn.Person.Ref };
        var isStored = await work.StoreAsync(
            AnnouncementQuestions.WorkKind, AnnouncementQuestions.Key(id, answered.Number), () => announcements.SaveAsync(id, question, answered, cancel), cancel);
        return isStored ? answered : (await announcements.QuestionAsync(id, answered.Number, cancel))!.Value;
    }

    private async Task<AdaptiveCardInvokeResponse> LookAsync(Turn turn, CardInput input, Func<AnnouncementView, AdaptiveCard> render, CancellationToken cancel) =>
        await FindAsync(turn, input, cancel) is var (announcement, channel) ? await ShowAsync(turn, announcement, channel, render, cancel) : Answer.Unknown(turn);

    private async Task<AdaptiveCardInvokeResponse> ShowAsync(
        Turn turn, Announcement announcement, SalesChannel channel, Func<AnnouncementView, AdaptiveCard> render, CancellationToken cancel) =>
        Answer.Card(render(await views.OwnAsync(announcement, channel, turn.Person, turn.Moments, cancel)));

    private static AdaptiveCardInvokeResponse Refused(Turn turn, AnnouncementRefusal why, Announcement announcement) =>
        Answer.Say(RefusalSentence.Of(why, announcement, turn.Moments));

    // The id comes from the client. An announcement is there in its channels, and in the chats of those who are in one of their teams.
    private async Task<(Announcement Announcement, SalesChannel Channel)?> FindAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await announcements.FindAsync(input.Text(AnnouncementVerbs.Id) ?? "", cancel) is not { Value: var announcement }
            || announcement.Tenant != turn.Organisation.TenantId
            || announcement.Published is null
            || AnnouncementViews.ChannelOf(announcement, turn.Organisation, turn.IsPersonal ? null : turn.ConversationId, turn.Person) is not { } channel)
        {
            return null;
        }

        await AdoptAsync(turn, announcement.Id, channel.Id, cancel);
        return (announcement, channel);
    }

    // A card of which nobody knew whether it had arrived speaks for itself.
    private async Task AdoptAsync(Turn turn, string id, string channel, CancellationToken cancel)
    {
        if (turn.IsPersonal || turn.Activity.ReplyToId is not { } card || await posts.FindAsync(id, AnnouncementSlots.Card(channel), cancel) is not { IsPosted: false, IsUncertain: true } uncertain)
        {
            return;
        }

        var adopted = uncertain with { ActivityId = card, Conversation = turn.Activity.Conversation!.Id!, PostedAt = turn.Now, IsUncertain = false };
        await work.StoreAsync(AnnouncementCards.WorkKind, AnnouncementCards.Key(id, channel), async () => await posts.SaveAsync(id, adopted, cancel) is not null, cancel);
    }
}
