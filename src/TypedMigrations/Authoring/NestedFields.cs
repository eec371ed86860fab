using TypedMigrations.Schemas;
using System.Linq.Expressions;

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
        this IField<TRecord, TParent?> parent, string name, Expression<Func<TParent, TValue>> property, EnumStorage enums = EnumStorage.Name)
        where TParent : class =>
        Declare<TRecord, TValue>(parent.Declaration, name, FieldRole.Required, property, enums);

    /// <summary>Declares a field that a nested record may lack, or hold as null.</summary>
    public static Field<TRecord, TValue> Optional<TRecord, TParent, TValue>(
        this IField<TRecord, TParent?> parent, string name, Expression<Func<TParent, TValue>> property, EnumStorage enums = EnumStorage.Name)
        where TParent : class =>
        Declare<TRecord, TValue>(parent.Declaration, name, FieldRole.Optional, property, enums);

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

    private static Field<TRecord, TValue> Declare<TRecord, TValue>(Field<TRecord> parent, string name, FieldRole role, LambdaExpression property, EnumStorage enums) =>
        parent.Table.Declare(new Field<TRecord, TValue>(parent.Table, parent, name, role, property, enums));
}
