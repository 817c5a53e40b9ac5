using TeamsBot.Protocol.Authentication;
using TeamsBot.Protocol.Connector;

namespace TeamsBot.Hosting;

/// <summary>What a command needs to speak with Teams as the bot.</summary>
/// <param name="Http">For what is not the connector.</param>
public sealed record TeamsReach(BotOptions Bot, ConnectorClient Connector, HttpClient Http, TimeProvider Time);
