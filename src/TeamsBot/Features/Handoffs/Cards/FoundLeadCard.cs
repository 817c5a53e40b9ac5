using System.Text.Encodings.Web;
using System.Text.Unicode;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>
/// A lead as somebody puts it into a message of their own, for people of whom Baton knows nothing: no address and no phone, no buttons, and when
/// it was so, since nothing brings it up to date there.
/// </summary>
public static class FoundLeadCard
{
    // Longer ones are made by machines for machines, and would not fit on a phone.
    private const int LongestId = 20;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static MessagingExtensionAttachment Result(Moments moments, LeadChoice found) => MessagingExtensionAttachment.AdaptiveCard(
        CardWire.Of(Render(moments, found)), found.Lead.Who(moments.Say).Text, Html.Encode(Anatomy.Dotted(State(moments, found), moments.Say.Given(found.Lead.Source))));

    public static AdaptiveCard Render(Moments moments, LeadChoice found)
    {
        var (say, lead) = (moments.Say, found.Lead);
        var (who, state) = (lead.FullWho(say).Text, State(moments, found));
        return Anatomy.Card(say, lead.Who(say).Text, Anatomy.Dotted(who, state),
        [
            Anatomy.State(state),
            Anatomy.Title(who),
            Anatomy.Subtle(lead.Traits(say)),
            Anatomy.Facts(
                Anatomy.Fact(say.Text("label.source"), say.Given(lead.Source)),
                Anatomy.Fact(say.Text("label.campaign"), say.Given(lead.Campaign)),
                Anatomy.Fact(say.Text("label.id"), lead.Id.Value.Length <= LongestId ? say.Value(lead.Id.Value) : null)),
            Anatomy.Note(say.Text("found.asOf", ("time", (moments with { ShowZone = true }).ForGood(moments.Now)))),
        ]);
    }

    private static string State(Moments moments, LeadChoice found) => ReasonWords.Alone(LeadChoiceCard.State(moments, found.Latest) ?? moments.Say.Text("found.notHandedOver"));
}
