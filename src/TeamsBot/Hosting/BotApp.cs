using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using TeamsBot.Features.Agreement;
using TeamsBot.Features.Handoffs;
using TeamsBot.Features.Intake;
using TeamsBot.Features.AssignRoles;
using TeamsBot.Features.LeadRouting;
using TeamsBot.Features.Promises;
using TeamsBot.Features.Questions;
using TeamsBot.Features.Setup;
using TeamsBot.Features.Sla;
using TeamsBot.Hosting.Files;
using TeamsBot.Hosting.Playground;
using TeamsBot.Hosting.Telemetry;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Routing;

namespace TeamsBot.Hosting;

/// <summary>The bot as a web application.</summary>
public static class BotApp
{
    public const string DefaultUrl = "http://127.0.0.1:3978";

    /// <summary>Builds the bot, not started yet.</summary>
    /// <param name="store">Where records are kept.</param>
    /// <param name="configure">Changes what is configured and registered; for tests.</param>
    public static WebApplication Build(StoreOptions store, Action<WebApplicationBuilder>? configure = null)
    {
        WarmUp.Begin();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] ??= DefaultUrl;
        AddLogging(builder);
        builder.Services.AddSingleton(TimeProvider.System);
        configure?.Invoke(builder);

        builder.AddTelemetry();
        builder.Services.AddStore(store);
        builder.AddTeams();
        builder.AddRequestLimits();
        AddFeatures(builder);
        if (TeamsSetup.IsLocal(builder))
        {
            builder.AddPlayground(store.Folder);
            AddSample(builder, store);
        }

        var app = builder.Build();
        app.Services.GetRequiredService<ActivityAuthenticator>(); // Says at the start, not at the first message, when it lets everybody in.
        app.UseTelemetry();
        app.UseRateLimiter();
        app.MapPost("/api/messages", (MessagesEndpoint endpoint, HttpContext http) => endpoint.HandleAsync(http));
        app.MapPost("/api/leads", (IntakeEndpoint endpoint, HttpContext http) => endpoint.HandleAsync(http, http.RequestAborted));
        app.MapHealth();
        return app;
    }

    /// <summary>The options of features, each validated at the start.</summary>
    internal static void AddOptions(WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<IntakeOptions>().Bind(builder.Configuration.GetSection("Intake")).Checked(options => options.Problem());
        builder.Services.AddOptions<LimitOptions>().Bind(builder.Configuration.GetSection("Limits")).Checked(options => options.Problem());
        builder.AddPrivacyOptions();
        builder.AddLanguageModelOptions();
        builder.AddTelemetryOptions();
    }

    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // The slim builder writes for people, whatever formatter is configured.
        if (builder.Configuration["Logging:Console:FormatterName"] == ConsoleFormatterNames.Json)
        {
            builder.Logging.AddJsonConsole();
        }
    }

    private static void AddFeatures(WebApplicationBuilder builder)
    {
        AddOptions(builder);
        builder.Services.AddOptions<QuestionOptions>().Bind(builder.Configuration.GetSection("Questions"));
        builder.Services.TryAddSingleton(QuestionSetup.Create);
        builder.Services
            .AddSingleton<MessagesEndpoint>()
            .AddSingleton<ActivityRouter>()
            .AddSingleton<TurnFactory>()
            .AddSingleton<CommandSwitch>()
            .AddSingleton<InvokeSwitch>()
            .AddSingleton<Dialogs>()
            .AddSingleton<VerbSwitch>()
            .AddSingleton<HandOffCommand>()
            .AddSingleton<HandoffSwitch>()
            .AddSingleton<HandoffClicks>()
            .AddSingleton<RejectionClicks>()
            .AddSingleton<FeedbackClicks>()
            .AddSingleton<HandoffViews>()
            .AddSingleton<HandoffFollowers>()
            .AddSingleton<NoticeHours>()
            .AddSingleton<Crew>()
            .AddSingleton<MyLeadsCommand>()
            .AddSingleton<LeadFinder>()
            .AddSingleton<RouteSwitch>()
            .AddSingleton<RouteCommands>()
            .AddSingleton<AwayCommands>()
            .AddSingleton<RolesCommands>()
            .AddSingleton<SlaCommands>()
            .AddSingleton<SlaJournal>()
            .AddSingleton<IFileMaker, SlaFile>()
            .AddSingleton<FileMakers>()
            .AddSingleton<FileOffer>()
            .AddSingleton<FileConsent>()
            .AddSingleton<FileSender>()
            .AddSingleton<FileCard>()
            .AddSingleton<IWorkHandler, FileUploads>()
            .AddSingleton<QuestionDesk>()
            .AddSingleton<TeamsAskers>()
            .AddSingleton<IFileMaker, AnswerFile>()
            .AddAnnouncements()
            .AddPrivacy()
            .AddDuplicates()
            .AddOperators()
            .AddFeedback()
            .AddSingleton<SetupFlow>()
            .AddSingleton<AgreementSwitch>()
            .AddSingleton<AgreementDesk>()
            .AddSingleton<AgreementChange>()
            .AddSingleton<PromiseNews>()
            .AddSingleton<Installation>()
            .AddSingleton<IntakeEndpoint>()
            .AddSingleton<IntakeDesk>()
            .AddSingleton<TeamsPost>()
            .AddSingleton<TeamMembers>()
            .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<TeamMembers>())
            .AddSingleton<IWorkHandler, HandoffShow>()
            .AddSingleton<IWorkHandler, HandoffClock>()
            .AddSingleton<IWorkHandler, HandoffReturn>()
            .AddSingleton<IWorkHandler, SeatWatch>()
            .AddSingleton<IWorkHandler, PromiseClock>()
            .AddSingleton<Readiness>()
            .AddSingleton<WarmUp>()
            .AddHostedService(provider => provider.GetRequiredService<WarmUp>())
            .AddSingleton<WorkRunner>()
            .AddHostedService(provider => provider.GetRequiredService<WorkRunner>())
            .AddHostedService<QuestionFollower>();
    }

    private static void AddSample(WebApplicationBuilder builder, StoreOptions store)
    {
        if (store.Connection.Length == 0 && builder.Configuration.GetValue("Sample:Enabled", defaultValue: true))
        {
            builder.Services.AddHostedService<SampleStart>();
        }
    }
}
