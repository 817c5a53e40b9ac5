namespace TeamsBot.Benchmarks.Load;

/// <summary>A folder that is gone at the end.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("baton-load-").FullName;
    private int last;

    /// <summary>The path of a new entry in it.</summary>
    public string New(string name) => Path.Combine(path, $"{++last}-{name}");

    public void Dispose() => Directory.Delete(path, recursive: true);
}
