using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Protocol.Tests.Connector;

public sealed class FileUploadTests : ConnectorTestBase
{
    private const int Chunk = FileUpload.ChunkSize;

    [Theory]
    [InlineData(1, "bytes 0-0/1")]
    [InlineData(Chunk, "bytes 0-3932159/3932160")]
    public async Task A_small_file_goes_at_once(int size, string range)
    {
        await Arrives(size);

        Ranges().ShouldBe([range]);
    }

    [Fact]
    public async Task A_large_file_goes_in_chunks_one_after_another()
    {
        await Arrives((2 * Chunk) + 7);

        (Chunk % (320 * 1024)).ShouldBe(0);
        Ranges().ShouldBe(["bytes 0-3932159/7864327", "bytes 3932160-7864319/7864327", "bytes 7864320-7864326/7864327"]);
    }

    [Fact]
    public async Task The_file_goes_from_its_beginning_wherever_its_stream_stands()
    {
        var session = Teams.Uploads.Open("leads.csv");
        using var file = new MemoryStream(Bytes(10)) { Position = 10 };

        await Upload.SendAsync(session, file);

        Teams.Uploads.File(session).ShouldBe(Bytes(10));
    }

    [Fact]
    public async Task No_token_goes_with_a_file()
    {
        await Arrives(10);

        Teams.Log.All.ShouldHaveSingleItem().Authorization.ShouldBeNullOrEmpty();
        Credential.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task An_empty_file_is_not_sent()
    {
        await Should.ThrowAsync<ArgumentException>(() => Upload.SendAsync(Teams.Uploads.Open("leads.csv"), new MemoryStream()));

        Teams.Log.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_refusal_is_tried_again(int status)
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Upload, status) { Times = 3 });

        await Arrives(10);

        Ranges().Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_refusal_that_does_not_pass_is_told_in_the_end()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Upload, 503) { Times = 4 });

        var failure = await Refused(10);

        failure.Error.ShouldBe(FileUploadError.Unavailable);
        failure.IsTransient.ShouldBeTrue();
        failure.MayHaveHappened.ShouldBeTrue();
        Ranges().Count.ShouldBe(4);
    }

    [Fact]
    public async Task Nothing_is_sent_before_Retry_After_has_passed()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Upload, 429) { RetryAfter = "7" });
        var upload = Upload.SendAsync(Teams.Uploads.Open("leads.csv"), new MemoryStream(Bytes(10)));
        await Clock.WaitForTimersAsync();

        Clock.Advance(TimeSpan.FromSeconds(6.9));
        Ranges().Count.ShouldBe(1);

        Clock.Advance(TimeSpan.FromSeconds(0.2));
        await upload;
        Ranges().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_long_Retry_After_is_left_to_the_caller()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Upload, 429) { RetryAfter = "120" });

        var failure = await Refused(10);

        failure.Error.ShouldBe(FileUploadError.Throttled);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(120));
        failure.MayHaveHappened.ShouldBeFalse();
    }

    [Theory]
    [InlineData(302, FileUploadError.Refused)]
    [InlineData(307, FileUploadError.Refused)]
    [InlineData(401, FileUploadError.Refused)]
    [InlineData(404, FileUploadError.SessionNotFound)]
    [InlineData(409, FileUploadError.Refused)]
    [InlineData(416, FileUploadError.Refused)]
    [InlineData(507, FileUploadError.Refused)]
    public async Task A_final_refusal_is_named_and_not_tried_again(int status, FileUploadError error)
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Upload, status));

        var failure = await Refused((2 * Chunk) + 7);

        failure.Error.ShouldBe(error);
        failure.Status.ShouldBe(status);
        failure.IsTransient.ShouldBeFalse();
        failure.MayHaveHappened.ShouldBeFalse();
        Ranges().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chunk_whose_answer_was_lost_is_sent_again(bool hadArrived)
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Upload, 0) { CutsConnection = true, AfterWork = hadArrived });

        await Arrives(Chunk + 7);

        Ranges().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_last_chunk_whose_answer_was_lost_may_have_arrived()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Upload, 0) { CutsConnection = true, AfterWork = true });

        var failure = await Refused(10);

        failure.Error.ShouldBe(FileUploadError.SessionNotFound);
        failure.MayHaveHappened.ShouldBeTrue();
    }

    [Fact]
    public async Task A_closed_port_is_a_passing_failure_without_effect()
    {
        var failure = await Should.ThrowAsync<FileUploadException>(() => Send(10, new() { UploadUrl = "http://127.0.0.1:1/" }));

        failure.Error.ShouldBe(FileUploadError.Unreachable);
        failure.IsTransient.ShouldBeTrue();
        failure.MayHaveHappened.ShouldBeFalse();
    }

    [Fact]
    public async Task Giving_up_is_giving_up()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Upload, 503));
        using var giving = new CancellationTokenSource();
        var upload = Upload.SendAsync(Teams.Uploads.Open("leads.csv"), new MemoryStream(Bytes(10)), giving.Token);
        await Clock.WaitForTimersAsync();

        await giving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => upload);
    }

    private async Task Arrives(int size)
    {
        var session = Teams.Uploads.Open("leads.csv");
        await Send(size, session);
        Teams.Uploads.File(session).AsSpan().SequenceEqual(Bytes(size)).ShouldBeTrue();
    }

    private Task<FileUploadException> Refused(int size) => Should.ThrowAsync<FileUploadException>(() => Send(size));

    private async Task Send(int size, FileUploadInfo? session = null) =>
        await WhileTimePasses(Upload.SendAsync(session ?? Teams.Uploads.Open("leads.csv"), new MemoryStream(Bytes(size))));

    private IReadOnlyList<string> Ranges() => [.. Teams.Log.All.Select(e => e.Body)];

    /// <summary>Bytes without a pattern, so that a chunk in the wrong place shows.</summary>
    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
