using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Check;

/// <summary>Whether the agreement in force of each organisation can be read.</summary>
internal sealed class AgreementCheck(ITables tables, TextWriter output)
{
    /// <summary>True when all can.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var (people, good) = (new PeopleStore(tables), true);
        var agreements = new AgreementStore(tables, people);
        await foreach (var tenant in people.TenantsAsync(cancel))
        {
            good &= await ReadAsync(agreements, tenant, cancel);
        }

        return good;
    }

    private async Task<bool> ReadAsync(AgreementStore agreements, string tenant, CancellationToken cancel)
    {
        try
        {
            await agreements.InForceAsync(tenant, cancel);
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not TableException { Error: not TableError.Invalid })
        {
            await output.WriteLineAsync($"Agreement of tenant {tenant}: {problem.Message}");
            return false;
        }
    }
}
