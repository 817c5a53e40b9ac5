using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Tests.Agreement;

/// <summary>Tests around the agreement: Max is a manager who reads English, and the organisation is in Warsaw.</summary>
public abstract class AgreementTest : AppTest
{
    protected static TeamsBot.Testing.Teams.Person Manager { get; } = new("Max Moor", "11111111-2222-4333-8444-555555555508");

    protected Someone Max => App.As(Manager);

    protected AgreementStore Agreements => App.Services.GetRequiredService<AgreementStore>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        App.Teams.Conversations.AddPeople([Manager]);
        await App.Records.Assign(Manager, Roles.Manager);
    }

    protected Task<SlaAgreement> InForce() => Agreements.InForceAsync(FakeTeam.TenantId, CancellationToken.None);

    /// <summary>The agreement as somebody sees it in their chat.</summary>
    protected async Task<ShownCard> ShownTo(Someone reader, string say = "agreement")
    {
        await reader.Says(say);
        return await App.ChatOf(reader.Person).NextCard();
    }

    /// <summary>A form that a button of the agreement's card opens, as it stands in the manager's chat.</summary>
    protected async Task<ShownCard> Form(string button, params (string Name, string Value)[] inputs) =>
        Here(await Max.Clicks(await ShownTo(Max), button, inputs));

    /// <summary>The card of an answer, in the place of the one that was clicked; it keeps to what Teams needs.</summary>
    protected static ShownCard Here(ClickAnswer answer)
    {
        var card = answer.Card.ShouldNotBeNull(answer.Json);
        CardChecks.Problems(card.Json).ShouldBeEmpty();
        return card with { ConversationId = Manager.PersonalChatId, ActivityId = "1" };
    }
}
