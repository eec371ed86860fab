namespace TypedMigrations.Storing;

/// <summary>A database that is read whole as it is at one moment: until this is disposed nobody changes it. It writes nothing.</summary>
/// <remarks>The order of calls: <see cref="Description"/>; <see cref="Documents"/> for the tables that are wanted, one after the other; <see cref="IDisposable.Dispose"/>.</remarks>
public interface IDataReading : IDisposable
{
    /// <summary>What there is besides the documents.</summary>
    DataDescription Description { get; }

    /// <summary>The documents of a table in key order, one at a time and in bounded memory. None where there is no such table.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="cancellation">Ends the reading.</param>
    IEnumerable<IDataDocument> Documents(string table, CancellationToken cancellation);

    /// <summary>Compares two keys as the database orders them; of another database too, if <see cref="DataDescription.KeyOrder"/> is the same.</summary>
    /// <returns>Less than 0, 0 or more than 0.</returns>
    int CompareKeys(IDataDocument left, IDataDocument right);
}
