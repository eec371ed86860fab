using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Says of a failing step which document and field it failed on. Values are not shown: they may be secrets.</summary>
internal static class StepFailure
{
    public static T Guard<T>(string table, BsonValue key, string? field, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (ValueMisfitException exception)
        {
            throw new MigrationException(new Problem(ErrorCode.ValueMisfit, $"A value of table {table} does not fit the declared type.",
                "Correct the document with the program version that wrote it, or declare the type that the data has.", [.. Place(key, field), ("found", exception.Message)]));
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException))
        {
            throw new MigrationException(
                new Problem(ErrorCode.StepThrew, $"A function of a step threw on a document of table {table}.",
                    "Correct the function so that it takes every value that old data has.", [.. Place(key, field), ("threw", $"{exception.GetType().Name}: {exception.Message}")]),
                exception);
        }
    }

    public static (string Label, string Value)[] Place(BsonValue key, string? field) =>
        field is null ? [("document", KeyText(key))] : [("document", KeyText(key)), ("field", field)];

    public static string KeyText(BsonValue key) => key.IsString ? $"_id \"{key.AsString}\"" : $"_id {key}";
}
