namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>A test that only Linux can run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Only on Linux.";
}
