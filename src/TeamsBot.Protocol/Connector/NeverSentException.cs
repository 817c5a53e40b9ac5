namespace TeamsBot.Protocol.Connector;

/// <summary>The caller gave up while its call waited for its turn or for its next try: Teams has done nothing of it.</summary>
public sealed class NeverSentException(OperationCanceledException given) : OperationCanceledException(given.Message, given, given.CancellationToken);
