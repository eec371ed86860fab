using System.Reflection;

namespace TypedMigrations.Testing.Generating;

/// <summary>Whether the elements of a property's collections may be null, as its type says, <c>?</c> included.</summary>
internal sealed class Nullability
{
    private readonly NullabilityInfo? _info;

    private Nullability(NullabilityInfo? info) => _info = info;

    public static Nullability Of(PropertyInfo property) => new(new NullabilityInfoContext().Create(property));

    /// <summary>Whether null is a value of the type. Where nothing says so, it is not.</summary>
    public bool MayBeNull => _info?.ReadState == NullabilityState.Nullable;

    /// <summary>What is said of an array's or a list's elements.</summary>
    public Nullability OfElements() => new(_info?.ElementType ?? (_info?.GenericTypeArguments is [var element] ? element : null));

    /// <summary>What is said of a map's values.</summary>
    public Nullability OfValues() => new(_info?.GenericTypeArguments is [_, var value] ? value : null);
}
