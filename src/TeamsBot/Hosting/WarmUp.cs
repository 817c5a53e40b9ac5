using System.Text.Json;
using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Features.Help;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Text;

namespace TeamsBot.Hosting;

/// <summary>
/// Does once, beside the start of the host, what the first turn would wait for: reads an activity, the texts and the time
/// zones, makes a card and writes it. Half of the time to the first answer is the compilation of that code.
/// </summary>
internal static class WarmUp
{
    private static readonly Lazy<Task> Once = new(() => Task.Run(Run));

    public static void Begin() => _ = Once.Value;

    private static void Run()
    {
        var message = JsonSerializer.Deserialize("""{"type":"message","text":"help"}"""u8, ActivityJson.Wire.Activity)!;
        Commands.Recognise(message.TextWithoutRecipientMention());
        DateTimeZoneProviders.Tzdb.GetZoneOrNull("Europe/London");
        var help = HelpCard.Render(new(Say.In(Language.English), "", Roles.Rep | Roles.Marketer, new Organisation("")));
        JsonSerializer.SerializeToUtf8Bytes(Reply.Card(help).ToMessage()!, ActivityJson.Wire.Activity);
    }
}
