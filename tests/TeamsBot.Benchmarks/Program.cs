using TeamsBot.Benchmarks.Load;
using TeamsBot.Benchmarks.Load.Day;
using TeamsBot.Benchmarks.Parts;

// "bot", "day-bot", "bare" and "model" are what "load" starts as processes of their own; all else is for BenchmarkDotNet.
return args switch
{
    ["load", .. var rest] => await LoadCommand.RunAsync(rest),
    [BotServer.Role, .. var rest] => await BotServer.RunAsync(rest),
    [DayBot.Role, .. var rest] => await DayBot.RunAsync(rest),
    [BareServer.Role, .. var rest] => await BareServer.RunAsync(rest),
    [ModelProcess.Role, .. var rest] => await ModelProcess.RunAsync(rest),
    _ => PartsCommand.Run(args),
};
