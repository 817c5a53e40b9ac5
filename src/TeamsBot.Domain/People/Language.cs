namespace TeamsBot.Domain.People;

/// <summary>The languages that Baton speaks.</summary>
public enum Language
{
    English,
    Polish,
    Arabic,
    Chinese,
}
