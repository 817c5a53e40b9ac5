using System.Globalization;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Check;

/// <summary>Whether what marketing promised and kept stands as Baton wrote it, for each organisation.</summary>
internal sealed class PromiseCheckup(ITables tables, TextWriter output)
{
    /// <summary>True when nothing is wrong.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var (promises, good) = (new PromiseStore(tables), true);
        await foreach (var tenant in new PeopleStore(tables).TenantsAsync(cancel))
        {
            if (await promises.FirstBrokenAsync(tenant, cancel) is { } number)
            {
                good = false;
                var key = Keys.Join("kept", Keys.Number(number));
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{TableNames.Agreement} \"{Keys.Join(tenant)}\" \"{key}\": not as it was stored"));
            }
        }

        return good;
    }
}
