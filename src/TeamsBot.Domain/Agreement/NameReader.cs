using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Agreement;

/// <summary>Reads the names of people and channels; null after a fault was noted.</summary>
internal static class NameReader
{
    // So many of the names that could have been meant are told.
    private const int MostNamed = 20;

    extension(AgreementNames names)
    {
        public PersonRef? ReadPerson(AgreementNode? node)
        {
            if (node?.Text() is not { } text)
            {
                return null;
            }

            var found = names.People is not null ? names.PeopleCalled(text)
                : AgreementNames.PersonOf(text) is { } named ? [named]
                : [];
            if (found is [var only])
            {
                return only;
            }

            var (kind, allowed) = found.Count == 0
                ? (AgreementFaultKind.UnknownPerson, (names.People ?? []).Take(MostNamed).Select(names.NameOf))
                : (AgreementFaultKind.AmbiguousName, found.Select(AgreementNames.WithId));
            node.Fault(kind, text, [.. allowed]);
            return null;
        }

        /// <summary>The id of a channel.</summary>
        /// <param name="text">Its name, or its id, which stands at the node.</param>
        public string? ReadChannel(AgreementNode node, string text)
        {
            if (names.Channels is null)
            {
                return text;
            }

            var found = names.ChannelsCalled(text);
            if (found is [var only])
            {
                return only.Id;
            }

            var (kind, allowed) = found.Count == 0
                ? (AgreementFaultKind.UnknownChannel, names.Channels.Take(MostNamed).Select(channel => names.NameOf(channel.Id)))
                : (AgreementFaultKind.AmbiguousName, found.Select(channel => channel.Id));
            node.Fault(kind, text, [.. allowed]);
            return null;
        }
    }
}
