using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Azure;
using TeamsBot.Testing.Azurite;

namespace TeamsBot.Storage.Tests.Tables;

/// <summary>One emulator for all tests that need one.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    public AzuriteServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await AzuriteServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}

[Collection(AzuriteTests.Name)]
public sealed class AzureTablesTests(AzuriteFixture azurite) : TablesContract
{
    protected override Task<ITables> OpenAsync() => Task.FromResult<ITables>(new AzureTables(
        new TableServiceClient(azurite.Server.ConnectionString, new TableClientOptions(), TimeProvider.System), TimeProvider.System));

    public override Task DisposeAsync() => Task.CompletedTask;
}
