using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>What each page of the form asks for, with what is to be mended below each field.</summary>
internal static class ComposePages
{
    // In bytes, of all that was typed in further languages; a character of Chinese has three.
    private const int MostFurther = 15_000;

    // Of more lines with the same mistake the first ones are enough to begin with.
    private const int MostFaults = 4;

    /// <summary>The page that asks for a field.</summary>
    public static int PageOf(string field) => field switch
    {
        AnnouncementForm.TalkingPoints or AnnouncementForm.Links => 2,
        AnnouncementForm.SalesChannels or AnnouncementForm.PostDate or AnnouncementForm.PostTime => 3,
        _ => AnnouncementForm.Fields.Contains(field) ? 1 : 4,
    };

    public static IEnumerable<AdaptiveElement> Of(ComposeView view) => view.Page switch
    {
        1 => What(view),
        2 => WhatToSay(view),
        3 => WhereAndWhen(view),
        _ => Further(view),
    };

    private static IEnumerable<AdaptiveElement> What(ComposeView view) =>
    [
        Anatomy.Note(view.Say.Text("announcement.needed")),
        .. Field(view, ComposeFields.Text(view, AnnouncementForm.Name, AnnouncementCheck.LongestName)),
        .. Field(view, ComposeFields.Date(view, AnnouncementForm.StartsOn)),
        .. Field(view, ComposeFields.Date(view, AnnouncementForm.EndsOn)),
        .. Field(view, ComposeFields.Kinds(view)),
        .. Field(view, ComposeFields.Text(view, AnnouncementForm.Audience, AnnouncementCheck.LongestText)),
        .. Field(view, ComposeFields.Text(view, AnnouncementForm.Offer, AnnouncementCheck.LongestText)),
        .. Field(view, ComposeFields.Text(view, AnnouncementForm.Goal, AnnouncementCheck.LongestText)),
        .. Field(view, ComposeFields.Text(view, AnnouncementForm.Budget, AnnouncementCheck.LongestName)),
        .. Field(view, ComposeFields.Owner(view)),
    ];

    private static IEnumerable<AdaptiveElement> WhatToSay(ComposeView view) =>
    [
        .. Field(view, ComposeFields.Lines(view, AnnouncementForm.TalkingPoints)),
        .. Field(view, ComposeFields.Lines(view, AnnouncementForm.Links) with { Placeholder = view.Say.Text("announcement.linksExample") }),
    ];

    private static IEnumerable<AdaptiveElement> WhereAndWhen(ComposeView view) =>
    [
        .. Field(view, ComposeFields.Channels(view)),
        .. ComposeFields.NotShown(view) is > 0 and var left ? [Anatomy.Note(view.Say.Text("announcement.moreChannels", ("n", left)))] : Array.Empty<AdaptiveElement>(),
        .. Field(view, ComposeFields.Date(view, AnnouncementForm.PostDate)),
        .. Field(view, ComposeFields.Time(view, AnnouncementForm.PostTime)),
        Anatomy.Note(view.Say.Text("announcement.postHint")),
    ];

    // Whatever has no room on the card stays as it is: a field that is not asked for is not changed.
    private static IEnumerable<AdaptiveElement> Further(ComposeView view)
    {
        yield return Anatomy.Note(view.Say.Text("announcement.languagesHint", ("language", Languages.OwnName(view.Organisation.Language))));
        var (room, isCut) = (MostFurther, false);
        foreach (var language in Languages.All.Where(language => language != view.Organisation.Language))
        {
            foreach (var input in Further(view, language))
            {
                room -= System.Text.Encoding.UTF8.GetByteCount(input.Value ?? "");
                isCut |= room < 0;
                foreach (var element in room < 0 ? [] : Field(view, input))
                {
                    yield return element;
                }
            }
        }

        if (isCut)
        {
            yield return Anatomy.Note(view.Say.Text("announcement.noRoom"), AdaptiveSpacing.Medium);
        }
    }

    private static AdaptiveTextInput[] Further(ComposeView view, Language language) =>
    [
        ComposeFields.Text(view, AnnouncementForm.In(AnnouncementForm.Audience, language), AnnouncementCheck.LongestText),
        ComposeFields.Text(view, AnnouncementForm.In(AnnouncementForm.Offer, language), AnnouncementCheck.LongestText),
        ComposeFields.Lines(view, AnnouncementForm.In(AnnouncementForm.TalkingPoints, language)),
    ];

    private static IEnumerable<AdaptiveElement> Field(ComposeView view, AdaptiveInput input) =>
    [
        input with { Spacing = AdaptiveSpacing.Medium },
        .. view.Faults.Where(fault => fault.Field == input.Id).Take(MostFaults).Select(fault => new AdaptiveTextBlock(CardText.Plain(FaultSentence.AtField(fault, view.Say)))
        {
            Color = AdaptiveTextColor.Attention,
            Size = AdaptiveTextSize.Small,
            Spacing = AdaptiveSpacing.Small,
        }),
    ];
}
