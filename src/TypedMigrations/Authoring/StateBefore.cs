using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>The database as it was before the migration: what fills and derived documents look up.</summary>
/// <remarks>
/// The tables of the migration before can be read, and those of the migrations that this one declares to depend on. Of their records it
/// reads the fields that the migration's code names, and leaves the others at their defaults. A field without an index gets one on the side, once.
/// </remarks>
public sealed class StateBefore
{
    private readonly IStateBeforeReader _reader;

    /// <summary>Made by stores, for the functions of steps.</summary>
    public StateBefore(IStateBeforeReader reader) => _reader = reader;

    /// <summary>The first record whose field has the value, in key order; or null.</summary>
    /// <param name="field">A field of the migration before.</param>
    /// <param name="value">The value to look for. Null finds nothing.</param>
    public TRecord? Find<TRecord, TValue>(IField<TRecord, TValue> field, TValue value) where TRecord : class =>
        FindAll(field, value).FirstOrDefault();

    /// <summary>The records whose field has the value, in key order.</summary>
    /// <param name="field">A field of the migration before.</param>
    /// <param name="value">The value to look for. Null finds nothing.</param>
    public IEnumerable<TRecord> FindAll<TRecord, TValue>(IField<TRecord, TValue> field, TValue value) where TRecord : class =>
        value is null ? [] : _reader.Find(field.Declaration, value).Cast<TRecord>();
}
