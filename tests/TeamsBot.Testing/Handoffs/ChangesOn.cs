using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Testing.Handoffs;

/// <summary>What changes handoffs, on tables alone: as the bot puts it together, for tests without one.</summary>
public static class ChangesOn
{
    public static HandoffChanges Handoffs(ITables tables, TimeProvider time) =>
        new(new(tables), new(tables, new(tables)), Router(tables, time), new(tables, time), time);

    public static LeadRouter Router(ITables tables, TimeProvider time) =>
        new(new(tables), new(tables), new(tables, new(tables)), Loads(tables), new(tables, time), time);

    public static RepLoads Loads(ITables tables) => new(new(tables), new(tables, new(tables)), new(tables), new(tables));
}
