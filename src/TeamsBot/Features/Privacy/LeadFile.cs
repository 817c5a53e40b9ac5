using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Hosting.Files;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Privacy;

/// <summary>All that is held of a lead as a file for an admin. The audit has a row each time that it is made: when it is offered, and when it is taken.</summary>
public sealed class LeadFile(DossierStore dossiers, PrivacyStore audit, TimeProvider time) : IFileMaker
{
    private const string OfLead = "lead";

    public string Kind => OfLead;

    public static FileRef Of(LeadId lead) => new(OfLead, lead.Value);

    public bool Knows(string what) => !string.IsNullOrWhiteSpace(what);

    public async Task<FileMade> MakeAsync(Organisation organisation, Person person, string what, CancellationToken cancel)
    {
        var (say, lead) = (Say.In(person.Language ?? organisation.Language), new LeadId(what));
        if (!organisation.RolesOf(person).HasFlag(Roles.Admin))
        {
            return new FileMade.Refused(say.Text("refused.privacy"));
        }

        if (await dossiers.FindAsync(lead, cancel) is not { } dossier)
        {
            return new FileMade.Refused(say.Text("handOff.unknown", ("lead", what)));
        }

        var now = time.Now;
        await audit.AddAsync(new(PrivacyAction.Exported, PrivacyDeed.HashOf(lead), person.Ref, now, dossier.Held), cancel);
        var bytes = new MemoryStream();
        bytes.Write(LeadJson.Write(dossier, now));
        return new FileMade.Ready(NameOf(now), say.Text("privacy.file", ("lead", what)), bytes);
    }

    // Without the id, which may be anything.
    private static string NameOf(Instant now) => string.Create(CultureInfo.InvariantCulture, $"baton-lead-{LocalDatePattern.Iso.Format(now.InUtc().Date)}.json");
}
