namespace TeamsBot.Features.Import;

/// <summary>An import that cannot go on, with the sentence that says why to the one who started it.</summary>
internal sealed class ImportException(string message, Exception? inner = null) : Exception(message, inner);
