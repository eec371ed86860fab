namespace TypedMigrations.LiteDb.Documents;

/// <summary>A value is not of the declared type, or its stored form would cut it. The message has no value in it: it may be a secret.</summary>
/// <param name="message">What was found, and instead of what.</param>
/// <param name="namesField">Whether the message says already in which field.</param>
internal sealed class ValueMisfitException(string message, bool namesField = false) : Exception(message)
{
    public bool NamesField => namesField;

    /// <summary>The same misfit, with the field that has it in front.</summary>
    public ValueMisfitException In(string fieldPath) => new($"field {fieldPath}: {Message}", namesField: true);
}
