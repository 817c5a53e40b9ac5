using TeamsBot.Benchmarks.Load;
using TeamsBot.Benchmarks.Parts;

// "bot", "bare" and "model" are what "load" starts as processes of their own; all else is for BenchmarkDotNet.
return args switch
{
    ["load", .. var rest] => await LoadCommand.RunAsync(rest),
    [BotServer.Role, .. var rest] => await BotServer.RunAsync(rest),
    [BareServer.Role, .. var rest] => await BareServer.RunAsync(rest),
    [ModelProcess.Role, .. var rest] => await ModelProcess.RunAsync(rest),
    _ => PartsCommand.Run(args),
};
