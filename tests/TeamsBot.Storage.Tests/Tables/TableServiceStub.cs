using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using TeamsBot.Storage.Tables.Azure;

namespace TeamsBot.Storage.Tests.Tables;

/// <summary>Stands where the service would: answers each try as the test says, and keeps what was asked.</summary>
internal sealed class TableServiceStub(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public const string ConnectionString = "AccountName=acct;AccountKey=c2VjcmV0LWtleQ==";

    public List<HttpRequestMessage> Requests { get; } = [];

    public AzureTables Open(TimeProvider? clock = null) =>
        new(new TableServiceClient(ConnectionString, Options(), clock ?? new ImpatientClock()), clock ?? new ImpatientClock());

    public AzureTables Open(TokenCredential credential) =>
        new(new TableServiceClient(new Uri("https://acct.table.core.windows.net/"), credential, Options()), TimeProvider.System);

    public AzureTables Open(string connectionString) => new(new TableServiceClient(connectionString, Options(), TimeProvider.System), TimeProvider.System);

    public static Func<HttpResponseMessage> Answer(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers) => () =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    };

    /// <summary>The answer to a transaction: one part a line, or the one part of the action that failed.</summary>
    public static Func<HttpResponseMessage> Batch(string part) => Answer(
        HttpStatusCode.Accepted,
        $"--batchresponse_b\r\nContent-Type: multipart/mixed; boundary=changesetresponse_c\r\n\r\n--changesetresponse_c\r\n" +
        $"Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{part}\r\n--changesetresponse_c--\r\n--batchresponse_b--\r\n");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.FromResult(answers[Math.Min(Requests.Count, answers.Length) - 1]());
    }

    private TableClientOptions Options()
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(this) };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    /// <summary>A minute passes with each look at it, and no wait takes any time.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now = now.AddMinutes(1);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
