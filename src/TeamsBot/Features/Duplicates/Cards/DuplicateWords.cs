using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Text;

namespace TeamsBot.Features.Duplicates.Cards;

/// <summary>How cards speak of leads that are the same.</summary>
internal static class DuplicateWords
{
    private const int LongestId = 40;

    /// <summary>The name with the id, since two of one name are spoken of.</summary>
    public static Phrase Named(Say say, Lead lead) => say.Phrase("duplicates.named", ("who", lead.Who(say)), ("id", LeadWords.Cut(lead.Id.Value, LongestId)));

    public static string Why(Say say, IEnumerable<MatchReason> why) => string.Join(say.Text("list.comma"), why.Select(reason => Reason(say, reason)));

    public static string? Sales(Say say, SalesState state) => state switch
    {
        SalesState.Has => say.Text("duplicates.withSales"),
        SalesState.Had => say.Text("duplicates.wasWithSales"),
        _ => null,
    };

    public static string Reason(Say say, MatchReason reason) => say.Text(reason switch
    {
        MatchReason.SameEmail => "duplicates.sameEmail",
        MatchReason.SamePhone => "duplicates.samePhone",
        MatchReason.SameName => "duplicates.sameName",
        MatchReason.SameCompany => "duplicates.sameCompany",
        MatchReason.SameDomain => "duplicates.sameDomain",
        MatchReason.SimilarEmail => "duplicates.similarEmail",
        MatchReason.SimilarPhone => "duplicates.similarPhone",
        MatchReason.SimilarName => "duplicates.similarName",
        MatchReason.SimilarCompany => "duplicates.similarCompany",
        MatchReason.NameInOtherScript => "duplicates.nameInOtherScript",
        MatchReason.OtherName => "duplicates.otherName",
        MatchReason.OtherCompany => "duplicates.otherCompany",
        MatchReason.OtherCountry => "duplicates.otherCountry",
        MatchReason.OtherEmail => "duplicates.otherEmail",
        MatchReason.OtherPhone => "duplicates.otherPhone",
        _ => "duplicates.sharedMailbox",
    });
}
