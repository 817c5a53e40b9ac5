using System.Diagnostics;
using System.Net;
using Azure;
using Azure.Core;
using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;
using static TeamsBot.Storage.Tests.Tables.TableServiceStub;

namespace TeamsBot.Storage.Tests.Tables;

/// <summary>What the emulator never does: the service's refusals and its odd answers.</summary>
public sealed class AzureProtocolTests
{
    private const string Row = """{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Value":7}""";
    private const string Done = "HTTP/1.1 204 No Content\r\nETag: W/\"datetime'2026-05-01T12%3A00%3A00.1Z'\"\r\n\r\n";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TableTransactionAction Add = new(TableTransactionActionType.Add, new TableEntity("p", "r"));

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        var service = new TableServiceStub(Answer((HttpStatusCode)status), Answer((HttpStatusCode)status), Answer(HttpStatusCode.OK, Row));
        (await service.Open().GetAsync("Leads", "p", "r", None))!.GetInt32("Value").ShouldBe(7);
        service.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_next_try_waits_as_long_as_the_service_says()
    {
        var service = new TableServiceStub(Answer(HttpStatusCode.ServiceUnavailable, "", ("retry-after-ms", "80")), Answer(HttpStatusCode.OK, Row));
        var watch = Stopwatch.StartNew();
        await service.Open().GetAsync("Leads", "p", "r", None);
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(75));
    }

    [Fact]
    public async Task What_stays_busy_is_unavailable_and_what_is_refused_is_not_tried_again()
    {
        var busy = new TableServiceStub(Answer(HttpStatusCode.ServiceUnavailable));
        (await Refused(busy)).Error.ShouldBe(TableError.Unavailable);
        busy.Requests.Count.ShouldBe(5);
        var refusing = new TableServiceStub(Answer(HttpStatusCode.BadRequest));
        (await Refused(refusing)).Error.ShouldBe(TableError.Invalid);
        refusing.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_try_is_dated_and_signed_anew()
    {
        var service = new TableServiceStub(Answer(HttpStatusCode.BadGateway), Answer(HttpStatusCode.OK, Row));
        await service.Open().GetAsync("Leads", "p", "r", None);
        Header(service, 0, "x-ms-date").ShouldBe("Fri, 01 May 2026 12:01:00 GMT");
        Header(service, 1, "x-ms-date").ShouldBe("Fri, 01 May 2026 12:02:00 GMT");
        Header(service, 0, "Authorization").ShouldStartWith("SharedKeyLite acct:");
        Header(service, 1, "Authorization").ShouldNotBe(Header(service, 0, "Authorization"));
        Header(service, 0, "x-ms-client-request-id").ShouldBe(Header(service, 1, "x-ms-client-request-id"));
    }

    [Fact]
    public async Task A_failed_transaction_names_its_action_and_none_of_its_values()
    {
        var service = new TableServiceStub(Batch(
            "HTTP/1.1 412 Precondition Failed\r\nContent-Type: application/json\r\n\r\n" +
            """{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"37:The update condition specified in the request was not satisfied.\nRequestId:1\nTime:2026"}}}"""));
        var refused = await Refused(service);
        refused.Error.ShouldBe(TableError.PreconditionFailed);
        refused.FailedIndex.ShouldBe(37);
        refused.Message.ShouldContain("UpdateConditionNotSatisfied");
    }

    [Fact]
    public async Task A_transaction_that_the_service_could_not_finish_is_tried_again()
    {
        var service = new TableServiceStub(Batch("HTTP/1.1 503 Service Unavailable\r\n\r\n"), Batch(Done));
        var etags = await service.Open().SubmitAsync("Leads", [Add], None);
        etags.ShouldHaveSingleItem().ToString().ShouldBe("W/\"datetime'2026-05-01T12%3A00%3A00.1Z'\"");
    }

    [Theory]
    [InlineData("""<?xml version="1.0"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>AuthenticationFailed</m:code><m:message>no</m:message></m:error>""")]
    [InlineData("""{"odata.error":{"code":"AuthenticationFailed","message":{"lang":"en-US","value":"no"}}}""")]
    public async Task A_refusal_is_understood_in_xml_and_in_json(string body)
    {
        var refused = await Refused(new TableServiceStub(Answer(HttpStatusCode.Forbidden, body)));
        refused.Error.ShouldBe(TableError.Denied);
        refused.Message.ShouldContain("AuthenticationFailed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html")]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task A_refusal_that_makes_no_sense_is_still_one(string body) =>
        (await Refused(new TableServiceStub(Answer(HttpStatusCode.NotFound, body)))).Error.ShouldBe(TableError.NotFound);

    [Fact]
    public async Task An_empty_page_is_not_the_last_while_the_service_names_a_next_one()
    {
        var service = new TableServiceStub(
            Answer(HttpStatusCode.OK, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!8!cA--")),
            Answer(HttpStatusCode.OK, $$"""{"value":[{{Row}}]}""", ("x-ms-continuation-NextPartitionKey", "a b"), ("x-ms-continuation-NextRowKey", "c&d")),
            Answer(HttpStatusCode.OK, """{"value":[]}"""));
        var rows = new List<TableEntity>();
        await foreach (var row in service.Open().QueryAsync("Leads", TableRange.Rows("p", "a", "b'c"), null, None))
        {
            rows.Add(row);
        }

        rows.ShouldHaveSingleItem().ETag.ShouldBe(new ETag("W/\"1\""));
        service.Requests.Select(request => Uri.UnescapeDataString(request.RequestUri!.Query)).ShouldBe([
            "?$top=1000&$filter=PartitionKey eq 'p' and RowKey ge 'a' and RowKey lt 'b''c'",
            "?$top=1000&$filter=PartitionKey eq 'p' and RowKey ge 'a' and RowKey lt 'b''c'&NextPartitionKey=1!8!cA--",
            "?$top=1000&$filter=PartitionKey eq 'p' and RowKey ge 'a' and RowKey lt 'b''c'&NextPartitionKey=a b&NextRowKey=c&d"]);
    }

    [Fact]
    public async Task An_entra_token_opens_the_store()
    {
        var service = new TableServiceStub(Answer(HttpStatusCode.OK, Row));
        var credential = DelegatedTokenCredential.Create((request, _) =>
        {
            request.Scopes.ShouldBe(["https://storage.azure.com/.default"]);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        });
        await service.Open(credential).GetAsync("Leads", "p", "r", None);
        Header(service, 0, "Authorization").ShouldBe("Bearer token");
        service.Requests[0].RequestUri!.AbsoluteUri.ShouldBe("https://acct.table.core.windows.net/Leads(PartitionKey='p',RowKey='r')");
    }

    [Fact]
    public async Task A_shared_access_signature_goes_with_every_request_and_nothing_else_does()
    {
        var service = new TableServiceStub(Answer(HttpStatusCode.OK, Row));
        var tables = service.Open("TableEndpoint=https://acct.table.core.windows.net/;SharedAccessSignature=sv=2020&sig=a%2Bb");
        await tables.GetAsync("Leads", "p", "r", None);
        service.Requests[0].RequestUri!.Query.ShouldBe("?sv=2020&sig=a%2Bb");
        service.Requests[0].Headers.Contains("Authorization").ShouldBeFalse();
    }

    private static async Task<TableException> Refused(TableServiceStub service) =>
        await Should.ThrowAsync<TableException>(() => service.Open().SubmitAsync("Leads", [Add], None));

    private static string Header(TableServiceStub service, int request, string name) =>
        service.Requests[request].Headers.GetValues(name).ShouldHaveSingleItem();
}
