using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Tests.Sla;

/// <summary>Tests of reports and exports: Nadia was accepted by Ben in time, at 09:00 UTC on 2 March 2026, and is in the journal.</summary>
public abstract class SlaTest : AppTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await AcceptedByBen(await HandedOff());
    }

    protected Someone Ada => App.As(FakeTeam.Admin);

    /// <summary>Somebody asks in their own chat and is answered with a card.</summary>
    protected async Task<ShownCard> Asks(Person person, string words)
    {
        await App.As(person).Says(words);
        return await App.ChatOf(person).NextCard();
    }

    /// <summary>Takes the person out of every team that Baton knew them in.</summary>
    protected Task LeavesAllTeams(Person person) => App.Services.GetRequiredService<PeopleStore>().ChangeAsync(
        FakeTeam.TenantId, new(person.AadObjectId), known => known! with { Teams = [] }, CancellationToken.None);
}
