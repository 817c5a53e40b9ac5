using System.Text.Json;
using TeamsBot.Domain.Handoffs;

namespace TeamsBot.Domain.Agreement;

/// <summary>What follows a rejection, as the section of the document that says it.</summary>
internal static class RejectionText
{
    private static readonly string[] Consequences = [.. Enum.GetValues<Consequence>().Select(NameOf)];

    private static readonly string[] Reasons = [.. Enum.GetValues<RejectionReason>().Select(NameOf)];

    /// <summary>Reasons that are left out are as at first.</summary>
    public static IReadOnlyDictionary<RejectionReason, RejectionTerms> Read(AgreementNode node)
    {
        node.Allow(Reasons);
        return RejectionTerms.AtFirst.ToDictionary(first => first.Key, first => node.Find(NameOf(first.Key)) is { } given ? ReadTerms(given) : first.Value);
    }

    public static string Write(IReadOnlyDictionary<RejectionReason, RejectionTerms> rejections) =>
        JsonText.Object(1, rejections.OrderBy(one => one.Key).Select(one => (NameOf(one.Key), Write(one.Value))));

    private static string Write(RejectionTerms terms) => JsonText.Line(
    [
        ("do", JsonText.Quote(NameOf(terms.Do))),
        .. terms.Do == Consequence.Recycle ? [("days", $"{terms.Days}")] : Array.Empty<(string, string)>(),
    ]);

    private static RejectionTerms ReadTerms(AgreementNode node)
    {
        var consequence = ReadConsequence(node.Require("do"));
        if (consequence is null or Consequence.Recycle)
        {
            node.Allow("do", "days");
            var days = consequence is null ? null : node.Require("days")?.Whole(1, RejectionTerms.MostDays);
            return new(Consequence.Recycle, days ?? 1);
        }

        node.Allow("do");
        return new(consequence.Value);
    }

    private static Consequence? ReadConsequence(AgreementNode? node)
    {
        if (node?.Text() is not { } text)
        {
            return null;
        }

        var found = Array.FindIndex(Consequences, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        if (found >= 0)
        {
            return (Consequence)found;
        }

        node.Fault(AgreementFaultKind.UnknownAction, text, Consequences);
        return null;
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
