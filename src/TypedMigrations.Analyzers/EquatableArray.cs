using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedMigrations.Analyzers;

/// <summary>An array that equals another one with equal items, so that a pipeline step can see that nothing changed.</summary>
internal sealed class EquatableArray<T>(IEnumerable<T> items) : IEquatable<EquatableArray<T>>
    where T : IEquatable<T>
{
    private readonly T[] _items = items.ToArray();

    public IEnumerable<T> Items => _items;

    public bool Equals(EquatableArray<T>? other) => other is not null && _items.SequenceEqual(other._items);

    public override bool Equals(object? other) => Equals(other as EquatableArray<T>);

    public override int GetHashCode() => _items.Aggregate(17, (hash, item) => unchecked((hash * 31) + item.GetHashCode()));
}
