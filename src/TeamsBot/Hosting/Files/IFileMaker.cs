using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Hosting.Files;

/// <summary>What came of making a file.</summary>
public abstract record FileMade
{
    /// <param name="Summary">What the file holds, in the reader's words: "SLA ledger, Mar 2026, 12 rows".</param>
    public sealed record Ready(string Name, string Summary, MemoryStream Bytes) : FileMade;

    /// <summary>There is no file for this person.</summary>
    /// <param name="Why">A sentence for them.</param>
    public sealed record Refused(string Why) : FileMade;
}

/// <summary>Makes the files of one kind that people get in their chat.</summary>
public interface IFileMaker
{
    /// <summary>More rows are no file for a chat; with so many the ledger has about 20 MB.</summary>
    const int MostRows = 50_000;

    /// <summary>The <see cref="FileRef.Kind"/> of its files.</summary>
    string Kind { get; }

    /// <summary>Whether a <see cref="FileRef.What"/> names a file of this kind; it comes back from a client and may be anything.</summary>
    bool Knows(string what);

    /// <summary>Makes a file that <see cref="Knows"/> knows, with the rights that the person has at this moment.</summary>
    Task<FileMade> MakeAsync(Organisation organisation, Person person, string what, CancellationToken cancel);
}
