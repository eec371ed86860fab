using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Keeping;

/// <summary>What the author says may change or be lost in one migration, each with its reason.</summary>
/// <param name="fields">Fields, each by its table's name and its path.</param>
/// <param name="tables">Tables.</param>
internal sealed class Exceptions(IReadOnlyList<(string Table, string Path)> fields, IReadOnlyList<string> tables)
{
    public bool MayLose(string table) => tables.Contains(table);

    /// <summary>Whether a field may change, or one that it lies below; named as before or as after.</summary>
    public bool MayChange(string table, string path) => fields.Any(field => field.Table == table && FieldPath.IsWithin(path, field.Path));

    /// <summary>The line by which an author says that a field may change.</summary>
    public static string LineOf(FieldSchema field, bool isOld) => $"options.MayChange({(isOld ? "Old." : "")}{field.Constant}, \"why\")";
}
