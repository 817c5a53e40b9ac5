using NodaTime;
using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Campaigns;

/// <summary>Announcements and what people say to them: of those who are at once one is heard, and the others read again.</summary>
public abstract class AnnouncementStoreContract(Func<Engine> open) : StoresContract(open)
{
    private const string Id = "dock~delays";

    private AnnouncementStore Announcements => new(Tables);

    [Fact]
    public async Task All_of_an_announcement_comes_back()
    {
        var form = AnnouncementForm.Empty.With(AnnouncementForm.Name, "Dock Delays").With("offer.arabic", "تدقيق مجاني");
        var full = Draft() with
        {
            Version = 3,
            Status = AnnouncementStatus.Withdrawn,
            Draft = form.With(AnnouncementForm.Goal, "50 audits"),
            Published = form,
            OwnerName = "Rita",
            AnnouncedAt = Now,
            WithdrawnBy = Omar.Person,
            EndedOn = new LocalDate(2026, 3, 20),
            RemindedAt = Now,
        };
        (await Announcements.SaveAsync(before: null, full, None)).ShouldBeTrue();

        (await Announcements.FindAsync(Id, None))!.Value.ShouldBe(full);
        (await Announcements.AllAsync("contoso", None)).ShouldBe([full]);
        (await Announcements.AllAsync("fabrikam", None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_who_change_what_they_read_one_does()
    {
        await Announcements.SaveAsync(before: null, Draft(), None);
        var before = await Announcements.FindAsync(Id, None);

        var saved = await AtOnceAsync(10, number => Announcements.SaveAsync(before, before!.Value with { Version = number + 1 }, None));

        saved.Count(isSaved => isSaved).ShouldBe(1);
        (await Announcements.FindAsync(Id, None))!.Value.Version.ShouldBe(Array.IndexOf(saved, value: true) + 1);
        (await Announcements.SaveAsync(before: null, Draft(), None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_acknowledges_it_many_times_at_once_is_counted_once()
    {
        var counted = await AtOnceAsync(10, number => Announcements.AcknowledgeAsync(Id, new(Rita.Person, $"19:{number}", Now), None));
        (await Announcements.AcknowledgeAsync(Id, new(Omar.Person, "19:0", Now), None)).ShouldBeTrue();

        counted.Count(isNew => isNew).ShouldBe(1);
        var acks = await Announcements.AcknowledgementsAsync(Id, None);
        acks.Select(ack => ack.Person).ShouldBe([Rita.Person, Omar.Person], ignoreOrder: true);
        acks.Single(ack => ack.Person == Rita.Person).Channel.ShouldBe($"19:{Array.IndexOf(counted, value: true)}");
    }

    [Fact]
    public async Task Two_questions_do_not_share_a_number()
    {
        var asked = await AtOnceAsync(10, number => Announcements.SaveAsync(Id, before: null, Question(1, $"Question {number}?"), None));
        (await Announcements.SaveAsync(Id, before: null, Question(2, "And SAP?"), None)).ShouldBeTrue();

        asked.Count(isAsked => isAsked).ShouldBe(1);
        (await Announcements.QuestionsAsync(Id, None)).Select(question => question.Text).ShouldBe([$"Question {Array.IndexOf(asked, value: true)}?", "And SAP?"]);
    }

    [Fact]
    public async Task The_first_answer_stays()
    {
        await Announcements.SaveAsync(Id, before: null, Question(1, "SAP?"), None);
        var asked = (await Announcements.QuestionAsync(Id, 1, None))!;

        var answered = await AtOnceAsync(10, number => Announcements.SaveAsync(Id, asked, asked.Value with { Answer = $"Answer {number}", AnsweredBy = Mark.Person }, None));

        answered.Count(isFirst => isFirst).ShouldBe(1);
        var stored = (await Announcements.QuestionAsync(Id, 1, None))!.Value;
        (stored.Answer, stored.AnsweredBy).ShouldBe(($"Answer {Array.IndexOf(answered, value: true)}", Mark.Person));
        (await Announcements.QuestionAsync(Id, 2, None)).ShouldBeNull();
    }

    [Fact]
    public async Task One_vote_of_each_on_a_link_counts_however_many_are_cast_at_once()
    {
        await AtOnceAsync(5, async _ => { await Announcements.VoteAsync(Id, new(Rita.Person.Id, "brief", IsHelpful: true), None); return true; });
        await Announcements.VoteAsync(Id, new(Rita.Person.Id, "brief", IsHelpful: false), None);
        await Announcements.VoteAsync(Id, new(Rita.Person.Id, "deck", IsHelpful: true), None);

        (await Announcements.VotesAsync(Id, None)).ShouldBe(
            [new ContentVote(Rita.Person.Id, "brief", IsHelpful: false), new ContentVote(Rita.Person.Id, "deck", IsHelpful: true)], ignoreOrder: true);
    }

    private Announcement Draft() => new(Id, "contoso", Mark.Person) { Draft = AnnouncementForm.Empty, CreatedAt = Now };

    private AnnouncementQuestion Question(int number, string text) => new(number, Rita.Person, "19:sales", text, Now);
}

public sealed class AnnouncementStoreOnSqliteTests() : AnnouncementStoreContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class AnnouncementStoreOnAzuriteTests(AzuriteFixture azurite) : AnnouncementStoreContract(() => Engine.Azurite(azurite));
