using System.Runtime.CompilerServices;
using TypedMigrations.Planning;

namespace TypedMigrations;

public sealed partial class Steps
{
    /// <summary>Wraps a value: it becomes the only element of an array. Missing stays missing, null stays null.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="wrapped">The field of this migration that holds the array.</param>
    public void Wrap<TOld, TNew>(Field<TOld> old, Field<TNew> wrapped) => Add(new WrapField(old, wrapped));

    /// <summary>Unwraps an array: its only element becomes the value. An empty array becomes null; one of more elements does not fit.</summary>
    /// <param name="old">A field of the migration before that holds an array.</param>
    /// <param name="unwrapped">The field of this migration.</param>
    public Misfits<TTo> Unwrap<TOld, TNew, TTo>(Field<TOld> old, IField<TNew, TTo> unwrapped) => AddWithMisfits<TTo>(new UnwrapField(old, unwrapped.Declaration));

    /// <summary>Extracts the elements of an array into a table: a document each. The array is gone. Elements in are documents out.</summary>
    /// <param name="old">A field of the migration before that holds an array or a map, at any depth.</param>
    /// <param name="into">The table of this migration that receives the documents. A key that is taken fails the run.</param>
    /// <param name="extract">Makes the document from the record that has the array, the element and its place in the array, counted from 0. What an element does not declare goes along.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void Extract<TOld, TElement, TNew>(
        IField<TOld, IEnumerable<TElement>?> old, Table<TNew> into, Func<TOld, TElement, int, TNew> extract, [CallerArgumentExpression(nameof(extract))] string source = "")
        where TOld : class where TNew : class
    {
        ArgumentNullException.ThrowIfNull(extract);
        Add(new ExtractElements(old.Declaration, into, (record, element, place) => extract((TOld)record, (TElement)element, place), source));
    }

    /// <summary>Embeds the documents of a table as array elements into the documents that they refer to. The table is gone. Documents in are elements out.</summary>
    /// <param name="reference">The field of the migration before by which a document names the key of the one to go into.</param>
    /// <param name="into">The array of this migration. Elements go behind those that are there, in the order of their old keys.</param>
    /// <param name="embed">Makes the element. What the document does not declare goes along.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public void Embed<TOld, TNew, TKey, TElement>(
        IField<TOld, TKey> reference, IField<TNew, IEnumerable<TElement>?> into, Func<TOld, TElement> embed, [CallerArgumentExpression(nameof(embed))] string source = "")
        where TOld : class
    {
        ArgumentNullException.ThrowIfNull(embed);
        Add(new EmbedDocuments(reference.Declaration, into.Declaration, record => embed((TOld)record), source));
    }
}
