using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Leads;

/// <summary>A further column that an import declared, and what people call it.</summary>
/// <param name="Records">What it belongs to: leads, deals, campaigns.</param>
/// <param name="Name">As records name it among their attributes.</param>
/// <param name="Labels">By language; a language without a label uses the name.</param>
public sealed record AttributeDefinition(string Records, string Name, IReadOnlyDictionary<Language, string> Labels);
