using NodaTime;
using Shouldly;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Campaigns;

/// <summary>Where the messages of an announcement stand: one worker at a time, and nobody writes over what they have not read.</summary>
public abstract class AnnouncementPostStoreContract(Func<Engine> open) : StoresContract(open)
{
    private const string Id = "dock";
    private const string Slot = "card|19:sales";

    private AnnouncementPostStore Posts => new(Tables, Clock);

    private Instant Until => Now + Duration.FromSeconds(30);

    [Fact]
    public async Task All_of_a_message_comes_back()
    {
        var post = new AnnouncementPost(Slot, "19:sales;messageid=7", "7", "abc", default)
        {
            ClaimedUntil = Until,
            PostedAt = Now,
            NotesOf = 2,
            Refused = "BotNotInConversationRoster",
            IsUncertain = true,
        };
        var saved = await Posts.SaveAsync(Id, post, None);
        var other = await Posts.SaveAsync(Id, new("status|mark", "a:mark", "8", "", default), None);

        (await Posts.FindAsync(Id, Slot, None)).ShouldBe(saved);
        (await Posts.AllAsync(Id, "card|", None)).ShouldBe([saved!]);
        (await Posts.AllAsync(Id, "status|", None)).ShouldBe([other!]);
        (await Posts.FindAsync("other", Slot, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_who_claim_a_new_message_at_once_one_does()
    {
        var claims = await AtOnceAsync(10, _ => Posts.ClaimAsync(Id, Slot, known: null, Until, None));

        (await Posts.FindAsync(Id, Slot, None)).ShouldBe(claims.OfType<AnnouncementPost>().ShouldHaveSingleItem());
    }

    [Fact]
    public async Task Of_many_who_claim_a_message_that_stands_one_does()
    {
        var known = await Posts.SaveAsync(Id, new(Slot, "19:sales", "7", "abc", default), None);

        var claims = await AtOnceAsync(10, _ => Posts.ClaimAsync(Id, Slot, known, Until, None));

        var claimed = claims.OfType<AnnouncementPost>().ShouldHaveSingleItem();
        (claimed.ActivityId, claimed.Shows, claimed.ClaimedUntil).ShouldBe(("7", "abc", Until));
    }

    [Fact]
    public async Task A_claim_is_respected_until_it_ends()
    {
        var claimed = await Posts.ClaimAsync(Id, Slot, known: null, Until, None);
        (await Posts.ClaimAsync(Id, Slot, claimed, Until, None)).ShouldBeNull();

        Clock.Advance(TimeSpan.FromSeconds(30));
        (await Posts.ClaimAsync(Id, Slot, claimed, Until, None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_somebody_else_stored_meanwhile_is_neither_claimed_nor_written_over()
    {
        var read = await Posts.SaveAsync(Id, new(Slot, "19:sales", "7", "older", default), None);
        var newer = await Posts.SaveAsync(Id, read! with { Shows = "newer" }, None);

        (await Posts.ClaimAsync(Id, Slot, read, Until, None)).ShouldBeNull();
        (await Posts.SaveAsync(Id, read with { Shows = "older still" }, None)).ShouldBeNull();
        (await Posts.SaveAsync(Id, read with { ETag = default }, None)).ShouldBeNull();
        (await Posts.FindAsync(Id, Slot, None)).ShouldBe(newer);
    }
}

public sealed class AnnouncementPostStoreOnSqliteTests() : AnnouncementPostStoreContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class AnnouncementPostStoreOnAzuriteTests(AzuriteFixture azurite) : AnnouncementPostStoreContract(() => Engine.Azurite(azurite));
