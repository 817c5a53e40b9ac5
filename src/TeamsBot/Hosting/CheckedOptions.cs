using Microsoft.Extensions.Options;

namespace TeamsBot.Hosting;

/// <summary>Options that say themselves why they cannot be used.</summary>
internal static class CheckedOptions
{
    /// <summary>Asks the options at the start, and stops it with the sentence that they give.</summary>
    /// <param name="problem">Null where there is none.</param>
    public static void Checked<T>(this OptionsBuilder<T> options, Func<T, string?> problem)
        where T : class
    {
        options.Services.AddSingleton<IValidateOptions<T>>(new Check<T>(problem));
        options.ValidateOnStart();
    }

    private sealed class Check<T>(Func<T, string?> problem) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            problem(options) is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;
    }
}
