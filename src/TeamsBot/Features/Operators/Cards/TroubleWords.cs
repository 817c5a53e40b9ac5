using TeamsBot.Domain.Operations;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>What is said of each kind of trouble.</summary>
internal static class TroubleWords
{
    private const int LongestName = 28;

    /// <summary>What is wrong, or that it is not any more.</summary>
    public static string Title(TroubleView view) => (view.Trouble.Kind, view.Trouble.IsOver) switch
    {
        (TroubleKind.ChannelLost, false) => view.Say.Text("trouble.channelLost", ("channel", Channel(view))),
        (TroubleKind.ChannelLost, true) => view.Say.Text("trouble.channelBack", ("channel", Channel(view))),
        (TroubleKind.SendsRefused, false) => view.Say.Text("trouble.sendsRefused"),
        (TroubleKind.SendsRefused, true) => view.Say.Text("trouble.sendsTaken"),
        (TroubleKind.TeamsDown, false) => view.Say.Text("trouble.teamsDown"),
        (TroubleKind.TeamsDown, true) => view.Say.Text("trouble.teamsBack"),
        (TroubleKind.NoToken, false) => view.Say.Text("trouble.noToken"),
        (TroubleKind.NoToken, true) => view.Say.Text("trouble.tokenBack"),
        (TroubleKind.StoreDown, _) => view.Say.Text("trouble.storeDown"),
        (TroubleKind.QueueLate, false) => view.Say.Text("trouble.queueLate"),
        (TroubleKind.QueueLate, true) => view.Say.Text("trouble.queueOnTime"),
        (TroubleKind.WorkParked, false) => view.Say.Text("trouble.workParked", ("n", view.Trouble.Count)),
        (TroubleKind.WorkParked, true) => view.Say.Text("trouble.nothingParked"),
        _ => throw new InvalidOperationException("Every trouble has words."),
    };

    /// <summary>What people notice of it while it lasts.</summary>
    public static string Meaning(TroubleView view) => view.Say.Text(view.Trouble.Kind switch
    {
        TroubleKind.ChannelLost => "trouble.channelLostMeans",
        TroubleKind.SendsRefused => "trouble.sendsRefusedMeans",
        TroubleKind.TeamsDown => "trouble.teamsDownMeans",
        TroubleKind.NoToken => "trouble.noTokenMeans",
        TroubleKind.StoreDown => "trouble.storeDownMeans",
        TroubleKind.QueueLate => "trouble.queueLateMeans",
        TroubleKind.WorkParked => "trouble.workParkedMeans",
        _ => throw new InvalidOperationException("Every trouble has words."),
    });

    /// <summary>What an admin does about it while it lasts.</summary>
    public static string WhatToDo(TroubleView view) => view.Say.Text(view.Trouble.Kind switch
    {
        TroubleKind.ChannelLost => "trouble.channelLostDo",
        TroubleKind.SendsRefused => OfRefusal(view.Trouble.Subject),
        TroubleKind.TeamsDown => "trouble.teamsDownDo",
        TroubleKind.NoToken => "trouble.noTokenDo",
        TroubleKind.StoreDown => "trouble.storeDownDo",
        TroubleKind.QueueLate => "trouble.queueLateDo",
        TroubleKind.WorkParked => "trouble.workParkedDo",
        _ => throw new InvalidOperationException("Every trouble has words."),
    });

    /// <summary>What becomes of what waited, where something did; null where there is nothing to add.</summary>
    public static string? After(TroubleView view) => view.Trouble.Kind switch
    {
        TroubleKind.SendsRefused or TroubleKind.WorkParked => null,
        TroubleKind.StoreDown => view.Say.Text("trouble.storeDownMeans"),
        _ => view.Say.Text("trouble.catchesUp"),
    };

    private static string OfRefusal(string error) => error switch
    {
        "BotNotInConversationRoster" => "trouble.notInstalledDo",
        "BotDisabledByAdmin" => "trouble.disabledDo",
        "BotNotRegistered" or "InvalidBotApiHost" or "HostNotAllowed" => "trouble.notRegisteredDo",
        _ => "trouble.sendsRefusedDo",
    };

    private static object Channel(TroubleView view) => view.Channel is { } name ? LeadWords.Cut(name, LongestName) : view.Say.Phrase("trouble.someChannel");
}
