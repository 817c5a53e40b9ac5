using System.Globalization;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>
/// Writing an announcement, giving it to the channels, and all that is done to it afterwards. Each press of a button stores what is typed
/// first, whether it can be used or not.
/// </summary>
public sealed class AnnouncementDesk(
    AnnouncementStore announcements, AnnouncementChanges changes, AnnouncementViews views, AnnouncementStatuses statuses, PeopleStore people, WorkRunner runner)
{
    // As much as a list of 20 long points takes, and what may be typed beyond it before it is said to be too much.
    private const int LongestField = 6_000;

    /// <summary>A new draft as a form, in somebody's own chat.</summary>
    /// <param name="name">What the campaign is called in records already; null where nobody knows.</param>
    public async Task<Reply> BeginAsync(Turn turn, string? name, CancellationToken cancel)
    {
        if (!turn.IsPersonal)
        {
            return Reply.Text(turn.Say.Text("announcement.inChat", ("command", turn.Say.Phrase("announcement.say"))));
        }

        return await FormAsync(turn, AnnouncementForm.Empty.With(AnnouncementForm.Name, name), cancel);
    }

    /// <summary>The same in a dialog, which only the one who opened it sees, wherever that is.</summary>
    public Task<Reply> BeginInDialogAsync(Turn turn, CancellationToken cancel) => FormAsync(turn, AnnouncementForm.Empty, cancel);

    public async Task<AdaptiveCardInvokeResponse> BeginAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        (await BeginAsync(turn, input.Text(AnnouncementForm.Name), cancel)).ToInvoke();

    /// <summary>A page of the form, as it was typed.</summary>
    public async Task<AdaptiveCardInvokeResponse> ComposeAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await OwnAsync(turn, input, cancel) is { } announcement
            ? Answer.Card(ComposeForm.Render(await ComposeAsync(turn, announcement, PageOf(input), [], cancel)))
            : Answer.Unknown(turn);

    /// <summary>Keeps what is typed, and shows the next page.</summary>
    public Task<AdaptiveCardInvokeResponse> SaveAsync(Turn turn, CardInput input, CancellationToken cancel) => TypedAsync(
        turn, input, async typed => Answer.Card(ComposeForm.Render(await ComposeAsync(turn, typed, PageOf(input), [], cancel))), cancel);

    /// <summary>What the channels will see; or the form with what is to be mended first.</summary>
    public Task<AdaptiveCardInvokeResponse> PreviewAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        TypedAsync(turn, input, typed => PreviewAsync(turn, typed, input, cancel), cancel);

    /// <summary>Gives the draft to the channels. The card becomes the one that says how far it is.</summary>
    public async Task<AdaptiveCardInvokeResponse> PostAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await OwnAsync(turn, input, cancel) is not { } current)
        {
            return Answer.Unknown(turn);
        }

        var context = await views.ContextAsync(turn.Organisation, cancel);
        var owner = current.Draft is { } draft && AnnouncementContent.Of(draft).Owner is { } id ? (await people.PersonAsync(turn.Organisation.TenantId, id, cancel))?.Value.Name : null;
        return await DecideAsync(turn, current, known => known.Announce(turn.Actor, context, owner), cancel);
    }

    /// <summary>How far it is.</summary>
    public async Task<AdaptiveCardInvokeResponse> StatusAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await OwnAsync(turn, input, cancel) is { } announcement ? await statuses.ShowAsync(turn, announcement, cancel) : Answer.Unknown(turn);

    public async Task<AdaptiveCardInvokeResponse> WithdrawAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await DecideAsync(turn, await FindAsync(turn, input, cancel), known => known.Withdraw(turn.Actor), cancel);

    public async Task<AdaptiveCardInvokeResponse> EndEarlyAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await DecideAsync(turn, await FindAsync(turn, input, cancel), known => known.EndEarly(turn.Actor, turn.Now, turn.Organisation.TimeZone), cancel);

    public async Task<AdaptiveCardInvokeResponse> RemindAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await DecideAsync(turn, await FindAsync(turn, input, cancel), known => known.Remind(turn.Actor, turn.Now, turn.Organisation.TimeZone), cancel);

    /// <summary>A draft that says the same, without its dates.</summary>
    public async Task<AdaptiveCardInvokeResponse> DuplicateAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await FindAsync(turn, input, cancel) is not { } source || !turn.Actor.MayAnnounce() || (source.Published is null && !source.MayChange(turn.Actor)))
        {
            return Answer.Unknown(turn);
        }

        string[] dates = [AnnouncementForm.StartsOn, AnnouncementForm.EndsOn, AnnouncementForm.PostDate, AnnouncementForm.PostTime];
        var form = dates.Aggregate(source.Content.Form, (rest, field) => rest.With(field, null));
        return (await FormAsync(turn, form, cancel)).ToInvoke();
    }

    private async Task<Reply> FormAsync(Turn turn, AnnouncementForm form, CancellationToken cancel) => await BeginAsync(turn, form, cancel) is { } draft
        ? Reply.Card(ComposeForm.Render(await ComposeAsync(turn, draft, page: 1, [], cancel)))
        : Reply.Text(RefusalSentence.Of(AnnouncementRefusal.NotAMarketer, null, turn.Moments));

    // A draft in which nothing was typed yet is gone on with: a form that is opened and closed again, or twice for one tap, leaves one.
    private async Task<Announcement?> BeginAsync(Turn turn, AnnouncementForm form, CancellationToken cancel)
    {
        var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        if (AnnouncementDecisions.Begin(id, turn.Organisation.TenantId, turn.Actor, form, turn.Now) is not AnnouncementDecision.Applied(var draft))
        {
            return null;
        }

        var untouched = form == AnnouncementForm.Empty
            ? (await announcements.AllAsync(turn.Organisation.TenantId, cancel)).FirstOrDefault(one => one.IsUntouched && one.Author.Id == turn.Person.Id)
            : null;
        return untouched ?? await changes.AddAsync(draft, cancel);
    }

    private async Task<AdaptiveCardInvokeResponse> TypedAsync(
        Turn turn, CardInput input, Func<Announcement, Task<AdaptiveCardInvokeResponse>> next, CancellationToken cancel)
    {
        if (await OwnAsync(turn, input, cancel) is not { } current)
        {
            return Answer.Unknown(turn);
        }

        var decision = await changes.DecideAsync(
            current.Id, known => known.Type(turn.Actor, Typed(known.Draft ?? known.Published ?? AnnouncementForm.Empty, input), turn.Now, turn.Organisation.TimeZone), runner.Run, cancel);
        return decision switch
        {
            AnnouncementDecision.Applied(var after) => await next(after),
            AnnouncementDecision.Repeated(var same) => await next(same),
            _ => Refused(turn, decision),
        };
    }

    private async Task<AdaptiveCardInvokeResponse> PreviewAsync(Turn turn, Announcement typed, CardInput input, CancellationToken cancel)
    {
        var form = typed.Draft ?? typed.Published ?? AnnouncementForm.Empty;
        var context = await views.ContextAsync(turn.Organisation, cancel);
        var faults = AnnouncementCheck.Faults(form, context, typed.Published);
        if (faults is [{ Field: AnnouncementForm.SalesChannels, Kind: AnnouncementFaultKind.Missing }] && !HasChannels(input))
        {
            // Nobody left anything out: the page that asks was not seen yet.
            return Answer.Card(ComposeForm.Render(await ComposeAsync(turn, typed, ComposePages.PageOf(AnnouncementForm.SalesChannels), [], cancel)));
        }

        return faults.Count > 0
            ? Answer.Card(ComposeForm.Render(await ComposeAsync(turn, typed, ComposePages.PageOf(faults[0].Field), faults, cancel)))
            : Answer.Card(PreviewCard.Render(await views.PreviewAsync(typed, form, turn.Organisation, turn.Moments, context, cancel)));
    }

    private async Task<AdaptiveCardInvokeResponse> DecideAsync(
        Turn turn, Announcement? current, Func<Announcement, AnnouncementDecision> decide, CancellationToken cancel)
    {
        if (current is null)
        {
            return Answer.Unknown(turn);
        }

        var decision = await changes.DecideAsync(current.Id, decide, runner.Run, cancel);
        return decision switch
        {
            AnnouncementDecision.Applied(var after) => await statuses.ShowAsync(turn, after, cancel),
            AnnouncementDecision.Repeated(var same) => await statuses.ShowAsync(turn, same, cancel),
            AnnouncementDecision.Faulty(var faults) => Answer.Card(ComposeForm.Render(await ComposeAsync(turn, current, ComposePages.PageOf(faults[0].Field), faults, cancel))),
            _ => Refused(turn, decision),
        };
    }

    private static AdaptiveCardInvokeResponse Refused(Turn turn, AnnouncementDecision? decision) => decision is AnnouncementDecision.Refused refused
        ? Answer.Say(RefusalSentence.Of(refused.Why, refused.Current, turn.Moments))
        : Answer.Unknown(turn);

    private async Task<ComposeView> ComposeAsync(Turn turn, Announcement announcement, int page, IReadOnlyList<AnnouncementFault> faults, CancellationToken cancel)
    {
        var known = await people.AllAsync(turn.Organisation.TenantId, cancel);
        return new(announcement, announcement.Draft ?? announcement.Published ?? AnnouncementForm.Empty, page, turn.Moments, turn.Organisation)
        {
            Faults = faults,
            People = [.. known.Where(person => new Actor(person.Ref, turn.Organisation.RolesOf(person)).MayAnnounce()).Select(person => person.Ref)],
        };
    }

    // Only the fields that the page had: those that are missing stay as they were. Of a list in which nothing is chosen clients say nothing.
    private static AnnouncementForm Typed(AnnouncementForm before, CardInput input) => AnnouncementForm.Fields
        .Concat(Enum.GetValues<Language>().SelectMany(language => AnnouncementForm.Translated.Select(field => AnnouncementForm.In(field, language))))
        .Where(field => input.Has(field) || (field == AnnouncementForm.Kinds && input.Has(AnnouncementForm.Name)) || (field == AnnouncementForm.SalesChannels && HasChannels(input)))
        .Aggregate(before, (form, field) => form.With(field, input.Text(field, LongestField)));

    private static bool HasChannels(CardInput input) => input.Has(AnnouncementForm.SalesChannels) || input.Has(AnnouncementForm.PostDate);

    private static int PageOf(CardInput input) => Math.Clamp(input.Number(AnnouncementVerbs.Page) ?? 1, 1, ComposeView.Pages);

    // The id comes from the client.
    private async Task<Announcement?> FindAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await announcements.FindAsync(input.Text(AnnouncementVerbs.Id) ?? "", cancel) is { Value: var found } && found.Tenant == turn.Organisation.TenantId ? found : null;

    // Drafts, and how far an announcement is, are there for those alone who may change it.
    private async Task<Announcement?> OwnAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await FindAsync(turn, input, cancel) is { } found && found.MayChange(turn.Actor) ? found : null;
}
