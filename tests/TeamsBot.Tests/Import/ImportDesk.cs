using System.CommandLine;
using System.Text;
using TeamsBot.Domain.Leads;
using TeamsBot.Features.Import;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Tests.Import;

/// <summary>A folder with files to import and a store to import them to, driven through the command itself.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    public const string Mapping = """
        { "records": "leads", "fields": { "id": "id", "name": "name", "score": "score" } }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-test-");
    private readonly SqliteTables sqlite;

    public ImportDesk() => sqlite = new SqliteTables(PathOf("store.db"), TimeProvider.System);

    public LeadStore Leads => new(sqlite, TimeProvider.System);

    public ITables Tables => sqlite;

    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(PathOf(file), bytes);

    /// <summary>Imports leads.csv of this text by a mapping of id, name and score, or by another.</summary>
    public Task<Outcome> ImportAsync(string text, string mapping = Mapping) => ImportAsync(Encoding.UTF8.GetBytes(text), mapping);

    public Task<Outcome> ImportAsync(byte[] bytes, string mapping = Mapping)
    {
        Write("leads.csv", bytes);
        Write("map.json", mapping);
        return RunAsync(PathOf("leads.csv"), "--map", PathOf("map.json"));
    }

    public Task<Outcome> RunAsync(params string[] args) =>
        RunAsync(_ => new SqliteTables(PathOf("store.db"), TimeProvider.System), CancellationToken.None, args);

    public static async Task<Outcome> RunAsync(Func<ParseResult, ITables> store, CancellationToken cancel, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand { ImportCommand.Create(store, TimeProvider.System) };
        var code = await root.Parse(["import", .. args]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, cancel);
        return new(code, output.ToString(), error.ToString());
    }

    public async Task<Lead?> LeadAsync(string id)
    {
        await sqlite.CreateAsync(TableNames.All, CancellationToken.None);
        return await Leads.GetAsync(new LeadId(id), CancellationToken.None);
    }

    /// <summary>The rows of the file of refused rows, without its header; empty when there is no such file.</summary>
    public IReadOnlyList<string> Rejects(string file = "leads.csv") =>
        File.Exists(PathOf(file + ".rejects.csv")) ? [.. File.ReadAllText(PathOf(file + ".rejects.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)] : [];

    public async ValueTask DisposeAsync()
    {
        await sqlite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public sealed record Outcome(int Code, string Output, string Error)
    {
        /// <summary>Added, updated, unchanged, refused.</summary>
        public (long Added, long Updated, long Unchanged, long Refused) Counts
        {
            get
            {
                var words = Output.Split('\n')[0].Replace(",", "", StringComparison.Ordinal).Split(' ');
                long Before(string word) => long.Parse(words[Array.LastIndexOf(words, word) - 1], System.Globalization.CultureInfo.InvariantCulture);
                return (Before("added"), Before("updated"), Before("unchanged"), Before("refused"));
            }
        }
    }
}
