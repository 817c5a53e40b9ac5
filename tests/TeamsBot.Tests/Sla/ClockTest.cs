using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Tests.Sla;

/// <summary>Tests of a hot lead whose clocks run: 30 working minutes to an answer, 2 hours to the contact. It is Monday, 10:00 in Warsaw.</summary>
public abstract class ClockTest : AppTest
{
    protected Place MiasChat => App.ChatOf(Cast.Mia);

    protected Place BensChat => App.ChatOf(FakeTeam.Rep);

    protected Place HeadsChat => App.ChatOf(FakeTeam.Manager);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await App.Records.Head(FakeTeam.Manager);
    }

    /// <summary>So many minutes pass, and all that they bring about is done.</summary>
    protected Task Passes(int minutes) => App.PassesAsync(TimeSpan.FromMinutes(minutes));
}
