using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Protocol.Tests.Activities;

public sealed class DialogTests
{
    private static readonly ActivityBuilder Teams = new("https://smba.trafficmanager.net/emea/");

    [Fact]
    public void A_dialog_with_a_card_is_written_as_Teams_reads_it() => IsWritten(TaskModuleResponse.Continue("إعلان", new("""{"type":"AdaptiveCard"}"""u8.ToArray())), """
        {"task":{"type":"continue","value":{"title":"إعلان","height":"large","width":"medium",
         "card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}}}}
        """);

    [Fact]
    public void A_sentence_in_a_dialog_is_written_as_Teams_reads_it() =>
        IsWritten(TaskModuleResponse.Message("Saved."), """{"task":{"type":"message","value":"Saved."}}""");

    [Fact]
    public void What_was_pressed_in_a_dialog_is_read()
    {
        var action = Read("""{"commandId":"announce","commandContext":"compose","data":{"verb":"x","n":"1"},"context":{"theme":"dark"}}""")!;

        action.CommandId.ShouldBe("announce");
        action.Data!.Value.GetProperty("n").GetString().ShouldBe("1");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"commandId":""}""")]
    [InlineData("""{"commandId":7}""")]
    [InlineData("[]")]
    public void A_value_that_names_no_command_is_none(string value) => Read(value).ShouldBeNull();

    private static MessagingExtensionAction? Read(string value) =>
        MessagingExtensionAction.From(Teams.Invoke(FakeTeam.Rep, FakeTeam.SalesChannelId, InvokeNames.ComposeExtensionSubmitAction, value));

    private static void IsWritten(TaskModuleResponse response, string json) =>
        JsonNode.DeepEquals(JsonNode.Parse(Encoding.UTF8.GetString(response.ToInvokeResponse().Body!.Utf8.Span)), JsonNode.Parse(json)).ShouldBeTrue();
}
