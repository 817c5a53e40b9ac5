using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests;

/// <summary>Tests of the whole bot: it starts with an organisation that is set up and two leads, and is checked at its end.</summary>
public abstract class AppTest : IAsyncLifetime
{
    protected BatonApp App { get; private set; } = null!;

    protected Someone Mia => App.As(Cast.Mia);

    protected Someone Ben => App.As(FakeTeam.Rep);

    protected Place Sales => App.Channel();

    public virtual async Task InitializeAsync()
    {
        App = await BatonApp.StartAsync();
        await App.SetUpAsync();
        await App.HasAsync(Cast.Nadia, Cast.OtherNadia);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>Nadia's card in the sales channel, just handed off by Mia, whose own copy is there as well; nothing is under way any more.</summary>
    protected async Task<ShownCard> HandedOff()
    {
        await Mia.Says("hand off Nadia Brandt");
        var card = await Sales.NextCard();
        await App.ChatOf(Cast.Mia).NextCard();
        await App.SettledAsync();
        return card;
    }

    /// <summary>Ben's copy, after he has accepted the card and the channel shows it.</summary>
    protected async Task<ShownCard> AcceptedByBen(ShownCard card)
    {
        await Ben.Clicks(card, "Accept");
        await Sales.NextUpdate(card, "Ben Ortiz");
        var own = await App.ChatOf(FakeTeam.Rep).NextCard();
        await App.SettledAsync();
        return own;
    }
}
