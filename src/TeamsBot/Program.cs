using System.CommandLine;
using TeamsBot.Features.Check;
using TeamsBot.Features.Import;
using TeamsBot.Features.Package;
using TeamsBot.Features.Privacy;
using TeamsBot.Features.Questions;
using TeamsBot.Features.Sla;
using TeamsBot.Hosting;

var options = new StoreArguments();
var export = ExportCommand.Create(options.OpenExisting, Console.OpenStandardOutput);
export.Add(ExportLeadCommand.Create(options.OpenExisting, arguments => options.Read(arguments).Folder, Console.OpenStandardOutput, TimeProvider.System));
export.Add(ExportAuditCommand.Create(options.OpenExisting));
var root = new RootCommand("Baton carries a lead from marketing to sales. Without a command it serves the bot.")
{
    options.Data,
    options.Storage,
    ImportCommand.Create(options.Open, TimeProvider.System),
    AskCommand.Create(options.OpenExisting, QuestionSetup.OpenAsync, TimeProvider.System),
    export,
    ForgetCommand.Create(options.OpenExisting, arguments => options.Read(arguments).Folder, TimeProvider.System),
    CheckCommand.Create(options.OpenExisting, TimeProvider.System),
    PackageCommand.Create(),
};
root.SetAction((arguments, cancel) => BotApp.Build(options.Read(arguments)).RunAsync(cancel));

return await CommandLine.RunAsync(root, args);
