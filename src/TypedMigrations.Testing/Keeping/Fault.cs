using TypedMigrations.Testing.Comparing;

namespace TypedMigrations.Testing.Keeping;

/// <summary>Something that a migration did to the data and should not have done.</summary>
/// <param name="Table">The table, by its name before.</param>
/// <param name="Key">The key of the document; null where the table as a whole is meant.</param>
/// <param name="Words">The field and what happened to it, with the values before and after.</param>
/// <param name="NextStep">What to write.</param>
internal sealed record Fault(string Table, object? Key, string Words, string NextStep)
{
    public string Place => Key is null ? Table : $"{Table} {ValueText.Of(Key)}";

    /// <summary>All faults as one message: the first ten, and each next step once.</summary>
    public static string TextOf(string headline, IReadOnlyList<Fault> faults)
    {
        var steps = faults.Select(fault => fault.NextStep).Distinct().Take(3);
        return $"{headline}\n{FactsText.Of([.. faults.Select(fault => (fault.Place, fault.Words))])}\n{string.Join('\n', steps)}";
    }
}
