using CsCheck;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Generating;

/// <summary>Makes random documents in the shape of a version's constants, for all tables together.</summary>
/// <remarks>
/// They hold what the constants promise: keys and unique values differ, under a collation that ignores case too; required fields are there; required
/// references lead to a document. docs/testing.md says what else is generated.
/// </remarks>
internal static class RandomRecords
{
    /// <summary>Records of each table, in the tables' own record types. One seed gives the same ones everywhere.</summary>
    /// <param name="schema">The version.</param>
    /// <param name="values">What is said of single fields.</param>
    /// <exception cref="NotSupportedException">No values are known for the type of a field; the message names it.</exception>
    public static Gen<IReadOnlyDictionary<TableSchema, IReadOnlyList<object>>> Of(Schema schema, GeneratedValues values) =>
        new RandomDatabase([.. schema.Tables.Select(table => new RandomTable(table, schema, values))], values);
}
