using System.Runtime.CompilerServices;
using TypedMigrations.Planning;

namespace TypedMigrations;

/// <summary>The verbs of a migration. Each adds a step to a list that can be shown and checked before anything runs.</summary>
/// <remarks>
/// Every step reads the state before its migration, so that their order does not matter. What a record does not declare
/// passes through untouched. A value that is missing stays missing and null stays null, unless a fill says otherwise.
/// </remarks>
public sealed class Steps
{
    private readonly List<Step> _list = [];

    internal Steps()
    {
    }

    internal IReadOnlyList<Step> List => _list;

    /// <summary>Drops a table with its documents. Loses data.</summary>
    /// <param name="old">A table of the migration before; this migration's constants no longer declare it.</param>
    public void Drop<TOld>(Table<TOld> old) where TOld : class => Add(new DropTable(old));

    /// <summary>Renames a table. Its documents stay; its fields and indexes are compared as those of one table.</summary>
    /// <param name="old">A table of the migration before.</param>
    /// <param name="renamed">The table of this migration that it becomes.</param>
    public void Rename<TOld, TNew>(Table<TOld> old, Table<TNew> renamed) where TOld : class where TNew : class => Add(new RenameTable(old, renamed));

    /// <summary>Drops a field, with all below it, from every document. Loses data.</summary>
    /// <param name="old">A field of the migration before.</param>
    public void Drop<TOld, TValue>(IField<TOld, TValue> old) => Add(new DropField(old.Declaration));

    /// <summary>Renames a field. Its value stays.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="renamed">The field of this migration that it becomes, in the same document or nested record.</param>
    /// <remarks>
    /// Nested records and enumerations are types of their own in every migration, so that the compiler cannot compare the
    /// two fields: the plan does, and TM2103 asks for a conversion where one is needed.
    /// </remarks>
    public void Rename<TOld, TNew>(Field<TOld> old, Field<TNew> renamed) => Add(new RenameField(old, renamed));

    /// <summary>Converts the values of a field, under the same or another name.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="converted">The field of this migration that it becomes, in the same document or nested record.</param>
    /// <param name="convert">Makes the new value. It is not called for missing values and null. What it throws fails the run with the document's key.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void Convert<TOld, TNew, TFrom, TTo>(
        IField<TOld, TFrom> old, IField<TNew, TTo> converted, Func<TFrom, TTo> convert, [CallerArgumentExpression(nameof(convert))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(convert);
        Add(new ConvertField(old.Declaration, converted.Declaration, value => convert((TFrom)value), source));
    }

    /// <summary>Fills a field with one value in every document that lacks it or holds null. A value that is there stays.</summary>
    /// <param name="field">A field of this migration.</param>
    /// <param name="value">The value.</param>
    /// <param name="source">The value as written; filled in by the compiler.</param>
    public void Fill<TNew, TValue>(IField<TNew, TValue> field, TValue value, [CallerArgumentExpression(nameof(value))] string source = "") =>
        Add(new FillField(field.Declaration, From: null, (_, _) => value, source));

    /// <summary>Fills a field, in every document that lacks it or holds null, from the document as it was and from other tables as they were.</summary>
    /// <param name="field">A field of this migration.</param>
    /// <param name="from">The table of the migration before that holds the documents.</param>
    /// <param name="value">Makes the value from the old record; the second argument looks up other documents. Null leaves the field out.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void Fill<TOld, TNew, TValue>(
        IField<TNew, TValue> field, Table<TOld> from, Func<TOld, StateBefore, TValue> value, [CallerArgumentExpression(nameof(value))] string source = "")
        where TOld : class
    {
        ArgumentNullException.ThrowIfNull(value);
        Add(new FillField(field.Declaration, from, (record, before) => value((TOld)record!, before), source));
    }

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
        Add(new InsertDerived(from, into, (record, before) => derive((TOld)record, before), source));
    }

    /// <summary>Makes the values of a text field unique by renaming all but the first document of each value, in key order. Nothing is deleted.</summary>
    /// <param name="field">A field of this migration, before its unique index is made.</param>
    /// <param name="rename">Makes the new value from the old one and a number that counts from 2 until the result is free.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void MakeUnique<TNew>(IField<TNew, string?> field, Func<string, int, string> rename, [CallerArgumentExpression(nameof(rename))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(rename);
        Add(new MakeUnique(field.Declaration, rename, source));
    }

    private void Add(Step step) => _list.Add(step);
}
