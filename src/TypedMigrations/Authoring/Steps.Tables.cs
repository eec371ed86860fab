using System.Runtime.CompilerServices;
using TypedMigrations.Planning;

namespace TypedMigrations;

public sealed partial class Steps
{
    /// <summary>Drops a table with its documents. Loses data.</summary>
    /// <param name="old">A table of the migration before; this migration's constants no longer declare it.</param>
    public void Drop<TOld>(Table<TOld> old) where TOld : class => Add(new DropTable(old));

    /// <summary>Renames a table. Its documents stay; its fields and indexes are compared as those of one table.</summary>
    /// <param name="old">A table of the migration before.</param>
    /// <param name="renamed">The table of this migration that it becomes. The name may change by case only.</param>
    public void Rename<TOld, TNew>(Table<TOld> old, Table<TNew> renamed) where TOld : class where TNew : class => Add(new RenameTable(old, renamed));

    /// <summary>Puts a copy of each document into another table, undeclared fields too. The table itself stays.</summary>
    /// <param name="old">A table of the migration before.</param>
    /// <param name="copy">The table of this migration that gets the copies. A key that is taken there fails the run.</param>
    public void Copy<TOld, TNew>(Table<TOld> old, Table<TNew> copy) where TOld : class where TNew : class => Add(new CopyTable(old, copy));

    /// <summary>Moves all documents of a table into another one. The table itself is gone. Nothing is lost: a key that is taken fails the run.</summary>
    /// <param name="old">A table of the migration before; this migration's constants no longer declare it.</param>
    /// <param name="into">The table of this migration that gets the documents. Several tables may be merged into one.</param>
    public void Merge<TOld, TNew>(Table<TOld> old, Table<TNew> into) where TOld : class where TNew : class => Add(new MergeTable(old, into, Key: null, ""));

    /// <summary>Moves all documents of a table into another one, under new keys. Declared references to them follow.</summary>
    /// <param name="old">A table of the migration before; this migration's constants no longer declare it.</param>
    /// <param name="into">The key of the table of this migration that gets the documents.</param>
    /// <param name="key">Makes the new key from the old record. Two documents with one key fail the run, which lists them.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Dangling Merge<TOld, TNew, TKey>(
        Table<TOld> old, IField<TNew, TKey> into, Func<TOld, TKey> key, [CallerArgumentExpression(nameof(key))] string source = "") where TOld : class
    {
        ArgumentNullException.ThrowIfNull(key);
        var step = new MergeTable(old, into.Declaration.Table, record => key((TOld)record), source);
        Add(step);
        return new Dangling(() => _list[_list.IndexOf(step)] = step with { KeepsDangling = true });
    }

    /// <summary>Moves the documents for which a rule holds into another table. The others stay.</summary>
    /// <param name="old">A table of the migration before.</param>
    /// <param name="into">The table of this migration that gets them.</param>
    /// <param name="where">The rule. Of several partitions of one table the first that holds decides. If the table itself is gone, one must hold for every document.</param>
    /// <param name="source">The rule as written; filled in by the compiler.</param>
    public void Partition<TOld, TNew>(
        Table<TOld> old, Table<TNew> into, Func<TOld, bool> where, [CallerArgumentExpression(nameof(where))] string source = "")
        where TOld : class where TNew : class
    {
        ArgumentNullException.ThrowIfNull(where);
        Add(new PartitionTable(old, into, (record, _) => where((TOld)record), source));
    }

    /// <summary>Moves the documents for which a rule holds, with a look at other tables, into another table. The others stay.</summary>
    /// <param name="old">A table of the migration before.</param>
    /// <param name="into">The table of this migration that gets them.</param>
    /// <param name="where">The rule; the second argument looks up other documents.</param>
    /// <param name="source">The rule as written; filled in by the compiler.</param>
    public void Partition<TOld, TNew>(
        Table<TOld> old, Table<TNew> into, Func<TOld, StateBefore, bool> where, [CallerArgumentExpression(nameof(where))] string source = "")
        where TOld : class where TNew : class
    {
        ArgumentNullException.ThrowIfNull(where);
        Add(new PartitionTable(old, into, (record, before) => where((TOld)record, before), source));
    }

    /// <summary>Splits each document in two: the fields that the other table declares go there, under the same key. What neither declares stays.</summary>
    /// <param name="old">A table of the migration before.</param>
    /// <param name="into">The table of this migration that gets the second half.</param>
    public void Split<TOld, TNew>(Table<TOld> old, Table<TNew> into) where TOld : class where TNew : class => Add(new SplitTable(old, into));

    /// <summary>Converts each document as a whole, under its old key. What neither record declares stays, at any depth.</summary>
    /// <param name="old">A table of the migration before.</param>
    /// <param name="converted">The table of this migration that it becomes.</param>
    /// <param name="convert">Makes the new record. It must account for every field: what it leaves out is lost. The second argument looks up other documents.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void Convert<TOld, TNew>(
        Table<TOld> old, Table<TNew> converted, Func<TOld, StateBefore, TNew> convert, [CallerArgumentExpression(nameof(convert))] string source = "")
        where TOld : class where TNew : class
    {
        ArgumentNullException.ThrowIfNull(convert);
        Add(new ConvertTable(old, converted, (record, before) => convert((TOld)record, before), source));
    }

    /// <summary>Gives each document of a table another key. Declared references to it follow: in other tables, nested and in arrays.</summary>
    /// <param name="old">The key of the migration before.</param>
    /// <param name="rekeyed">The key of this migration. Its type may be another.</param>
    /// <param name="key">Makes the new key from the old record. Two documents with one key, by the database's collation, fail the run, which lists them.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Dangling Rekey<TOld, TNew, TFrom, TTo>(
        IField<TOld, TFrom> old, IField<TNew, TTo> rekeyed, Func<TOld, TTo> key, [CallerArgumentExpression(nameof(key))] string source = "")
        where TOld : class
    {
        ArgumentNullException.ThrowIfNull(key);
        return Rekey(old, rekeyed, (record, _) => key(record), source);
    }

    /// <summary>Gives each document of a table another key, with a look at other tables. Declared references to it follow.</summary>
    /// <param name="old">The key of the migration before.</param>
    /// <param name="rekeyed">The key of this migration. Its type may be another.</param>
    /// <param name="key">Makes the new key from the old record; the second argument looks up other documents.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Dangling Rekey<TOld, TNew, TFrom, TTo>(
        IField<TOld, TFrom> old, IField<TNew, TTo> rekeyed, Func<TOld, StateBefore, TTo> key, [CallerArgumentExpression(nameof(key))] string source = "")
        where TOld : class
    {
        ArgumentNullException.ThrowIfNull(key);
        var step = new RekeyTable(old.Declaration, rekeyed.Declaration, (record, before) => key((TOld)record, before), source);
        Add(step);
        return new Dangling(() => _list[_list.IndexOf(step)] = step with { KeepsDangling = true });
    }

    /// <summary>Removes all but one of the documents that share a value. Loses data.</summary>
    /// <param name="field">A field of the migration before. Values are equal by the database's collation; documents without it are no duplicates.</param>
    /// <param name="keep">Says which of two records stays, the first in key order or the second.</param>
    /// <param name="source">The rule as written; filled in by the compiler.</param>
    public void RemoveDuplicates<TOld>(Field<TOld> field, Func<TOld, TOld, TOld> keep, [CallerArgumentExpression(nameof(keep))] string source = "") where TOld : class =>
        RemoveDuplicates([field], keep, source);

    /// <summary>Removes all but one of the documents that share the values of several fields. Loses data.</summary>
    /// <param name="fields">Fields of the migration before, of one table.</param>
    /// <param name="keep">Says which of two records stays, the first in key order or the second.</param>
    /// <param name="source">The rule as written; filled in by the compiler.</param>
    public void RemoveDuplicates<TOld>(Field<TOld>[] fields, Func<TOld, TOld, TOld> keep, [CallerArgumentExpression(nameof(keep))] string source = "") where TOld : class
    {
        ArgumentNullException.ThrowIfNull(keep);
        Add(new RemoveDuplicates(fields, (first, second) => keep((TOld)first, (TOld)second), source));
    }

    /// <summary>Renames a type discriminator, the field <c>_type</c>, in the documents of a table and everything nested in them.</summary>
    /// <param name="old">A table of the migration before.</param>
    /// <param name="from">The discriminator as stored, such as <c>Shop.Circle, Shop</c>.</param>
    /// <param name="to">The new one.</param>
    public void RenameType<TOld>(Table<TOld> old, string from, string to) where TOld : class => Add(new RenameType(old, from, to));

    /// <summary>Inserts at most one derived document for each document of a table.</summary>
    /// <param name="from">The table of the migration before whose documents are read.</param>
    /// <param name="into">The table of this migration that receives the derived ones. A key that is taken fails the run.</param>
    /// <param name="derive">Makes the document, or null for none; the second argument looks up other documents.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void Insert<TOld, TNew>(
        Table<TOld> from, Table<TNew> into, Func<TOld, StateBefore, TNew?> derive, [CallerArgumentExpression(nameof(derive))] string source = "")
        where TOld : class where TNew : class
    {
        ArgumentNullException.ThrowIfNull(derive);
        Add(new InsertDerived(from, into, (record, before) => derive((TOld)record, before) is { } derived ? [derived] : [], source));
    }

    /// <summary>Inserts any number of derived documents for each document of a table.</summary>
    /// <param name="from">The table of the migration before whose documents are read.</param>
    /// <param name="into">The table of this migration that receives the derived ones. A key that is taken fails the run.</param>
    /// <param name="derive">Makes the documents; the second argument looks up other documents.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void InsertMany<TOld, TNew>(
        Table<TOld> from, Table<TNew> into, Func<TOld, StateBefore, IEnumerable<TNew>> derive, [CallerArgumentExpression(nameof(derive))] string source = "")
        where TOld : class where TNew : class
    {
        ArgumentNullException.ThrowIfNull(derive);
        Add(new InsertDerived(from, into, (record, before) => derive((TOld)record, before), source));
    }
}

/// <summary>Chooses what happens to references to documents that are not there.</summary>
/// <remarks>Unless this is called, such references fail the run, which says how many there are and shows the first keys.</remarks>
public sealed class Dangling
{
    private readonly Action _keep;

    internal Dangling(Action keep) => _keep = keep;

    /// <summary>Keeps such a reference as it is.</summary>
    public void KeepDangling() => _keep();
}
