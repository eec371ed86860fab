using System.Runtime.CompilerServices;
using TypedMigrations.Planning;

namespace TypedMigrations;

public sealed partial class Steps
{
    /// <summary>Converts the values of a field, under the same or another name.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="converted">The field of this migration that it becomes, anywhere in the same document.</param>
    /// <param name="convert">Makes the new value. It is not called for missing values and null.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Misfits<TTo> Convert<TOld, TNew, TFrom, TTo>(
        IField<TOld, TFrom?> old, IField<TNew, TTo> converted, Func<TFrom, TTo> convert, [CallerArgumentExpression(nameof(convert))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(convert);
        return AddWithMisfits<TTo>(new ConvertFields("convert", [old.Declaration], [converted.Declaration], values => [convert((TFrom)values[0]!)], source));
    }

    /// <summary>Maps the values of a field by a table. A value that the table does not name does not fit.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="mapped">The field of this migration that it becomes.</param>
    /// <param name="map">The new value for each old one. Missing stays missing, null stays null.</param>
    public Misfits<TTo> Map<TOld, TNew, TFrom, TTo>(IField<TOld, TFrom?> old, IField<TNew, TTo?> mapped, IReadOnlyDictionary<TFrom, TTo> map) where TFrom : notnull =>
        AddMap<TFrom, TTo, TTo>(old.Declaration, mapped.Declaration, map);

    /// <summary>Maps the values of a field by a table. A value that the table does not name does not fit.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="mapped">The field of this migration that it becomes.</param>
    /// <param name="map">The new value for each old one. Missing stays missing, null stays null.</param>
    public Misfits<TTo> Map<TOld, TNew, TFrom, TTo>(IField<TOld, TFrom?> old, IField<TNew, TTo?> mapped, IReadOnlyDictionary<TFrom, TTo> map) where TFrom : struct =>
        AddMap<TFrom, TTo, TTo>(old.Declaration, mapped.Declaration, map);

    /// <summary>Maps the values of a field by a table. A value that the table does not name does not fit.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="mapped">The field of this migration that it becomes.</param>
    /// <param name="map">The new value for each old one. Missing stays missing, null stays null.</param>
    public Misfits<TTo?> Map<TOld, TNew, TFrom, TTo>(IField<TOld, TFrom?> old, IField<TNew, TTo?> mapped, IReadOnlyDictionary<TFrom, TTo> map)
        where TFrom : notnull where TTo : struct =>
        AddMap<TFrom, TTo, TTo?>(old.Declaration, mapped.Declaration, map);

    /// <summary>Maps the values of a field by a table. A value that the table does not name does not fit.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="mapped">The field of this migration that it becomes.</param>
    /// <param name="map">The new value for each old one. Missing stays missing, null stays null.</param>
    public Misfits<TTo?> Map<TOld, TNew, TFrom, TTo>(IField<TOld, TFrom?> old, IField<TNew, TTo?> mapped, IReadOnlyDictionary<TFrom, TTo> map)
        where TFrom : struct where TTo : struct =>
        AddMap<TFrom, TTo, TTo?>(old.Declaration, mapped.Declaration, map);

    /// <summary>Combines two fields into one.</summary>
    /// <param name="first">A field of the migration before.</param>
    /// <param name="second">Another one, in the same document or the same array's elements.</param>
    /// <param name="combined">The field of this migration that they become.</param>
    /// <param name="combine">Makes the value; a missing one comes as null or the type's default. It is not called where all are missing or null.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Misfits<TTo> Combine<TOld, TNew, T1, T2, TTo>(
        IField<TOld, T1> first, IField<TOld, T2> second, IField<TNew, TTo> combined, Func<T1?, T2?, TTo> combine, [CallerArgumentExpression(nameof(combine))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(combine);
        return AddWithMisfits<TTo>(new ConvertFields("combine", [first.Declaration, second.Declaration], [combined.Declaration], values => [combine(As<T1>(values[0]), As<T2>(values[1]))], source));
    }

    /// <summary>Combines three fields into one.</summary>
    /// <param name="first">A field of the migration before.</param>
    /// <param name="second">Another one, in the same document or the same array's elements.</param>
    /// <param name="third">Another one.</param>
    /// <param name="combined">The field of this migration that they become.</param>
    /// <param name="combine">Makes the value; a missing one comes as null or the type's default. It is not called where all are missing or null.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Misfits<TTo> Combine<TOld, TNew, T1, T2, T3, TTo>(
        IField<TOld, T1> first, IField<TOld, T2> second, IField<TOld, T3> third, IField<TNew, TTo> combined, Func<T1?, T2?, T3?, TTo> combine,
        [CallerArgumentExpression(nameof(combine))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(combine);
        return AddWithMisfits<TTo>(new ConvertFields(
            "combine", [first.Declaration, second.Declaration, third.Declaration], [combined.Declaration], values => [combine(As<T1>(values[0]), As<T2>(values[1]), As<T3>(values[2]))], source));
    }

    /// <summary>Combines four fields into one.</summary>
    /// <param name="first">A field of the migration before.</param>
    /// <param name="second">Another one, in the same document or the same array's elements.</param>
    /// <param name="third">Another one.</param>
    /// <param name="fourth">Another one.</param>
    /// <param name="combined">The field of this migration that they become.</param>
    /// <param name="combine">Makes the value; a missing one comes as null or the type's default. It is not called where all are missing or null.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Misfits<TTo> Combine<TOld, TNew, T1, T2, T3, T4, TTo>(
        IField<TOld, T1> first, IField<TOld, T2> second, IField<TOld, T3> third, IField<TOld, T4> fourth, IField<TNew, TTo> combined, Func<T1?, T2?, T3?, T4?, TTo> combine,
        [CallerArgumentExpression(nameof(combine))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(combine);
        return AddWithMisfits<TTo>(new ConvertFields(
            "combine", [first.Declaration, second.Declaration, third.Declaration, fourth.Declaration], [combined.Declaration],
            values => [combine(As<T1>(values[0]), As<T2>(values[1]), As<T3>(values[2]), As<T4>(values[3]))], source));
    }

    /// <summary>Splits a field into two.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="first">A field of this migration that gets the first value.</param>
    /// <param name="second">A field of this migration that gets the second value.</param>
    /// <param name="split">Makes the values; one that is null is left out. It is not called for missing values and null.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Misfits<(T1, T2)> Split<TOld, TNew, TFrom, T1, T2>(
        IField<TOld, TFrom?> old, IField<TNew, T1> first, IField<TNew, T2> second, Func<TFrom, (T1, T2)> split, [CallerArgumentExpression(nameof(split))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(split);
        return AddWithMisfits<(T1, T2)>(new ConvertFields("split", [old.Declaration], [first.Declaration, second.Declaration], values => Parts(split((TFrom)values[0]!)), source));
    }

    /// <summary>Splits a field into three.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="first">A field of this migration that gets the first value.</param>
    /// <param name="second">A field of this migration that gets the second value.</param>
    /// <param name="third">A field of this migration that gets the third value.</param>
    /// <param name="split">Makes the values; one that is null is left out. It is not called for missing values and null.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Misfits<(T1, T2, T3)> Split<TOld, TNew, TFrom, T1, T2, T3>(
        IField<TOld, TFrom?> old, IField<TNew, T1> first, IField<TNew, T2> second, IField<TNew, T3> third, Func<TFrom, (T1, T2, T3)> split,
        [CallerArgumentExpression(nameof(split))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(split);
        return AddWithMisfits<(T1, T2, T3)>(new ConvertFields(
            "split", [old.Declaration], [first.Declaration, second.Declaration, third.Declaration], values => Parts(split((TFrom)values[0]!)), source));
    }

    /// <summary>Splits a field into four.</summary>
    /// <param name="old">A field of the migration before.</param>
    /// <param name="first">A field of this migration that gets the first value.</param>
    /// <param name="second">A field of this migration that gets the second value.</param>
    /// <param name="third">A field of this migration that gets the third value.</param>
    /// <param name="fourth">A field of this migration that gets the fourth value.</param>
    /// <param name="split">Makes the values; one that is null is left out. It is not called for missing values and null.</param>
    /// <param name="source">The function as written; filled in by the compiler.</param>
    public Misfits<(T1, T2, T3, T4)> Split<TOld, TNew, TFrom, T1, T2, T3, T4>(
        IField<TOld, TFrom?> old, IField<TNew, T1> first, IField<TNew, T2> second, IField<TNew, T3> third, IField<TNew, T4> fourth, Func<TFrom, (T1, T2, T3, T4)> split,
        [CallerArgumentExpression(nameof(split))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(split);
        return AddWithMisfits<(T1, T2, T3, T4)>(new ConvertFields(
            "split", [old.Declaration], [first.Declaration, second.Declaration, third.Declaration, fourth.Declaration], values => Parts(split((TFrom)values[0]!)), source));
    }

    /// <summary>Parses JSON that a text field holds. Text that is no JSON of the new field's type does not fit.</summary>
    /// <param name="old">A text field of the migration before.</param>
    /// <param name="parsed">The field of this migration: a record, list, map or plain value. What a record does not declare stays.</param>
    public Misfits<TTo> ParseJson<TOld, TNew, TTo>(IField<TOld, string?> old, IField<TNew, TTo> parsed) =>
        AddWithMisfits<TTo>(new ParseJsonField(old.Declaration, parsed.Declaration));

    /// <summary>Writes a field as JSON into a text field, undeclared content too: the way back of <c>ParseJson</c>.</summary>
    /// <param name="old">A field of the migration before: a record, list, map or plain value.</param>
    /// <param name="written">The text field of this migration that it becomes. Missing stays missing, null stays null.</param>
    /// <remarks>Times (ISO 8601, UTC), GUIDs, bytes (base 64) and a store's own keys become text. A number that is not finite does not fit.</remarks>
    public Misfits<string?> WriteJson<TOld, TNew>(Field<TOld> old, IField<TNew, string?> written) =>
        AddWithMisfits<string?>(new WriteJsonField(old, written.Declaration));

    private Misfits<TValue> AddMap<TFrom, TTo, TValue>(Field old, Field mapped, IReadOnlyDictionary<TFrom, TTo> map) where TFrom : notnull
    {
        ArgumentNullException.ThrowIfNull(map);
        var words = string.Join(", ", map.Select(pair => $"{Word(pair.Key)} = {Word(pair.Value)}"));
        return AddWithMisfits<TValue>(new ConvertFields("map", [old], [mapped], values => [Mapped(map, (TFrom)values[0]!)], words));
    }

    private static string Word<T>(T value) => value is string text ? $"\"{text}\"" : $"{value}";

    private static TTo Mapped<TFrom, TTo>(IReadOnlyDictionary<TFrom, TTo> map, TFrom value) where TFrom : notnull =>
        map.TryGetValue(value, out var mapped) ? mapped : throw new KeyNotFoundException("The table of values does not name this one.");

    private static T? As<T>(object? value) => value is null ? default : (T)value;

    private static object?[] Parts(ITuple tuple) => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])];
}
