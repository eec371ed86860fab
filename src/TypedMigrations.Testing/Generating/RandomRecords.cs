using CsCheck;
using TypedMigrations.Schemas;
using Sample = System.Collections.Generic.IReadOnlyDictionary<TypedMigrations.Schemas.TableSchema, System.Collections.Generic.IReadOnlyList<object>>;

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
    public static Gen<Sample> Of(Schema schema, GeneratedValues values) =>
        new RandomDatabase([.. schema.Tables.Select(table => new RandomTable(table, schema, values))], values);

    /// <summary>Makes a failing sample small where every try is dear, such as a migration.</summary>
    /// <param name="schema">The version.</param>
    /// <param name="values">What is said of single fields: such a field keeps its value.</param>
    /// <param name="failing">A sample that fails.</param>
    /// <param name="fails">Whether another one fails, in the same way.</param>
    /// <param name="tries">How often to ask at most.</param>
    public static Sample Smallest(Schema schema, GeneratedValues values, Sample failing, Func<Sample, bool> fails, int tries = 300) =>
        new SmallestRecords(schema, values).Of(failing, fails, tries);
}
