namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>A folder of one test, removed with all that is in it when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("baton-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
