using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>Who gets a copy of the card, and when a copy asks for something.</summary>
public sealed class CopiesTests
{
    [Theory]
    [InlineData(Standing.Waiting, "Channel, Requester mark")]
    [InlineData(Standing.Asked, "Channel, Requester mark")]
    [InlineData(Standing.Answered, "Channel, Requester mark, Asker rita")]
    [InlineData(Standing.Accepted, "Channel, Requester mark, Owner rita")]
    [InlineData(Standing.Contacted, "Channel, Requester mark, Owner rita")]
    [InlineData(Standing.Qualified, "Channel, Requester mark, Owner rita")]
    [InlineData(Standing.Rejected, "Channel, Requester mark")]
    [InlineData(Standing.Recycled, "Channel, Requester mark")]
    public void A_lead_that_a_marketer_handed_over(Standing standing, string copies) => Names(Cast.At(standing)).ShouldBe(copies);

    [Theory]
    [InlineData(Standing.Waiting, "Channel")]
    [InlineData(Standing.Asked, "Channel, Marketing")]
    [InlineData(Standing.Answered, "Channel, Marketing, Asker rita")]
    [InlineData(Standing.Accepted, "Channel, Owner rita")]
    [InlineData(Standing.Rejected, "Channel")]
    public void A_lead_that_came_in_by_itself_has_no_requester_and_marketing_is_asked(Standing standing, string copies) =>
        Names(Cast.At(standing) with { RequestedBy = PersonRef.Intake }).ShouldBe(copies);

    [Fact]
    public void Marketing_keeps_its_copy_when_the_lead_is_taken() =>
        Names(Cast.At(Standing.Answered).Accept(Cast.Omar, Cast.After(9)).ShouldApply().After with { RequestedBy = PersonRef.Intake })
            .ShouldBe("Channel, Marketing, Owner omar");

    [Fact]
    public void The_owner_after_a_reassignment_is_the_new_one() =>
        Names(Cast.Accepted().Reassign(Cast.Rita, Cast.After(15), Cast.Omar).ShouldApply().After).ShouldBe("Channel, Requester mark, Owner omar");

    [Theory]
    [InlineData(Audience.Requester)]
    [InlineData(Audience.Marketing)]
    public void A_copy_asks_while_a_question_waits_for_its_answer(Audience audience) =>
        Enum.GetValues<Standing>().Where(standing => new Copy(audience, null).Asks(Cast.At(standing), shown: 1)).ShouldBe([Standing.Asked]);

    [Theory]
    [InlineData(Audience.Channel)]
    [InlineData(Audience.Owner)]
    [InlineData(Audience.Asker)]
    public void The_others_are_not_asked(Audience audience) =>
        Enum.GetValues<Standing>().ShouldAllBe(standing => !new Copy(audience, null).Asks(Cast.At(standing), shown: 1));

    [Fact]
    public void A_reader_who_saw_the_question_is_not_called_again_when_something_else_changes()
    {
        var taken = Cast.At(Standing.Asked).Accept(Cast.Omar, Cast.After(6)).ShouldApply().After;
        new Copy(Audience.Requester, Cast.Mark.Person).Asks(taken, shown: 2).ShouldBeFalse();
        new Copy(Audience.Requester, Cast.Mark.Person).Asks(taken, shown: 1).ShouldBeTrue();
    }

    [Fact]
    public void An_owner_who_asked_is_called_to_the_answer_once()
    {
        var asked = Cast.Accepted().Ask(Cast.Rita, Cast.After(15), Cast.Question).ShouldApply().After;
        var answered = asked.Reply(Cast.Mark, Cast.After(20), Cast.AnswerText).ShouldApply().After;
        var owner = new Copy(Audience.Owner, Cast.Rita.Person);
        owner.Asks(asked, asked.Version - 1).ShouldBeFalse();
        owner.Asks(answered, asked.Version).ShouldBeTrue();
        owner.Asks(answered, answered.Version).ShouldBeFalse();
    }

    private static string Names(Handoff handoff) =>
        string.Join(", ", Copy.Of(handoff).Select(copy => $"{copy.Audience} {copy.Person?.Name}".TrimEnd()));
}
