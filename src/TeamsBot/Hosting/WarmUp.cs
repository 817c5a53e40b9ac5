using System.Text.Json;
using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Features.Help;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Routing;
using TeamsBot.Text;

namespace TeamsBot.Hosting;

/// <summary>
/// Does once, beside the start of the host, what the first turn and the first click would wait for: reads an activity, the texts, the time zones and
/// the signing keys, makes cards and writes them. Most of the time to a first answer is the compilation of that code.
/// </summary>
public sealed class WarmUp(IServiceProvider services, ActivityAuthenticator authenticator) : BackgroundService
{
    private static readonly Lazy<Task> Once = new(() => Task.Run(Run));

    /// <summary>Nobody waits for it any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Begins with all that needs no services.</summary>
    public static void Begin() => _ = Once.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        services.GetRequiredService<MessagesEndpoint>();
        await authenticator.WarmUpAsync(stoppingToken);
        await Once.Value;
        IsOver = true;
    }

    private static void Run()
    {
        var message = JsonSerializer.Deserialize("""{"type":"message","text":"help"}"""u8, ActivityJson.Wire.Activity)!;
        Commands.Recognise(message.TextWithoutRecipientMention());
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull("Europe/London") ?? DateTimeZone.Utc;
        var help = HelpCard.Render(new(Say.In(Language.English), "", Roles.Rep | Roles.Marketer, new Organisation("")));
        JsonSerializer.SerializeToUtf8Bytes(Reply.Card(help).ToMessage()!, ActivityJson.Wire.Activity);
        Click(zone);
    }

    private static void Click(DateTimeZone zone)
    {
        var click = JsonSerializer.Deserialize("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"handoff.view","data":{}}}}"""u8, ActivityJson.Wire.Activity)!;
        AdaptiveCardInvokeValue.From(click);
        var (lead, agreement, at) = (new Lead(new("L")) { Name = "L", Company = "L" }, SlaAgreement.Initial(zone), NodaConstants.UnixEpoch);
        var terms = new Terms(agreement);
        var waiting = HandoffDecisions.Request(new(lead.Id, 1), "", "", Tier.Hot, PersonRef.Intake, at, terms);
        var rep = new Actor(new(new("R"), "R"), Roles.Rep);
        var accepted = (Decision.Applied)waiting.Accept(rep, at, terms);
        foreach (var (handoff, audience) in new[] { (waiting, Audience.Channel), (accepted.After, Audience.Owner) })
        {
            var card = HandoffCard.Render(new(handoff, lead, audience, Say.In(Language.English), zone, at) { Agreement = agreement });
            Answer.Card(card).ToInvokeResponse();
        }
    }
}
