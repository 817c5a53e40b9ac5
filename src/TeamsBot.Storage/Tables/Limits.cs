namespace TeamsBot.Storage.Tables;

/// <summary>
/// What Azure Table storage takes, checked before any engine is asked, so that the embedded store refuses what the
/// service would refuse. Source: learn.microsoft.com, "Understanding the Table service data model".
/// </summary>
public static class Limits
{
    /// <summary>UTF-16 characters of a partition or row key: 1 KiB.</summary>
    public const int KeyLength = 512;

    /// <summary>Actions of one transaction.</summary>
    public const int Actions = 100;

    /// <summary>Bytes of one transaction as it is sent: 4 MiB.</summary>
    public const int TransactionBytes = 4 * 1024 * 1024;

    // What the multipart envelope adds to each action, and what one character of a key takes there: percent-encoded in the
    // request line, plain in the body.
    private const int ActionOverhead = 600;
    private const int KeyCharacterBytes = 12;

    /// <summary>Why a table of this name cannot be, or null.</summary>
    public static TableException? CheckTable(string table) =>
        IsTableName(table) && !table.Equals("tables", StringComparison.OrdinalIgnoreCase)
            ? null
            : Invalid($"'{table}' is not a table name: 3 to 63 ASCII letters and digits, a letter first.");

    /// <summary>Why this address cannot be, or null.</summary>
    public static TableException? CheckKey(string partitionKey, string rowKey) =>
        CheckKeyPart("partition key", partitionKey) ?? CheckKeyPart("row key", rowKey);

    /// <summary>Why no table would take this transaction, or null when it may be tried.</summary>
    public static TableException? Check(TableTransaction transaction)
    {
        var actions = transaction.Actions;
        if (actions.Count is 0 or > Actions)
        {
            return Invalid($"A transaction has 1 to {Actions} actions, not {actions.Count}.");
        }

        return CheckTable(transaction.Table) ?? CheckRows(actions) ?? CheckActions(actions);
    }

    internal static TableException Invalid(string message, int? index = null) => new(TableError.Invalid, message, index);

    private static TableException? CheckKeyPart(string name, string key)
    {
        if (key.Length > KeyLength)
        {
            return Invalid($"The {name} is {key.Length} characters long; a table takes {KeyLength}.");
        }

        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] is '/' or '\\' or '#' or '?' or < ' ' or (>= '\u007f' and <= '\u009f') or >= '\ufffe')
            {
                return Invalid($"The {name} holds U+{(int)key[i]:X4}, which no table takes in a key.");
            }
        }

        return EntityLimits.IsUnicode(key) ? null : Invalid($"The {name} is not well-formed Unicode.");
    }

    private static TableException? CheckRows(IReadOnlyList<TableTransactionAction> actions)
    {
        var partition = actions[0].Entity.PartitionKey;
        var rows = actions.Count > 1 ? new HashSet<string>(actions.Count, StringComparer.Ordinal) : null;
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions[i].Entity.PartitionKey != partition)
            {
                return Invalid("All actions of a transaction are on one partition.", i);
            }

            if (rows?.Add(actions[i].Entity.RowKey) == false)
            {
                return Invalid("A transaction names each row once.", i);
            }
        }

        return null;
    }

    private static TableException? CheckActions(IReadOnlyList<TableTransactionAction> actions)
    {
        long bytes = 0;
        for (var i = 0; i < actions.Count; i++)
        {
            var action = actions[i];
            if ((CheckKey(action.Entity.PartitionKey, action.Entity.RowKey) ?? CheckAction(action, ref bytes)) is { } refused)
            {
                return new TableException(TableError.Invalid, refused.Message, i);
            }
        }

        return bytes <= TransactionBytes
            ? null
            : Invalid($"The transaction is larger than {TransactionBytes / 1024 / 1024} MiB; split it.");
    }

    private static TableException? CheckAction(TableTransactionAction action, ref long bytes)
    {
        bytes += ActionOverhead + (KeyCharacterBytes * (action.Entity.PartitionKey.Length + action.Entity.RowKey.Length));
        if (action.ActionType is not TableTransactionActionType.Add && action.ETag == default)
        {
            return Invalid("A change names the ETag that it was decided on, or ETag.All.");
        }

        return action.ActionType is TableTransactionActionType.Delete ? null : EntityLimits.Check(action.Entity, ref bytes);
    }

    private static bool IsTableName(string table) =>
        table.Length is >= 3 and <= 63 && char.IsAsciiLetter(table[0]) && table.All(char.IsAsciiLetterOrDigit);
}
