using System.Runtime.CompilerServices;
using TypedMigrations.Planning;

namespace TypedMigrations;

public sealed partial class Steps
{
    /// <summary>Drops a field, with all below it, from every document. Loses data.</summary>
    /// <param name="old">A field of the migration before.</param>
    public void Drop<TOld, TValue>(IField<TOld, TValue> old) => Add(new DropField(old.Declaration));

    /// <summary>Renames a field. Its value stays.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="renamed">The field of this migration that it becomes, in the same document or nested record. The name may change by case only.</param>
    /// <remarks>
    /// Nested records and enumerations are types of their own in every migration, so that the compiler cannot compare the
    /// two fields: the plan does, and TM2103 asks for a conversion where one is needed.
    /// </remarks>
    public void Rename<TOld, TNew>(Field<TOld> old, Field<TNew> renamed) => Add(new RenameField(old, renamed));

    /// <summary>Moves a field to another place in the same document: into a nested record, out of one, or both. Its value stays.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="moved">The field of this migration that it becomes. Where it lies in an array, both lie in the same array's elements.</param>
    public void Move<TOld, TNew>(Field<TOld> old, Field<TNew> moved) => Add(new MoveField(old, moved));

    /// <summary>Copies a field to another place in the same document. The field itself stays.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="copy">The field of this migration that gets the value.</param>
    public void Copy<TOld, TNew>(Field<TOld> old, Field<TNew> copy) => Add(new CopyField(old, copy));

    /// <summary>Nests fields: each moves into the nested record, to the field of the same name.</summary>
    /// <param name="old">Fields of the migration before.</param>
    /// <param name="into">The field of this migration that holds the nested record.</param>
    public void Nest<TOld, TNew>(Field<TOld>[] old, Field<TNew> into)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(into);
        foreach (var field in old)
        {
            var nested = into.Table.Fields.FirstOrDefault(candidate => candidate.Parent == into && candidate.Name == field.Name);
            Add(new MoveField(field, nested ?? into));
        }
    }

    /// <summary>Moves all that a nested record holds, undeclared fields too, up into the document that holds the record.</summary>
    /// <param name="old">The field of the migration before that holds the record. A name that the document has already fails the run.</param>
    public void Hoist<TOld>(Field<TOld> old) => Add(new HoistRecord(old));

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
    /// <returns>The choice for documents that do not read as their record: unless one is made, they fail the run.</returns>
    public Misfits<TValue> Fill<TOld, TNew, TValue>(
        IField<TNew, TValue> field, Table<TOld> from, Func<TOld, StateBefore, TValue> value, [CallerArgumentExpression(nameof(value))] string source = "")
        where TOld : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return AddWithMisfits<TValue>(new FillField(field.Declaration, from, (record, before) => value((TOld)record!, before), source));
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
}
