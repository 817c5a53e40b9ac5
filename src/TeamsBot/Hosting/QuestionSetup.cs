using System.CommandLine;
using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Features.Questions;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Hosting;

/// <summary>Brings together what questions are answered with: the grammar, the read model, the agreement.</summary>
internal static class QuestionSetup
{
    /// <summary>For the command line, on an opened store.</summary>
    public static async Task<QuestionSource> OpenAsync(ParseResult arguments, ITables tables, CancellationToken cancel)
    {
        var model = new QuestionModel(new FiguresModel(tables, new StoreArguments().Read(arguments).Folder, TimeProvider.System), TimeProvider.System);
        await model.RefreshAsync(cancel);
        return Create(tables, model) with { Proposer = LanguageModelSetup.Create(StoreArguments.Configuration()) };
    }

    /// <summary>For the bot.</summary>
    public static QuestionSource Create(IServiceProvider services) =>
        Create(services.GetRequiredService<ITables>(), services.GetRequiredService<QuestionModel>()) with { Proposer = LanguageModelSetup.Create(services) };

    private static QuestionSource Create(ITables tables, QuestionModel model) => new(
        (text, language, today, previous) => model.Reader.Read(text, language, today, previous),
        model.Figures.AnswerAsync,
        () => model.Vocabulary,
        cancel => AgreementAsync(tables, cancel))
    {
        Refresh = model.FollowAsync,
    };

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
