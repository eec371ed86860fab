using Microsoft.Data.Sqlite;

namespace Shop;

/// <summary>Makes a database as large as a benchmark asks for, by rows of about 450 bytes that no migration knows of.</summary>
internal static class Filling
{
    public static int Fill(string path, long bytes)
    {
        using var connection = new SqliteConnection("Data Source=" + path);
        connection.Open();
        Execute(connection, "CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, email TEXT, amount INTEGER, at TEXT, text TEXT)");
        while (new FileInfo(path).Length < bytes)
        {
            Execute(connection, """
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 500)
                INSERT INTO documents (name, email, amount, at, text)
                SELECT 'document ' || n, 'person' || abs(random()) || '@example.org', abs(random()) % 1000000, '2026-01-01', hex(randomblob(150)) FROM numbers
                """);
        }

        return 0;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
