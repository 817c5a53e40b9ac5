using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>Every button, pressed by everybody, wherever the handoff stands.</summary>
public sealed class EveryDecisionTests
{
    // Rita did what was done so far, Mark asked for the handoff and answers; reassigning is always to Omar.
    private const string Table = """
        who               Waiting      Asked        Answered     Accepted        Contacted       Qualified       Rejected         Recycled

        Accept
        rita              Applied      Applied      Applied      Repeated        Repeated        Repeated        AlreadyRejected  AlreadyRecycled
        omar              Applied      Applied      Applied      TakenByAnother  TakenByAnother  TakenByAnother  AlreadyRejected  AlreadyRecycled
        mona,mark,adam,rhea  NotARep   NotARep      NotARep      NotARep         NotARep         NotARep         NotARep          NotARep

        Reject
        rita              Applied      Applied      Applied      AlreadyYours    AlreadyYours    AlreadyYours    Repeated         AlreadyRecycled
        omar              Applied      Applied      Applied      TakenByAnother  TakenByAnother  TakenByAnother  AlreadyRejected  AlreadyRecycled
        mona,mark,adam,rhea  NotARep   NotARep      NotARep      NotARep         NotARep         NotARep         NotARep          NotARep

        Ask
        rita              Applied      Repeated     Repeated     Applied         AlreadyYours    AlreadyYours    AlreadyRejected  AlreadyRecycled
        omar              Applied      AlreadyAsked Applied      TakenByAnother  TakenByAnother  TakenByAnother  AlreadyRejected  AlreadyRecycled
        mona,mark,adam,rhea  NotARep   NotARep      NotARep      NotARep         NotARep         NotARep         NotARep          NotARep

        Answer
        mark              NobodyAsked  Applied      Repeated     NobodyAsked     NobodyAsked     NobodyAsked     NobodyAsked      NobodyAsked
        rita,omar,mona,adam,rhea  NotAMarketer  NotAMarketer  NotAMarketer  NotAMarketer  NotAMarketer  NotAMarketer  NotAMarketer  NotAMarketer

        Contact
        rita              NotAccepted  NotAccepted  NotAccepted  Applied         Repeated        Repeated        AlreadyRejected  AlreadyRecycled
        omar,mona,mark,adam,rhea  NotAccepted  NotAccepted  NotAccepted  NotYours  NotYours      NotYours        AlreadyRejected  AlreadyRecycled

        Qualify
        rita              NotAccepted  NotAccepted  NotAccepted  Applied         Applied         Repeated        AlreadyRejected  AlreadyRecycled
        omar,mona,mark,adam,rhea  NotAccepted  NotAccepted  NotAccepted  NotYours  NotYours      NotYours        AlreadyRejected  AlreadyRecycled

        Recycle
        rita              NotAccepted  NotAccepted  NotAccepted  Applied         Applied         Applied         AlreadyRejected  Repeated
        omar,mona,mark,adam,rhea  NotAccepted  NotAccepted  NotAccepted  NotYours  NotYours      NotYours        AlreadyRejected  AlreadyRecycled

        Reassign
        mona              Applied      Applied      Applied      Applied         Applied         Applied         AlreadyRejected  AlreadyRecycled
        rita              NotAccepted  NotAccepted  NotAccepted  Applied         Applied         Applied         AlreadyRejected  AlreadyRecycled
        omar,mark,adam,rhea  NotAccepted  NotAccepted  NotAccepted  NotYours     NotYours        NotYours        AlreadyRejected  AlreadyRecycled
        """;

    public static TheoryData<HandoffAction, string, Standing, string> Cases { get; } = Read();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_button_does_what_the_table_says(HandoffAction action, string who, Standing standing, string outcome) =>
        Cast.At(standing).Do(action, Who(who), Cast.After(50)).InAWord().ShouldBe(outcome);

    [Fact]
    public void A_change_is_told_in_full_and_no_other_outcome_changes_anything()
    {
        foreach (var (action, who, standing) in Clicks())
        {
            var before = Cast.At(standing);
            var decision = before.Do(action, who, Cast.After(50));
            if (decision is Decision.Applied(var after, var change, var entries))
            {
                change.ShouldBe(new Change(Named(action, before), who.Person, Cast.After(50), before.State, after.State));
                after.Version.ShouldBe(before.Version + 1);
                after.LedgerRows.ShouldBe(before.LedgerRows + entries.Count);
            }
            else
            {
                ((decision as Decision.Repeated)?.Current ?? (decision as Decision.Refused)?.Current).ShouldBeSameAs(before);
            }
        }
    }

    [Fact]
    public void The_same_click_again_by_the_same_person_is_a_repetition()
    {
        foreach (var (action, who, standing) in Clicks())
        {
            if (Cast.At(standing).Do(action, who, Cast.After(50)) is Decision.Applied first)
            {
                first.After.Do(action, who, Cast.After(51)).ShouldRepeat(first.After);
            }
        }
    }

    [Fact]
    public void The_table_leaves_nothing_out()
    {
        var buttons = Enum.GetValues<HandoffAction>().Where(action => action is > HandoffAction.Request and < HandoffAction.Assign).ToList();
        Cases.Select(row => (row[0], row[1], row[2])).Distinct().Count().ShouldBe(buttons.Count * Cast.All.Count * Enum.GetValues<Standing>().Length);
    }

    private static IEnumerable<(HandoffAction Action, Actor Who, Standing Standing)> Clicks() =>
        Cases.Select(row => ((HandoffAction)row[0], Who((string)row[1]), (Standing)row[2]));

    // What nobody had is assigned, not reassigned.
    private static HandoffAction Named(HandoffAction action, Handoff before) =>
        action == HandoffAction.Reassign && before.State == HandoffState.Waiting ? HandoffAction.Assign : action;

    private static Actor Who(string name) => Cast.All.Single(actor => actor.Person.Name == name);

    private static TheoryData<HandoffAction, string, Standing, string> Read()
    {
        var cases = new TheoryData<HandoffAction, string, Standing, string>();
        var action = HandoffAction.Request;
        foreach (var cells in Table.Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            switch (cells)
            {
                case []:
                    break;
                case [var button]:
                    action = Enum.Parse<HandoffAction>(button);
                    break;
                case [var people, .. var outcomes]:
                    foreach (var (who, standing) in people.Split(',').SelectMany(who => Enum.GetValues<Standing>().Select(standing => (who, standing))))
                    {
                        cases.Add(action, who, standing, outcomes[(int)standing]);
                    }

                    break;
            }
        }

        return cases;
    }
}
