using System.Text.Json;
using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Protocol.Tests.Activities;

public sealed class FileConsentTests
{
    private static readonly ActivityBuilder Teams = new("https://smba.trafficmanager.net/emea/");

    private static readonly FileUploadInfo Session = new()
    {
        Name = "leads.csv",
        UploadUrl = "https://contoso-my.sharepoint.com/upload?guid=1",
        ContentUrl = "https://contoso-my.sharepoint.com/leads.csv",
        UniqueId = "1150D938",
        FileType = "csv",
    };

    [Fact]
    public void A_file_is_offered_with_what_comes_back_for_either_answer()
    {
        var card = new FileConsentCard
        {
            Description = "12 عملاء",
            SizeInBytes = 5_000_000_000,
            AcceptContext = new("""{"export":"7"}"""u8.ToArray()),
            DeclineContext = new("""{"export":"none"}"""u8.ToArray()),
        };

        IsWritten(MessageFactory.FileConsent("leads.csv", card, "Your file"), """
            {"type":"message","summary":"Your file","attachments":[{"contentType":"application/vnd.microsoft.teams.card.file.consent","name":"leads.csv",
             "content":{"description":"12 عملاء","sizeInBytes":5000000000,"acceptContext":{"export":"7"},"declineContext":{"export":"none"}}}]}
            """);
    }

    [Fact]
    public void A_context_may_be_left_out() => IsWritten(MessageFactory.FileConsent("leads.csv", new() { Description = "x", SizeInBytes = 1 }), """
        {"type":"message","attachments":[{"contentType":"application/vnd.microsoft.teams.card.file.consent","name":"leads.csv",
         "content":{"description":"x","sizeInBytes":1}}]}
        """);

    [Fact]
    public void A_file_that_was_uploaded_is_shown_where_it_lies() => IsWritten(MessageFactory.FileInfo(Session), """
        {"type":"message","attachments":[{"contentType":"application/vnd.microsoft.teams.card.file.info","name":"leads.csv",
         "contentUrl":"https://contoso-my.sharepoint.com/leads.csv","content":{"uniqueId":"1150D938","fileType":"csv"}}]}
        """);

    [Fact]
    public void An_acceptance_says_where_to_upload()
    {
        var answer = Read("""
            {"type":"fileUpload","action":"accept","context":{"export":"7"},"uploadInfo":{
             "contentUrl":"https://contoso-my.sharepoint.com/leads.csv","name":"leads.csv","uploadUrl":"https://contoso-my.sharepoint.com/upload?guid=1",
             "uniqueId":"1150D938","fileType":"csv","etag":"\"{1150D938},1\""}}
            """)!;

        answer.IsAccepted().ShouldBeTrue();
        answer.Context!.Value.GetProperty("export").GetString().ShouldBe("7");
        (answer.UploadInfo! with { Properties = null }).ShouldBe(Session);
        answer.UploadInfo.Properties!["etag"].GetString().ShouldBe("\"{1150D938},1\"");
    }

    [Theory]
    [InlineData("""{"type":"fileUpload","action":"decline","context":{"export":"7"}}""")]
    [InlineData("""{"action":"decline","context":{"export":"7"},"uploadInfo":null}""")]
    public void A_refusal_needs_no_place(string value)
    {
        var answer = Read(value)!;

        answer.IsAccepted().ShouldBeFalse();
        answer.Context!.Value.GetProperty("export").GetString().ShouldBe("7");
        answer.UploadInfo.ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"accept\"")]
    [InlineData("null")]
    [InlineData("""{"action":"Perhaps"}""")]
    [InlineData("""{"action":["accept"]}""")]
    [InlineData("""{"action":"accept"}""")]
    [InlineData("""{"action":"accept","uploadInfo":null}""")]
    [InlineData("""{"action":"accept","uploadInfo":"https://contoso-my.sharepoint.com/"}""")]
    [InlineData("""{"action":"accept","uploadInfo":{"name":"leads.csv"}}""")]
    [InlineData("""{"action":"accept","uploadInfo":{"uploadUrl":""}}""")]
    [InlineData("""{"action":"accept","uploadInfo":{"uploadUrl":{"url":"x"}}}""")]
    [InlineData("""{"action":"accept","uploadInfo":{"uploadUrl":"\ud800"}}""")]
    [InlineData("""{"action":"\udc00"}""")]
    public void What_is_no_answer_is_read_as_nothing(string value) => Read(value).ShouldBeNull();

    [Fact]
    public void An_invoke_without_a_value_is_read_as_nothing() => FileConsentCardResponse.From(new Activity()).ShouldBeNull();

    [Fact]
    public void What_the_builder_makes_is_read_back()
    {
        FileConsentCardResponse.From(Teams.FileConsent(FakeTeam.Rep, "17", Session))!.UploadInfo.ShouldBe(Session);
        FileConsentCardResponse.From(Teams.FileConsent(FakeTeam.Rep, "17", null))!.IsAccepted().ShouldBeFalse();
    }

    private static FileConsentCardResponse? Read(string value) =>
        FileConsentCardResponse.From(Teams.Invoke(FakeTeam.Rep, FakeTeam.Rep.PersonalChatId, InvokeNames.FileConsent, value));

    private static void IsWritten(Activity activity, string expected)
    {
        var written = JsonSerializer.Serialize(activity, ActivityJson.Wire.Activity);
        JsonElement.DeepEquals(JsonElement.Parse(written), JsonElement.Parse(expected)).ShouldBeTrue(written);
    }
}
