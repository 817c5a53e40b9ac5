using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Protocol.Tests.Connector;

/// <summary>A client and the connector that it speaks to.</summary>
public abstract class ConnectorTestBase : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    protected ManualClock Clock { get; } = new();

    protected FakeConnector Teams { get; private set; } = null!;

    protected FakeCredential Credential { get; private set; } = null!;

    protected ConnectorClient Client { get; private set; } = null!;

    protected FileUpload Upload { get; private set; } = null!;

    protected ConversationReference PersonalChat => Reference(FakeTeam.Rep.PersonalChatId);

    protected ConversationReference SalesChannel => Reference(FakeTeam.SalesChannelId);

    public async Task InitializeAsync()
    {
        Teams = await FakeConnector.StartAsync();
        Credential = new FakeCredential(Clock);
        Client = NewClient(new ConnectorOptions { AllowLoopback = true });
        Upload = NewUpload(new ConnectorOptions { AllowLoopback = true });
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Teams.DisposeAsync();
    }

    protected ConnectorClient NewClient(ConnectorOptions options, bool anonymous = false) =>
        new(_http, anonymous ? null : Credential, options, new SendBudget(SendLimits.Teams, Clock), Clock);

    protected FileUpload NewUpload(ConnectorOptions options) => new(_http, options, Clock);

    protected ConversationReference Reference(string conversationId) => new()
    {
        ServiceUrl = Teams.ServiceUrl,
        Conversation = new() { Id = conversationId, TenantId = FakeTeam.TenantId },
    };

    /// <summary>Moves the clock whenever the call waits, until it ends.</summary>
    protected async Task<T> WhileTimePasses<T>(Task<T> call, TimeSpan? step = null)
    {
        await WhileTimePasses((Task)call, step);
        return await call;
    }

    /// <summary>Moves the clock whenever the call waits, until it ends.</summary>
    protected async Task WhileTimePasses(Task call, TimeSpan? step = null)
    {
        while (await Task.WhenAny(call, Clock.WaitForTimersAsync()) != call)
        {
            Clock.Advance(step ?? TimeSpan.FromSeconds(20));
        }

        await call;
    }
}
