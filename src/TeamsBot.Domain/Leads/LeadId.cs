namespace TeamsBot.Domain.Leads;

/// <summary>A lead's id as its source gave it: any text that is not blank, compared ordinally.</summary>
public readonly record struct LeadId
{
    public LeadId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;
}
