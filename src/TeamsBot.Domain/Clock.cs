using NodaTime;

namespace TeamsBot.Domain;

/// <summary>The time of day as Baton's records keep it.</summary>
public static class Clock
{
    extension(TimeProvider time)
    {
        public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());
    }
}
