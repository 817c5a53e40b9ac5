using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tests.Engines;
using Xunit;

namespace TeamsBot.Storage.Tests.Handoffs;

/// <summary>Where the copies of a card stand, and whose handoffs they are.</summary>
public sealed class CopyStoreTests() : StoresContract(Engine.Sqlite)
{
    private static readonly HandoffId First = new(new LeadId("lead/7"), 1);

    private CopyStore Copies => new(Tables, TimeProvider.System);

    private OwnerIndex Owners => new(Tables);

    [Fact]
    public async Task Copies_of_every_kind_come_back()
    {
        Copy[] kinds = [new(Audience.Channel, null), new(Audience.Marketing, null), new(Audience.Owner, Rita.Person), new(Audience.Owner, Omar.Person), new(Audience.Requester, Mark.Person)];
        var saved = new List<PostedCopy>();
        foreach (var copy in kinds)
        {
            saved.Add(await Copies.SaveAsync(First, new(copy, $"19:{copy.Audience}", ActivityId: null, Version: 3, ETag: default), None));
        }

        (await Copies.AllAsync(First, None)).ShouldBe(saved, ignoreOrder: true);
    }

    [Fact]
    public async Task A_copy_is_saved_under_the_version_that_was_read()
    {
        var posting = await Copies.SaveAsync(First, new(new(Audience.Channel, null), "19:sales", ActivityId: null, Version: 1, ETag: default), None);
        var posted = await Copies.SaveAsync(First, posting with { ActivityId = "activity-5" }, None);
        (await Copies.AllAsync(First, None)).ShouldBe([posted]);
        (await Should.ThrowAsync<TableException>(() => Copies.SaveAsync(First, posting with { Version = 2 }, None))).IsConflict.ShouldBeTrue();
        (await Should.ThrowAsync<TableException>(() => Copies.SaveAsync(First, posting with { ETag = default }, None))).IsConflict.ShouldBeTrue();
    }

    [Fact]
    public async Task The_copies_of_one_handoff_hold_none_of_another()
    {
        foreach (var number in new[] { 1, 10, 100 })
        {
            await Copies.SaveAsync(First with { Number = number }, new(new(Audience.Channel, null), $"19:{number}", "a", number, ETag: default), None);
        }

        (await Copies.AllAsync(First, None)).ShouldHaveSingleItem().Conversation.ShouldBe("19:1");
    }

    [Fact]
    public async Task An_owner_has_what_was_added_and_not_removed_however_often_it_is_said()
    {
        var second = new HandoffId(new LeadId("线索~9"), 2);
        await AtOnceAsync(5, async _ => { await Owners.AddAsync(Rita.Person.Id, First, None); return true; });
        await Owners.AddAsync(Rita.Person.Id, second, None);
        await Owners.AddAsync(Omar.Person.Id, First, None);
        await AtOnceAsync(5, async _ => { await Owners.RemoveAsync(Rita.Person.Id, First, None); return true; });
        (await Owners.OfAsync(Rita.Person.Id, 10, None)).ShouldBe([second]);
        (await Owners.OfAsync(Omar.Person.Id, 10, None)).ShouldBe([First]);
        (await Owners.OfAsync(new PersonId("rit"), 10, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_owner_of_many_gets_no_more_than_asked_for()
    {
        foreach (var number in Enumerable.Range(1, 12))
        {
            await Owners.AddAsync(Rita.Person.Id, First with { Number = number }, None);
        }

        (await Owners.OfAsync(Rita.Person.Id, 5, None)).Count.ShouldBe(5);
    }
}
