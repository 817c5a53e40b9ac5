using TeamsBot.Domain.Feedback;

namespace TeamsBot.Text;

/// <summary>What was heard and what helped, as people read it by itself.</summary>
internal static class FeedbackWords
{
    public static string Of(Objection objection, Say say) => say.Text(objection switch
    {
        Objection.Price => "objection.price",
        Objection.Timing => "objection.timing",
        Objection.Competitor => "objection.competitor",
        Objection.Need => "objection.need",
        Objection.Trust => "objection.trust",
        Objection.Authority => "objection.authority",
        Objection.Technical => "objection.technical",
        _ => "objection.none",
    });

    /// <summary>The campaign's own title, cut; or the word for the kind.</summary>
    public static string Of(HelpfulContent content, Say say, int longest) => content.Kind switch
    {
        null => say.Value(LeadWords.Cut(content.Title ?? content.Id, longest)),
        ContentKind.CaseStudy => say.Text("content.caseStudy"),
        ContentKind.Demo => say.Text("content.demo"),
        ContentKind.PriceList => say.Text("content.priceList"),
        ContentKind.Comparison => say.Text("content.comparison"),
        _ => say.Text("content.none"),
    };
}
