using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>Guesses from its name which table a field refers to without saying so: <c>account_id</c> and <c>accountIds</c> refer to <c>accounts</c>.</summary>
/// <remarks>A step that looks documents up by such a field would else hardly ever find one.</remarks>
internal static class LikelyReference
{
    private const int ShortestName = 2;

    private static readonly string[] Endings = ["_id", "_ids", "Id", "Ids"];

    /// <summary>The table whose keys the field may hold, or null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="type">Its type, or that of the elements in it.</param>
    /// <param name="schema">The tables.</param>
    public static Table? TryFind(FieldSchema field, FieldType type, Schema schema)
    {
        var ending = Endings.FirstOrDefault(ending => field.Name.EndsWith(ending, StringComparison.Ordinal));
        var name = ending is null || field.IsKey ? "" : field.Name[..^ending.Length];
        return name.Length < ShortestName
            ? null
            : schema.Tables.FirstOrDefault(table => table.Key.Type.ClrType == type.ClrType && table.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))?.Declaration;
    }
}
