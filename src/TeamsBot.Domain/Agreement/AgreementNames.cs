using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Agreement;

/// <summary>What the names in an agreement's text mean. Without channels and people, ids are written and taken as they are.</summary>
/// <param name="TimeZone">The organisation's: the zone of calendars that name none.</param>
public sealed record AgreementNames(DateTimeZone TimeZone)
{
    /// <summary>From when each calendar needs working time, an hour a week or more; null where that is not asked, as of a text that was agreed on before.</summary>
    public LocalDate? Today { get; init; }

    /// <summary>Null takes and writes ids.</summary>
    public IReadOnlyList<SalesChannel>? Channels { get; init; }

    /// <summary>Null takes and writes people as "Name &lt;id&gt;".</summary>
    public IReadOnlyList<PersonRef>? People { get; init; }

    /// <summary>For storage: a text that was written so is read again whoever and whatever is gone by then, and however long it is.</summary>
    public bool AreIds => Channels is null && People is null;

    internal IReadOnlyList<SalesChannel> ChannelsCalled(string text) =>
        Called(Channels ?? [], text, channel => channel.Id, channel => channel.Name);

    /// <summary>Those whose name, id or both ("Name &lt;id&gt;") the text is.</summary>
    internal IReadOnlyList<PersonRef> PeopleCalled(string text)
    {
        var people = Called(People ?? [], text, person => person.Id.Value, person => person.Name);
        return people.Count == 0 && PersonOf(text) is { } named ? [.. (People ?? []).Where(person => person.Id == named.Id)] : people;
    }

    internal string NameOf(string channel) =>
        Channels?.FirstOrDefault(known => known.Id == channel) is { } found && ChannelsCalled(found.Name.Trim()) is [var only] && only.Id == channel
            ? found.Name
            : channel;

    internal string NameOf(PersonRef person) =>
        PeopleCalled(person.Name.Trim()) is [var only] && only.Id == person.Id ? person.Name : WithId(person);

    internal static string WithId(PersonRef person) => $"{person.Name} <{person.Id}>".Trim();

    /// <summary>A person from "Name &lt;id&gt;", or from an id alone; null where there is no id.</summary>
    internal static PersonRef? PersonOf(string text)
    {
        var start = text.EndsWith('>') ? text.LastIndexOf('<') : -1;
        var (name, id) = start < 0 ? (text, text) : (text[..start].Trim(), text[(start + 1)..^1].Trim());
        return id.Length == 0 ? null : new(new PersonId(id), name);
    }

    private static IReadOnlyList<T> Called<T>(IReadOnlyList<T> known, string text, Func<T, string> id, Func<T, string> name)
    {
        var byId = known.Where(one => id(one) == text).Take(1).ToList();
        return byId.Count > 0 ? byId : [.. known.Where(one => string.Equals(name(one).Trim(), text, StringComparison.OrdinalIgnoreCase))];
    }
}
