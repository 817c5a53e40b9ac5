using Microsoft.Extensions.Options;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>People in Teams as askers, each with the rights of this moment, and who answers them.</summary>
public sealed class TeamsAskers(QuestionSource source, AgreementStore agreements, IOptions<QuestionOptions> options)
{
    /// <summary>Knows the agreement that is in force in an organisation.</summary>
    public Answerer AnswererFor(Organisation organisation) => new(source with { Agreement = cancel => agreements.InForceAsync(organisation.TenantId, cancel) });

    public async Task<Asker> AskerAsync(Organisation organisation, Person person, Moments moments, CancellationToken cancel) => new(
        moments,
        organisation.TimeZone,
        await new OwnTeam(source).RightsAsync(organisation.RolesOf(person), person.Name, organisation.TimeZone, options.Value.RepsSeeAll, cancel));
}
