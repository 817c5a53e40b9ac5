using Azure.Core.Pipeline;
using Shouldly;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Azure;
using TeamsBot.Testing.Azurite;
using Xunit;

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
    protected override Task<ITables> OpenAsync() => Task.FromResult(Open(new TableClientOptions()));

    public override Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_addition_whose_answer_was_lost_counts_as_done()
    {
        var etags = await Lossy(lost: 1).SubmitAsync(Table, [Add(Row("p", "a", 1)), Add(Row("p", "b", 1))], None);
        etags.ShouldBe([(await Get("p", "a"))!.ETag, (await Get("p", "b"))!.ETag]);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_counts_as_done()
    {
        var etag = (await Submit(Add(Row("p", "r", 1))))[0];
        var changed = (await Lossy(lost: 1).SubmitAsync(Table, [Replace(Row("p", "r", 2), etag)], None))[0];
        var row = (await Get("p", "r"))!;
        row.ETag.ShouldBe(changed);
        row.GetInt32("Value").ShouldBe(2);
        var merged = (await Lossy(lost: 1).SubmitAsync(Table, [Merge(Row("p", "r", 3), changed)], None))[0];
        (await Get("p", "r"))!.ETag.ShouldBe(merged);
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_counts_as_done()
    {
        var etag = (await Submit(Add(Row("p", "r", 1))))[0];
        (await Lossy(lost: 1).SubmitAsync(Table, [Delete("p", "r", etag)], None))[0].ShouldBe(default);
        (await Get("p", "r")).ShouldBeNull();
    }

    [Fact]
    public async Task A_conflict_with_another_writer_stays_one_also_after_a_lost_answer()
    {
        await Submit(Add(Row("p", "r", 1)));
        var refused = await Should.ThrowAsync<TableException>(() => Lossy(lost: 1).SubmitAsync(Table, [Add(Row("p", "r", 1))], None));
        refused.Error.ShouldBe(TableError.AlreadyExists);
    }

    [Fact]
    public async Task When_no_answer_ever_comes_the_store_is_unavailable()
    {
        var refused = await Should.ThrowAsync<TableException>(() => Lossy(lost: 99).SubmitAsync(Table, [Add(Row("p", "secret"))], None));
        refused.Error.ShouldBe(TableError.Unavailable);
        refused.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_wrong_key_is_denied()
    {
        var wrong = new TableServiceClient($"AccountName=devstoreaccount1;AccountKey=AAAA;TableEndpoint={azurite.Server.Endpoint}", new(), TimeProvider.System);
        var refused = await Should.ThrowAsync<TableException>(() => new AzureTables(wrong, TimeProvider.System).GetAsync(Table, "p", "r", None));
        refused.Error.ShouldBe(TableError.Denied);
    }

    private ITables Open(TableClientOptions options) =>
        new AzureTables(new TableServiceClient(azurite.Server.ConnectionString, options, TimeProvider.System), TimeProvider.System);

    private ITables Lossy(int lost)
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(new AnswerLosingHandler(lost)) };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return Open(options);
    }

    /// <summary>Passes requests on and loses the first answers: what was asked has happened, and nobody hears of it.</summary>
    private sealed class AnswerLosingHandler(int lost) : DelegatingHandler(new HttpClientHandler())
    {
        private int left = lost;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return request.Method == HttpMethod.Post && Interlocked.Decrement(ref left) >= 0
                ? throw new HttpRequestException("The connection was closed.")
                : response;
        }
    }
}
