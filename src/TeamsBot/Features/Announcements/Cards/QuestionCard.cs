using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>A question about a campaign, with its answer, or a form for those who may give it.</summary>
public static class QuestionCard
{
    private const int LongestName = 28;

    /// <param name="mayAnswer">The card is for somebody who may; in a channel nobody in particular reads.</param>
    public static AdaptiveCard Render(AnnouncementView view, AnnouncementQuestion question, bool mayAnswer)
    {
        var (say, state) = (view.Say, State(view, question));
        var asks = mayAnswer && question.Answer is null;
        AdaptiveElement?[] body =
        [
            question.Answer is null ? Anatomy.State(state) : Anatomy.DoneState(state),
            AnnouncementBlocks.Title(view),
            .. question.Answer is null ? [Asked(question, say), asks ? Field(say) : Anatomy.Note(say.Text("announcement.notAnswered"))] : AnnouncementBlocks.Question(question, say),
        ];
        var spoken = AnnouncementWords.Spoken(say, state, AnnouncementWords.Name(view.Content, say));
        return Anatomy.Card(say, AnnouncementWords.Summary(state, view.Content, say), spoken, body, asks ? [Reply(view, question)] : []);
    }

    // The state has said who asks.
    private static AdaptiveTextBlock Asked(AnnouncementQuestion question, Say say) => Anatomy.Text(AnnouncementWords.Cut(question.Text, AnnouncementQuestion.LongestText, say));

    private static string State(AnnouncementView view, AnnouncementQuestion question) => (question, view.Announcement.Owner.Name) switch
    {
        ({ AnsweredBy.Name: { Length: > 0 } person }, _) => view.Say.Text("state.answerFrom", ("person", Short(person))),
        (_, { Length: > 0 } owner) => view.Say.Text("announcement.asks", ("person", Short(question.By.Name)), ("owner", Short(owner))),
        _ => view.Say.Text("state.question", ("person", Short(question.By.Name))),
    };

    private static string Short(string name) => LeadWords.Cut(name, LongestName);

    private static AdaptiveTextInput Field(Say say) => new()
    {
        Id = AnnouncementVerbs.AnswerText,
        Label = say.Text("answer.label"),
        IsMultiline = true,
        MaxLength = AnnouncementQuestion.LongestText,
        IsRequired = true,
        ErrorMessage = say.Text("answer.missing"),
        Spacing = AdaptiveSpacing.Medium,
    };

    private static AdaptiveExecuteAction Reply(AnnouncementView view, AnnouncementQuestion question) => AnnouncementButtons.Primary(AnnouncementButtons.Send(
        AnnouncementButtons.Button(view.Announcement, view.Say, "announcement-answer", "button.sendAnswer", AnnouncementVerbs.Reply, (AnnouncementVerbs.Number, question.Number))));
}
