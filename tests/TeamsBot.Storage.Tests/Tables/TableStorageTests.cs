using Azure.Identity;
using Shouldly;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Azure;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

public sealed class TableStorageTests
{
    [Fact]
    public async Task Without_a_setting_the_embedded_store_is_opened_in_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("storage");
        await using (var tables = TableStorage.Open(null, folder.FullName, TimeProvider.System).ShouldBeOfType<MeasuredTables>())
        {
            tables.Engine.ShouldBeOfType<SqliteTables>();
            folder.GetFiles("tables.db").ShouldHaveSingleItem();
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=acct;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:10002/acct")]
    [InlineData("TableEndpoint=https://acct.table.core.windows.net;SharedAccessSignature=sv=1&sig=x")]
    [InlineData("https://acct.table.core.windows.net")]
    [InlineData("https://acct.table.core.windows.net/?sv=1&sig=x")]
    public void A_connection_string_or_an_endpoint_opens_azure_tables(string storage) =>
        TableStorage.Open(storage, "unused", TimeProvider.System).ShouldBeOfType<MeasuredTables>().Engine.ShouldBeOfType<AzureTables>();

    [Theory]
    [InlineData("somewhere")]
    [InlineData("http://acct.table.core.windows.net")]
    [InlineData("ftp://acct")]
    [InlineData("AccountName=acct")]
    [InlineData("AccountName=acct;AccountKey=top*secret")]
    [InlineData("AccountKey=dG9wc2VjcmV0")]
    [InlineData("AccountName=acct;AccountKey=dG9wc2VjcmV0;TableEndpoint=nowhere")]
    [InlineData("AccountName=acct;dG9wc2VjcmV0")]
    public void A_setting_that_names_no_store_is_refused_without_being_repeated(string storage)
    {
        var refused = Should.Throw<TableException>(() => TableStorage.Open(storage, "unused", TimeProvider.System));
        refused.Error.ShouldBe(TableError.Invalid);
        refused.Message.ShouldNotContain("secret");
        refused.Message.ShouldNotContain("dG9w");
    }

    [Fact]
    public async Task An_identity_that_gets_no_token_is_denied_with_what_to_do()
    {
        var credential = new FakeCredential(TimeProvider.System) { Failure = new CredentialUnavailableException("no identity") };
        var tables = TableStorage.Open("https://acct.table.core.windows.net", "unused", TimeProvider.System, credential);
        var refused = await Should.ThrowAsync<TableException>(() => tables.GetAsync("Leads", "p", "r", CancellationToken.None));
        refused.Error.ShouldBe(TableError.Denied);
        refused.Message.ShouldStartWith("No identity here opens the table service at acct.table.core.windows.net.");
        credential.Asked.ShouldBe(1);
        credential.Scope.ShouldBe("https://storage.azure.com/.default");
    }
}
