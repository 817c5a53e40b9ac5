using System.CommandLine;
using TeamsBot.Features.Check;
using TeamsBot.Features.Import;
using TeamsBot.Features.Package;
using TeamsBot.Features.Questions;
using TeamsBot.Features.Sla;
using TeamsBot.Hosting;

var options = new StoreArguments();
var root = new RootCommand("Baton carries a lead from marketing to sales. Without a command it serves the bot.")
{
    options.Data,
    options.Storage,
    ImportCommand.Create(options.Open, TimeProvider.System),
    AskCommand.Create(options.OpenExisting, QuestionSetup.OpenAsync, TimeProvider.System),
    ExportCommand.Create(options.OpenExisting, Console.OpenStandardOutput),
    CheckCommand.Create(options.OpenExisting, TimeProvider.System),
    PackageCommand.Create(),
};
root.SetAction((arguments, cancel) => BotApp.Build(options.Read(arguments)).RunAsync(cancel));

return await CommandLine.RunAsync(root, args);
