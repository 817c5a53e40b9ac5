using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>What dimensions are called, also those that imports declared.</summary>
internal static class DimensionWords
{
    private static readonly Dictionary<string, (string Name, string By)> ById = new(StringComparer.Ordinal)
    {
        ["source"] = ("dim.source", "by.source"),
        ["campaign"] = ("dim.campaign", "by.campaign"),
        ["rep"] = ("dim.rep", "by.rep"),
        ["manager"] = ("dim.manager", "by.manager"),
        ["team"] = ("dim.team", "by.team"),
        ["region"] = ("dim.region", "by.region"),
        ["product"] = ("dim.product", "by.product"),
        ["segment"] = ("dim.segment", "by.segment"),
        ["country"] = ("dim.country", "by.country"),
        ["account"] = ("dim.account", "by.account"),
        ["stage"] = ("dim.stage", "by.stage"),
        ["status"] = ("dim.status", "by.status"),
        ["reason"] = ("dim.reason", "by.reason"),
        ["tier"] = ("dim.tier", "by.tier"),
        ["channel"] = ("dim.channel", "by.channel"),
        ["day"] = ("dim.day", "by.day"),
        ["week"] = ("dim.week", "by.week"),
        ["month"] = ("dim.month", "by.month"),
        ["quarter"] = ("dim.quarter", "by.quarter"),
        ["year"] = ("dim.year", "by.year"),
    };

    /// <summary>"source", "lead type".</summary>
    public static Phrase Name(string id, Wording wording) =>
        ById.TryGetValue(id, out var keys) ? wording.Say.Phrase(keys.Name) : new(wording.Say.Value(LabelOf(id, wording)));

    /// <summary>"by source".</summary>
    public static Phrase By(string id, Wording wording) =>
        ById.TryGetValue(id, out var keys) ? wording.Say.Phrase(keys.By) : wording.Say.Phrase("by.other", ("dimension", LabelOf(id, wording)));

    private static string LabelOf(string id, Wording wording) =>
        wording.Vocabulary.Dimensions.FirstOrDefault(dimension => dimension.Id == id)?.Labels.GetValueOrDefault(wording.Say.Language) ?? id.Replace('_', ' ');
}
