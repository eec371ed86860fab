using System.Runtime.CompilerServices;
using TypedMigrations.Schemas;

namespace TypedMigrations;

/// <summary>Declares the fields of nested records and of array elements, from the field that holds them.</summary>
/// <example>
/// <code>
/// public static readonly Field&lt;Account, Address&gt; Home = Table.Required("home", a => a.Home);
/// public static readonly Field&lt;Account, string&gt; City = Home.Required("city", h => h.City);
/// public static readonly Field&lt;Account, Phone[]&gt; Phones = Table.Required("phones", a => a.Phones);
/// public static readonly Field&lt;Account, string&gt; Number = Phones.Each().Required("number", p => p.Number);
/// </code>
/// </example>
public static class NestedFields
{
    /// <summary>Declares a field that every nested record has.</summary>
    public static Field<TRecord, TValue> Required<TRecord, TParent, TValue>(
        this IField<TRecord, TParent?> parent, string name, Func<TParent, TValue> property, EnumStorage enums = EnumStorage.Name,
        [CallerArgumentExpression(nameof(property))] string source = "")
        where TParent : class =>
        new(parent.Declaration.Table, parent.Declaration, name, FieldRole.Required, BoundProperty.Of(typeof(TParent), typeof(TValue), property, source), enums);

    /// <summary>Declares a field that a nested record may lack, or hold as null.</summary>
    public static Field<TRecord, TValue> Optional<TRecord, TParent, TValue>(
        this IField<TRecord, TParent?> parent, string name, Func<TParent, TValue> property, EnumStorage enums = EnumStorage.Name,
        [CallerArgumentExpression(nameof(property))] string source = "")
        where TParent : class =>
        new(parent.Declaration.Table, parent.Declaration, name, FieldRole.Optional, BoundProperty.Of(typeof(TParent), typeof(TValue), property, source), enums);

    /// <summary>The elements of an array or list, from which the fields of their records are declared.</summary>
    public static IField<TRecord, TElement> Each<TRecord, TElement>(this IField<TRecord, IEnumerable<TElement>?> list)
        where TElement : class =>
        Elements<TRecord, TElement>(list.Declaration, FieldPath.Elements);

    /// <summary>The values of a map, from which the fields of their records are declared.</summary>
    public static IField<TRecord, TElement> EachValue<TRecord, TKey, TElement>(this IField<TRecord, IEnumerable<KeyValuePair<TKey, TElement>>?> map)
        where TElement : class? =>
        Elements<TRecord, TElement>(map.Declaration, FieldPath.Values);

    private static Field<TRecord, TElement> Elements<TRecord, TElement>(Field parent, string mark) =>
        new(parent.Table, parent, mark, FieldRole.Elements, property: null, EnumStorage.Name);
}
