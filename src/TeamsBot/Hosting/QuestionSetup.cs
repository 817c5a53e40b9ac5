using System.CommandLine;
using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Questions;
using TeamsBot.Features.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Hosting;

/// <summary>Brings together what questions are answered with: the grammar, the read model, the agreement.</summary>
internal static class QuestionSetup
{
    /// <summary>For the command line, on an opened store.</summary>
    public static Task<QuestionSource> OpenAsync(ParseResult arguments, ITables tables, CancellationToken cancel) => Task.FromResult(Create(tables));

    /// <summary>For the bot.</summary>
    public static QuestionSource Create(IServiceProvider services) => Create(services.GetRequiredService<ITables>());

    // Until the grammar and the read model are here, every question is one that is not understood.
    private static QuestionSource Create(ITables tables) => new(
        (_, _, _, _) => new Reading.OutOfScope(Refusal.NotUnderstood),
        (_, _, _) => Task.FromResult(new Figures([], [])),
        () => Vocabulary.Empty,
        cancel => AgreementAsync(tables, cancel));

    private static async Task<SlaAgreement> AgreementAsync(ITables tables, CancellationToken cancel)
    {
        var people = new PeopleStore(tables);
        await foreach (var tenant in people.TenantsAsync(cancel))
        {
            return await new AgreementStore(tables, people).InForceAsync(tenant, cancel);
        }

        return SlaAgreement.Initial(DateTimeZone.Utc);
    }
}
