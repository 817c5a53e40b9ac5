using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Operations;
using TeamsBot.Features.Operators.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>What admins are shown of Baton itself.</summary>
public static class OperatorSamples
{
    private static readonly Instant Now = Samples.Requested + Duration.FromMinutes(30);

    public static IReadOnlyDictionary<string, Func<Say, AdaptiveCard>> All { get; } = new Dictionary<string, Func<Say, AdaptiveCard>>
    {
        ["trouble-channel"] = say => Trouble(say, TroubleKind.ChannelLost),
        ["trouble-channel-over"] = say => Trouble(say, TroubleKind.ChannelLost, over: true),
        ["trouble-channel-hostile"] = say => TroubleCard.Render(View(say, TroubleKind.ChannelLost) with { Channel = Samples.Hostile }),
        ["trouble-channel-unknown"] = say => TroubleCard.Render(View(say, TroubleKind.ChannelLost) with { Channel = null }),
        ["trouble-refused"] = say => Trouble(say, TroubleKind.SendsRefused, "BotNotInConversationRoster"),
        ["trouble-refused-disabled"] = say => Trouble(say, TroubleKind.SendsRefused, "BotDisabledByAdmin"),
        ["trouble-refused-registration"] = say => Trouble(say, TroubleKind.SendsRefused, "BotNotRegistered"),
        ["trouble-refused-other-over"] = say => Trouble(say, TroubleKind.SendsRefused, "MessageSizeTooBig", over: true),
        ["trouble-teams"] = say => Trouble(say, TroubleKind.TeamsDown),
        ["trouble-teams-over"] = say => Trouble(say, TroubleKind.TeamsDown, over: true),
        ["trouble-token"] = say => Trouble(say, TroubleKind.NoToken),
        ["trouble-token-over"] = say => Trouble(say, TroubleKind.NoToken, over: true),
        ["trouble-store"] = say => Trouble(say, TroubleKind.StoreDown, over: true),
        ["trouble-queue"] = say => Trouble(say, TroubleKind.QueueLate),
        ["trouble-queue-over"] = say => Trouble(say, TroubleKind.QueueLate, over: true),
        ["trouble-parked"] = say => Trouble(say, TroubleKind.WorkParked),
        ["trouble-parked-over"] = say => Trouble(say, TroubleKind.WorkParked, over: true),
        ["status-well"] = say => StatusCard.Render(Status(say)),
        ["status-troubles"] = say => StatusCard.Render(Status(say) with
        {
            TeamsFailures = 41,
            Queue = new(new(312, Now - Duration.FromMinutes(7))),
            ClosedChannels = new(["Sales DACH", "مبيعات الرياض", Samples.Hostile, "Sales UK"]),
            Troubles = new([View(say, TroubleKind.ChannelLost), View(say, TroubleKind.QueueLate), View(say, TroubleKind.WorkParked)]),
            Parked = new(5),
        }),
        ["status-half"] = say => StatusCard.Render(Status(say) with
        {
            Store = new(default, "Unavailable"),
            TeamsAnswered = null,
            Queue = new(null, "Unavailable"),
            FiguresLag = null,
            ClosedChannels = new(null, "Unavailable"),
            Troubles = new(null, "Unavailable"),
            Parked = new(0, "Unavailable"),
        }),
        ["parked"] = say => ParkedCard.Render(new([.. Lines(say).Take(3)], 3, Moments(say))),
        ["parked-hostile"] = say => ParkedCard.Render(new([new(Item(HandoffChanges.ClockKind, ParkingReason.StoreDown, "TableException Unavailable"), Who(Samples.HostileLead, say))], 1, Moments(say), say.Text("parked.tooLate"))),
        ["parked-many"] = say => ParkedCard.Render(new(Lines(say), 30, Moments(say), say.Text("parked.retried", ("n", 1)))),
        ["parked-none"] = say => ParkedCard.Render(new([], 0, Moments(say), say.Text("parked.dropped"))),
        ["parked-drop"] = say => ParkedCard.AskDrop(Lines(say)[0], Moments(say)),
        ["parked-drop-clock"] = say => ParkedCard.AskDrop(Lines(say)[1], Moments(say)),
    };

    private static AdaptiveCard Trouble(Say say, TroubleKind kind, string subject = "", bool over = false) => TroubleCard.Render(View(say, kind, subject, over));

    private static TroubleView View(Say say, TroubleKind kind, string subject = "", bool over = false) => new(
        new(kind, subject, Samples.Requested, Now) { Until = over ? Samples.Requested + Duration.FromMinutes(18) : null, Count = 12, Returns = over ? 2 : 0 }, Moments(say))
    {
        Channel = kind == TroubleKind.ChannelLost ? "Sales DACH" : null,
    };

    private static StatusView Status(Say say) => new(Moments(say), "1.4.0 (3f9c1d2)", Now - Duration.FromDays(3))
    {
        Store = new(Duration.FromMilliseconds(4)),
        TeamsAnswered = Now - Duration.FromMinutes(1),
        Queue = new(new(0, null)),
        FiguresLag = Duration.FromSeconds(4),
        ClosedChannels = new([]),
        Troubles = new([]),
        Parked = new(0),
    };

    private static IReadOnlyList<ParkedLine> Lines(Say say) =>
    [
        new(Item(HandoffChanges.ShowKind, ParkingReason.RefusedByTeams, "ConversationNotFound (404)"), Who(Samples.Nadia, say)),
        new(Item(HandoffChanges.ClockKind, ParkingReason.StoreDown, "TableException Unavailable"), Who(Samples.Longest, say)),
        new(Item(AnnouncementChanges.SpreadKind, ParkingReason.TeamsDown, "Unavailable (503)"), null),
        new(Item(PromiseMonths.WorkKind, ParkingReason.Fault, "KeyNotFoundException"), null),
        new(Item(UnknownCampaigns.WorkKind, ParkingReason.RefusedByStore, "TableException Invalid"), null),
        new(Item("upload.file", ParkingReason.TeamsDown, "Unreachable"), null),
        new(Item("team.members", ParkingReason.RefusedByTeams, "NotEnoughPermissions (403)"), null),
        new(Item("made.up", ParkingReason.Fault, "InvalidOperationException"), null),
    ];

    private static ParkedItem Item(string kind, ParkingReason reason, string error) =>
        new(new(kind, "key", Now, Now - Duration.FromHours(26), Now - Duration.FromHours(27), 33), Now - Duration.FromHours(1), reason, error);

    private static Phrase Who(Lead lead, Say say) => say.Phrase("lead.who", ("person", lead.Name![..Math.Min(28, lead.Name!.Length)]), ("company", lead.Company![..Math.Min(28, lead.Company!.Length)]));

    private static Moments Moments(Say say) => new(say, Samples.Warsaw, Now);
}
