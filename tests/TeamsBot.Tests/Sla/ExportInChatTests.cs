using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Hosting.Files;
using TeamsBot.Protocol.Activities;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Sla;

/// <summary>The ledger as a file: offered, accepted or declined, and put into a OneDrive by the queue.</summary>
public sealed class ExportInChatTests : SlaTest
{
    private const string Name = "baton-sla-2026-03.csv";
    private const string March = """{"sla":"2026-03-01..2026-04-01"}""";

    private readonly List<FileUploadInfo> opened = [];

    [Fact]
    public async Task A_file_is_offered_with_its_name_and_its_size()
    {
        var (offer, sentence) = await Offered("export sla");

        offer.Attachments!.ShouldHaveSingleItem().Name.ShouldBe(Name);
        var content = offer.Attachments![0].Content!.ToElement();
        content.Text("description").ShouldBe("SLA ledger, Mar 2026, 1 row");
        content.Child("acceptContext")!.Value.GetRawText().ShouldBe(March);
        content.Child("sizeInBytes")!.Value.GetInt64().ShouldBe(Encoding.UTF8.GetByteCount(await File(offer)));
        sentence.ShouldStartWith("Baton offers you a file: SLA ledger, Mar 2026, 1 row.");
    }

    [Fact]
    public async Task The_button_of_the_card_offers_the_days_that_the_card_shows()
    {
        var card = await Asks(FakeTeam.Admin, "sla status this quarter");

        var answer = await Ada.Clicks(card, "Export…");

        answer.Sentence.ShouldNotBeNull().ShouldStartWith("Baton offers you");
        (await NextOffer()).Attachments![0].Name.ShouldBe("baton-sla-2026-q1.csv");
    }

    [Fact]
    public async Task An_accepted_file_is_uploaded_and_takes_the_place_of_the_question()
    {
        var (offer, _) = await Offered("export sla");

        var lines = (await File(offer)).Split("\r\n");

        lines[0].ShouldStartWith("\ufefflead,handoff,number,action,by,byId,at,tenant,channelId,channel,tier,");
        lines[1].ShouldStartWith("L-1,1,1,Accept,Ben Ortiz,");
        lines.Length.ShouldBe(3);
        var info = App.ChatOf(FakeTeam.Admin).Messages.Single(message => message.Attachments?[0].ContentType == ContentTypes.FileInfoCard);
        info.Attachments![0].ContentUrl.ShouldBe(opened[0].ContentUrl);
    }

    [Fact]
    public async Task A_consent_that_Teams_brings_twice_is_one_upload()
    {
        var (offer, _) = await Offered("export sla");
        var place = Open();
        await Answers(offer, place, March);
        await QuestionGone(offer);

        await Answers(offer, place, March);

        App.Teams.Log.All.Count(happened => happened.Operation == ConnectorOperation.Upload).ShouldBe(1);
        App.Teams.Log.All.Count(IsFileInfo).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_left_of_an_upload_a_while_later()
    {
        var (offer, _) = await Offered("export sla");
        await File(offer);
        await Ended();
        var tables = App.Services.GetRequiredService<ITables>();
        var planned = (await Rows(tables, TableNames.Work)).Single(row => row.GetString("Kind") == FileUploads.WorkKind);
        (await Rows(tables, TableNames.Conversations)).Single(IsUpload).GetString("UploadUrl").ShouldBeNull();

        var later = App.Clock.GetUtcNow() + TimeSpan.FromMinutes(16);
        var handler = ActivatorUtilities.CreateInstance<FileUploads>(App.Services, new ManualClock(later));
        var at = Instant.FromDateTimeOffset(later);
        var outcome = await handler.RunAsync(new WorkItem(FileUploads.WorkKind, planned.GetString("Key")!, at, at, at, Attempts: 1), CancellationToken.None);

        outcome.ShouldBe(WorkOutcome.Done);
        (await Rows(tables, TableNames.Conversations)).ShouldNotContain(row => IsUpload(row));
    }

    [Fact]
    public async Task A_declined_file_is_not_made_and_the_question_goes()
    {
        var (offer, _) = await Offered("export sla");

        await Answers(offer, null, March);

        (await App.ChatOf(FakeTeam.Admin).NextText()).ShouldStartWith("No file was made.");
        await QuestionGone(offer);
    }

    [Fact]
    public async Task Rights_are_looked_up_again_when_the_file_is_accepted()
    {
        var (offer, _) = await Offered("export sla");
        await App.Records.Assign(FakeTeam.OtherRep, Roles.Reader);

        var place = Open();
        await Posts(App.As(FakeTeam.OtherRep), offer, place, March, 200);

        (await App.ChatOf(FakeTeam.OtherRep).NextText()).ShouldStartWith("تظهر حالة المهلة للمديرين");
        App.Teams.Uploads.File(place).ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sla":"*"}""")]
    [InlineData("""{"sla":"2026-03-01..2026-03-01"}""")]
    [InlineData("""{"sla":7}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_context_that_is_none_of_ours_is_refused(string context) => await Posts(Ada, new Activity { Id = "1" }, Open(), context, 400);

    [Fact]
    public async Task A_place_that_is_no_OneDrive_gets_nothing()
    {
        App.Log.Expect(601);
        var (offer, _) = await Offered("export sla");

        await Answers(offer, Open() with { UploadUrl = "https://evil.example/upload?secret=1" }, March);

        (await App.ChatOf(FakeTeam.Admin).NextText()).ShouldStartWith("The file could not be put into your OneDrive.");
    }

    [Fact]
    public async Task A_OneDrive_that_is_not_there_for_the_moment_gets_the_file_at_the_next_try()
    {
        App.Log.Expect(CapturedLog.WorkFailed);
        var (offer, _) = await Offered("export sla");
        App.Teams.Faults.Add(new Fault(ConnectorOperation.Upload, 503));
        var (place, putOff) = (Open(), App.Log.NextAsync(CapturedLog.WorkPutOff));
        await Answers(offer, place, March);
        await putOff;

        App.Later(TimeSpan.FromSeconds(5));
        await QuestionGone(offer);

        App.Teams.Uploads.File(place).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_month_without_a_row_is_no_file()
    {
        await Ada.Says("export sla last month");
        (await App.ChatOf(FakeTeam.Admin).NextText()).ShouldBe("There is no row in the ledger for Feb 2026, so there is no file.");
    }

    [Fact]
    public async Task In_a_channel_the_file_is_offered_in_the_own_chat()
    {
        await Ada.SaysIn(FakeTeam.SalesChannelId, "export sla");
        var offer = await NextOffer();

        App.ChatOf(FakeTeam.Admin).Messages.ShouldContain(message => message.Id == offer.Id);
        (await Sales.NextText()).ShouldStartWith("Baton offers you a file");
    }

    [Fact]
    public async Task A_reader_gets_no_file()
    {
        await App.As(Cast.Rita).Says("export sla");
        (await App.ChatOf(Cast.Rita).NextText()).ShouldStartWith("Only managers");
    }

    private async Task<(Activity Offer, string Sentence)> Offered(string words)
    {
        await Ada.Says(words);
        return (await NextOffer(), await App.ChatOf(FakeTeam.Admin).NextText());
    }

    private async Task<Activity> NextOffer()
    {
        var sent = await App.Teams.Log.NextAsync(happened => happened.IsNewMessage && happened.Activity!.Attachments?[0].ContentType == ContentTypes.FileConsentCard);
        return sent.Activity! with { Id = sent.ActivityId };
    }

    // Nothing of the address may be logged.
    private FileUploadInfo Open()
    {
        var place = App.Teams.Uploads.Open(Name);
        opened.Add(place);
        App.Log.Forbid(place.UploadUrl, new Uri(place.UploadUrl!).PathAndQuery, "secret=1");
        return place;
    }

    private async Task<string> File(Activity offer)
    {
        var place = Open();
        await Answers(offer, place, March);
        await QuestionGone(offer);
        return Encoding.UTF8.GetString(App.Teams.Uploads.File(place).ShouldNotBeNull());
    }

    // All is done that follows the upload.
    private async Task Ended()
    {
        while (!(await App.Log.NextAsync(CapturedLog.WorkEnded)).Text.Contains(FileUploads.WorkKind, StringComparison.Ordinal))
        {
            // Some other work of before.
        }
    }

    private static async Task<IReadOnlyList<TableEntity>> Rows(ITables tables, string table) =>
        await tables.QueryAsync(table, TableRange.Everything, take: null, CancellationToken.None).ToListAsync();

    private static bool IsUpload(TableEntity row) => row.RowKey.StartsWith("upload", StringComparison.Ordinal);

    // It is deleted when what became of the file stands in the chat.
    private Task QuestionGone(Activity offer) =>
        App.Teams.Log.NextAsync(happened => happened is { IsDone: true, Operation: ConnectorOperation.Delete } && happened.ActivityId == offer.Id);

    private static bool IsFileInfo(ConnectorEvent happened) => happened.IsNewMessage && happened.Activity!.Attachments?[0].ContentType == ContentTypes.FileInfoCard;

    private Task Answers(Activity offer, FileUploadInfo? place, string context) => Posts(Ada, offer, place, context, 200);

    private async Task Posts(Someone person, Activity offer, FileUploadInfo? place, string context, int status)
    {
        using var response = await App.PostAsync(App.Teams.Activities().FileConsent(person.Person, offer.Id!, place, context));
        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }
}
