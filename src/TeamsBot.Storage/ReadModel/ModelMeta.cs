using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>What the model knows of itself.</summary>
internal static class ModelMeta
{
    /// <summary>Up to when notes were followed, by the clock of whoever followed.</summary>
    public static Instant Position(SqliteConnection connection) => Instant.FromUnixTimeTicks(ModelFile.Number(connection, "SELECT value FROM meta WHERE name = 'position'"));

    /// <summary>Raised with every change of what figures rest on.</summary>
    public static long Revision(SqliteConnection connection) => ModelFile.Number(connection, "SELECT value FROM meta WHERE name = 'revision'");

    /// <summary>The id of the store that it was built from.</summary>
    public static string? Store(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT value FROM meta WHERE name = 'store'");
        return statement.Step() ? statement.Text(0) : null;
    }

    public static void Write(SqliteConnection connection, Instant position, string store, long revision)
    {
        using var write = new Statement(connection, "INSERT OR REPLACE INTO meta (name, value) VALUES ('position', ?1), ('store', ?2), ('revision', ?3)");
        write.Bind(1, position.ToUnixTimeTicks()).BindText(2, store).Bind(3, revision).Run();
    }

    /// <summary>Notes, with the change itself, that the file still holds what is to be read nowhere any more.</summary>
    public static void AskToScrub(SqliteConnection connection) => ModelFile.Execute(connection, "INSERT OR REPLACE INTO meta (name, value) VALUES ('scrub', 1)");

    /// <summary>Whether that was noted and not seen to yet.</summary>
    public static bool IsToScrub(SqliteConnection connection) => ModelFile.Number(connection, "SELECT count(*) FROM meta WHERE name = 'scrub'") > 0;

    public static void Scrubbed(SqliteConnection connection) => ModelFile.Execute(connection, "DELETE FROM meta WHERE name = 'scrub'");

    public static void Followed(SqliteConnection connection, Instant position)
    {
        using var write = new Statement(connection, "UPDATE meta SET value = CASE name WHEN 'position' THEN max(value, ?1) ELSE value + 1 END WHERE name IN ('position', 'revision')");
        write.Bind(1, position.ToUnixTimeTicks()).Run();
    }
}
