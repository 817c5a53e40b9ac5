namespace TeamsBot.Protocol.Activities;

/// <summary>
/// The answer to an invoke that opens a dialog or comes from one (Teams: "Use dialogs in Microsoft Teams bots"). A card in a dialog
/// sends with <c>Action.Submit</c>, and each answer replaces what the dialog shows.
/// </summary>
public sealed record TaskModuleResponse
{
    public TaskModuleResponseBase? Task { get; set; }

    /// <summary>The dialog shows this card.</summary>
    public static TaskModuleResponse Continue(string title, RawJson card) => new()
    {
        Task = new()
        {
            Type = "continue",
            Value = RawJson.From(new TaskModuleTaskInfo { Title = title, Card = Attachment.AdaptiveCard(card) }, ActivityJson.Wire.TaskModuleTaskInfo),
        },
    };

    /// <summary>The dialog gives way to a sentence.</summary>
    public static TaskModuleResponse Message(string text) => new() { Task = new() { Type = "message", Value = RawJson.FromText(text) } };

    public InvokeResponse ToInvokeResponse() => InvokeResponse.Ok(this, ActivityJson.Wire.TaskModuleResponse);
}

/// <summary>What a dialog is to do.</summary>
public sealed record TaskModuleResponseBase
{
    /// <summary><c>continue</c> or <c>message</c>.</summary>
    public string? Type { get; set; }

    /// <summary>A <see cref="TaskModuleTaskInfo"/>, or the sentence.</summary>
    public RawJson? Value { get; set; }
}

/// <summary>What a dialog shows.</summary>
public sealed record TaskModuleTaskInfo
{
    public string? Title { get; set; }

    /// <summary><c>small</c>, <c>medium</c> or <c>large</c>.</summary>
    public string Height { get; set; } = "large";

    /// <summary><c>small</c>, <c>medium</c> or <c>large</c>.</summary>
    public string Width { get; set; } = "medium";

    public Attachment? Card { get; set; }
}
