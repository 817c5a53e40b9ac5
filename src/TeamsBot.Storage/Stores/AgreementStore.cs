using System.Collections.Concurrent;
using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>What came of putting a version in force.</summary>
public enum AgreementAdded
{
    InForce,

    /// <summary>Somebody else was faster: another version is in force than the one that it was made from.</summary>
    Outdated,

    /// <summary>With ids for names it is longer than a row takes. Nothing is stored.</summary>
    TooLarge,
}

/// <summary>The versions of each organisation's agreement. A version is added once and never changed, so it is read once and kept.</summary>
public sealed class AgreementStore(ITables tables, PeopleStore people)
{
    /// <summary>UTF-16 units of a text, with ids for names, that a row takes.</summary>
    public const int LongestText = EntityLimits.StringLength;

    private const string Current = "current";

    private readonly ConcurrentDictionary<(string Tenant, int Version), SlaAgreement> known = new();

    /// <summary>The version in force.</summary>
    public async Task<SlaAgreement> InForceAsync(string tenant, CancellationToken cancel)
    {
        var version = (await tables.GetAsync(TableNames.Agreement, Keys.Join(tenant), Current, cancel))?.GetInt32("Version") ?? 0;
        return await VersionAsync(tenant, version, cancel);
    }

    /// <summary>What a request needs of the agreement.</summary>
    public async Task<Terms> TermsAsync(string tenant, CancellationToken cancel) => new(await InForceAsync(tenant, cancel));

    /// <summary>What a decision on a handoff needs of the agreement.</summary>
    public async Task<Terms> TermsAsync(Handoff handoff, CancellationToken cancel)
    {
        var inForce = await InForceAsync(handoff.Tenant, cancel);
        List<SlaAgreement> earlier = [];
        foreach (var clock in new[] { handoff.AcceptClock, handoff.ContactClock })
        {
            if (clock is not null && clock.Agreement != inForce.Version)
            {
                earlier.Add(await VersionAsync(handoff.Tenant, clock.Agreement, cancel));
            }
        }

        return new(inForce, earlier);
    }

    /// <summary>A version that was in force once; 0 is what holds before anybody agreed on anything.</summary>
    public async Task<SlaAgreement> VersionAsync(string tenant, int version, CancellationToken cancel)
    {
        if (version == 0)
        {
            return SlaAgreement.Initial((await people.OrganisationAsync(tenant, cancel)).Value.TimeZone);
        }

        if (known.TryGetValue((tenant, version), out var agreement))
        {
            return agreement;
        }

        var row = await tables.GetAsync(TableNames.Agreement, Keys.Join(tenant), Key(version), cancel)
            ?? throw new InvalidOperationException($"Version {version} of the agreement is not stored.");
        return known.GetOrAdd((tenant, version), AgreementRow.Read(row));
    }

    /// <summary>The version that was in force at a moment.</summary>
    public async Task<SlaAgreement> AtAsync(string tenant, Instant at, CancellationToken cancel)
    {
        var agreement = await InForceAsync(tenant, cancel);
        while (agreement.ChangedAt > at)
        {
            agreement = await VersionAsync(tenant, agreement.Version - 1, cancel);
        }

        return agreement;
    }

    /// <summary>Puts the next version in force, unless somebody else did so meanwhile.</summary>
    public async Task<AgreementAdded> AddAsync(string tenant, SlaAgreement next, CancellationToken cancel)
    {
        var partition = Keys.Join(tenant);
        var current = await tables.GetAsync(TableNames.Agreement, partition, Current, cancel);
        if ((current?.GetInt32("Version") ?? 0) != next.Version - 1)
        {
            return AgreementAdded.Outdated;
        }

        var row = AgreementRow.Write(partition, Key(next.Version), next);
        if (AgreementRow.IsTooLarge(row))
        {
            return AgreementAdded.TooLarge;
        }

        var pointer = new TableEntity(partition, Current) { ["Version"] = next.Version };
        try
        {
            await tables.SubmitAsync(
                TableNames.Agreement,
                [
                    new(TableTransactionActionType.Add, row),
                    current is null
                        ? new(TableTransactionActionType.Add, pointer)
                        : new(TableTransactionActionType.UpdateReplace, pointer, current.ETag),
                ],
                cancel);
            return AgreementAdded.InForce;
        }
        catch (TableException problem) when (problem.IsConflict)
        {
            return AgreementAdded.Outdated;
        }
    }

    private static string Key(int version) => Keys.Join("version", Keys.Number(version));
}
