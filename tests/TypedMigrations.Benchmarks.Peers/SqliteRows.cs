using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Shop;

/// <summary>What every application on SQLite reads.</summary>
internal static class SqliteRows
{
    /// <summary>Reads the row of the newest migration, and counts all where the start asks for it.</summary>
    public static void CheckRows(this Start start, SqliteConnection connection, int? applied = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Code FROM entries WHERE Id = $id";
        command.Parameters.AddWithValue("$id", start.Known - 1);
        start.Check(applied, (string?)command.ExecuteScalar(), () => Count(connection));
    }

    private static int Count(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM entries";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
