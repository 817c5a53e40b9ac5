using System.Globalization;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Scoring;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Agreement;

/// <summary>The forms that change the agreement: each makes a next version, or says what is wrong and stays as it was filled in.</summary>
public sealed class AgreementChange(AgreementStore agreements, AgreementChanges changes, PeopleStore people, PastLeads past, WorkRunner work)
{
    public Task<AdaptiveCardInvokeResponse> TargetsAsync(Turn turn, CancellationToken cancel) =>
        OpenAsync(turn, (view, _) => Answer.Card(TargetsForm.Render(view)), cancel);

    public Task<AdaptiveCardInvokeResponse> SaveTargetsAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        var typed = TargetsForm.Read(input);
        return SaveAsync(
            turn,
            input,
            (current, names) => AgreementForm.Read(current, TargetsForm.InDocument(typed), names),
            (view, _) => TargetsForm.Render(view, view.IsOutdated ? null : typed),
            cancel);
    }

    /// <summary>The form, or first the question whose working time it is.</summary>
    public Task<AdaptiveCardInvokeResponse> HoursAsync(Turn turn, CardInput input, CancellationToken cancel) => OpenAsync(
        turn,
        (view, _) => Chosen(turn, input) is var (channel, isKnown) && isKnown ? Answer.Card(HoursForm.Render(view, channel))
            : turn.Organisation.SalesChannels.Count > 1 || view.Current.Channels.Count > 0 ? Answer.Card(HoursForm.Choose(view, turn.Organisation.SalesChannels))
            : Answer.Card(HoursForm.Render(view, channel: null)),
        cancel);

    public Task<AdaptiveCardInvokeResponse> SaveHoursAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        var (channel, isKnown) = Chosen(turn, input);
        if (!isKnown)
        {
            return Task.FromResult(Answer.Unknown(turn));
        }

        var typed = HoursForm.Read(input);
        return SaveAsync(
            turn,
            input,
            (current, names) => AgreementForm.Read(current, HoursForm.InDocument(typed, channel), names),
            (view, _) => HoursForm.Render(view, channel, view.IsOutdated ? null : typed),
            cancel);
    }

    public Task<AdaptiveCardInvokeResponse> DocumentAsync(Turn turn, CancellationToken cancel) => OpenAsync(
        turn,
        (view, names) => DocumentForm.Render(view, AgreementDocument.Write(view.Current, names)) is var card && DocumentForm.Size(card) <= DocumentForm.MostBytes
            ? Answer.Card(card)
            : Answer.Bad(turn, "agreement.tooLongToShow"),
        cancel);

    /// <summary>A proposal for the points of the rules, as a draft that the reader may change, save or leave.</summary>
    public async Task<AdaptiveCardInvokeResponse> SuggestAsync(Turn turn, CancellationToken cancel)
    {
        if (!AgreementDesk.MayChange(turn))
        {
            return Answer.Bad(turn, "refused.agreementChange");
        }

        var current = await agreements.InForceAsync(turn.Organisation.TenantId, cancel);
        var leads = await past.ReadAsync(turn.Organisation.TenantId, turn.Now - RubricFit.Back, turn.Now, cancel);
        if (RubricFit.Of(leads, current) is not { } fit)
        {
            return Answer.Say(turn.Say.Text("suggest.tooLittle", ("least", RubricFit.LeastOfEach)));
        }

        var text = AgreementDocument.Write(current with { Rubric = fit.Proposal }, await NamesAsync(turn, cancel));
        var view = new AgreementFormView(current, turn.Say) { Fit = fit };
        return FormAnswer(turn, view, DocumentForm.Render(view, text));
    }

    public Task<AdaptiveCardInvokeResponse> SaveDocumentAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        var typed = DocumentForm.Read(input);
        return SaveAsync(
            turn,
            input,
            (_, names) => Shown(AgreementDocument.Read(typed, names), names, turn),
            (view, names) => DocumentForm.Render(view, view.IsOutdated ? AgreementDocument.Write(view.Current, names) : typed),
            cancel);
    }

    // What could not be shown again could not be changed again either.
    private static AgreementReading Shown(AgreementReading reading, AgreementNames names, Turn turn)
    {
        if (reading is not AgreementReading.Valid(var next))
        {
            return reading;
        }

        var size = DocumentForm.Size(DocumentForm.Render(new(next, turn.Say), AgreementDocument.Write(next, names)));
        size += next.Rubric.Rules.Count > 0 ? DocumentForm.ImpactBytes : 0;
        return size <= DocumentForm.MostBytes ? reading : TooLarge($"{(size + 1023) / 1024} KB", $"{DocumentForm.MostBytes / 1024} KB");
    }

    private static AgreementReading.Faulty TooLarge(string found, string allowed) => new([new("", AgreementFaultKind.TooLarge, found) { Allowed = allowed }]);

    private static (SalesChannel? Channel, bool IsKnown) Chosen(Turn turn, CardInput input)
    {
        var id = input.Text(AgreementVerbs.Channel);
        var channel = turn.Organisation.SalesChannels.FirstOrDefault(known => known.Id == id);
        return (channel, channel is not null || id == AgreementVerbs.AllChannels);
    }

    private async Task<AdaptiveCardInvokeResponse> OpenAsync(
        Turn turn, Func<AgreementFormView, AgreementNames, AdaptiveCardInvokeResponse> form, CancellationToken cancel)
    {
        if (!AgreementDesk.MayChange(turn))
        {
            return Answer.Bad(turn, "refused.agreementChange");
        }

        return form(new(await agreements.InForceAsync(turn.Organisation.TenantId, cancel), turn.Say), await NamesAsync(turn, cancel));
    }

    private async Task<AdaptiveCardInvokeResponse> SaveAsync(
        Turn turn,
        CardInput input,
        Func<SlaAgreement, AgreementNames, AgreementReading> read,
        Func<AgreementFormView, AgreementNames, AdaptiveCard> form,
        CancellationToken cancel)
    {
        if (!AgreementDesk.MayChange(turn))
        {
            return Answer.Bad(turn, "refused.agreementChange");
        }

        var names = await NamesAsync(turn, cancel);
        while (true)
        {
            var current = await agreements.InForceAsync(turn.Organisation.TenantId, cancel);
            var isBase = input.Text(AgreementVerbs.Version) == current.Version.ToString(CultureInfo.InvariantCulture);
            switch (await AttemptAsync(turn, input, current, isBase, read(current, names), cancel))
            {
                case { InForce: { } inForce }:
                    return Answer.Card(AgreementCard.Render(AgreementDesk.View(turn, inForce) with { IsSaved = true }));
                case { Form: { } view }:
                    return FormAnswer(turn, view, form(view, names));
                default:
                    continue;
            }
        }
    }

    // Somebody may be faster between reading and storing: neither then, and all is looked at anew.
    private async Task<Attempt> AttemptAsync(Turn turn, CardInput input, SlaAgreement current, bool isBase, AgreementReading reading, CancellationToken cancel)
    {
        var view = new AgreementFormView(current, turn.Say);
        switch (reading)
        {
            // Also the second of two clicks: the first one stored it.
            case AgreementReading.Valid(var same) when AgreementDocument.AreSame(same, current):
                return new(InForce: current);
            case var _ when !isBase:
                return new(Form: view with { IsOutdated = current.ChangedBy is not null });
            case AgreementReading.Faulty(var faults):
                return new(Form: view with { Faults = faults });
        }

        var read = ((AgreementReading.Valid)reading).Agreement;
        if (await ImpactAsync(turn, input, current, read, cancel) is { } impact)
        {
            return new(Form: view with { Impact = impact, Tried = RubricImpact.Fingerprint(read) });
        }

        var next = read with { Version = current.Version + 1, ChangedBy = turn.Person.Ref, ChangedAt = turn.Now };
        return await changes.AddAsync(turn.Organisation.TenantId, next, turn.Organisation.TimeZone, work.Run, cancel) switch
        {
            AgreementAdded.InForce => new(InForce: next),
            AgreementAdded.TooLarge => new(Form: view with { Faults = TooLarge($"{AgreementDocument.Write(next, new(turn.Organisation.TimeZone)).Length}", $"{AgreementStore.LongestText}").Faults }),
            _ => new(),
        };
    }

    // Null where nobody's score or tier may change, where no lead was handed over lately, and once it was seen.
    private async Task<RubricImpact?> ImpactAsync(Turn turn, CardInput input, SlaAgreement current, SlaAgreement next, CancellationToken cancel)
    {
        if (!RubricImpact.Differs(current, next) || input.Text(AgreementVerbs.Tried) == RubricImpact.Fingerprint(next))
        {
            return null;
        }

        var leads = await past.ReadAsync(turn.Organisation.TenantId, turn.Now - RubricImpact.Back, turn.Now, cancel);
        return leads.Count == 0 ? null : RubricImpact.Of(leads, current, next);
    }

    // A card that Teams would not show leaves the form as it stands in the client, with what was typed.
    private static AdaptiveCardInvokeResponse FormAnswer(Turn turn, AgreementFormView view, AdaptiveCard card) =>
        DocumentForm.Size(card) <= DocumentForm.MostBytes ? Answer.Card(card)
        : view.Faults.Count > 0 ? Answer.Say(FaultWords.Sentence(view.Faults[0], turn.Say))
        : Answer.Bad(turn, "agreement.tooLongToShow");

    private async Task<AgreementNames> NamesAsync(Turn turn, CancellationToken cancel) => new(turn.Organisation.TimeZone)
    {
        Today = turn.Now.InZone(turn.Organisation.TimeZone).Date,
        Channels = turn.Organisation.SalesChannels,
        People = [.. (await people.AllAsync(turn.Organisation.TenantId, cancel)).Select(person => person.Ref)],
    };

    /// <summary>What came of one attempt: the version that is in force, or the form once more.</summary>
    private readonly record struct Attempt(SlaAgreement? InForce = null, AgreementFormView? Form = null);
}
