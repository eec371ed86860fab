using LiteDB;

namespace TypedMigrations.Cli.Locating;

/// <summary>Chooses the database: the one that was named, or else the only connection string of the application.</summary>
/// <param name="application">The application's own settings.</param>
/// <param name="password">The password, where it is not in the connection string; or null.</param>
internal sealed class DatabaseSetting(ApplicationSettings application, string? password)
{
    private const string ByName = "name=";

    /// <param name="named">What somebody named: a file, a connection string, or <c>name=NAME</c>; null where nobody did.</param>
    /// <returns>Null where the application has no connection string either.</returns>
    /// <exception cref="CliException">TM6003: it is not known which is meant. TM6004: the connection string cannot be read.</exception>
    public DatabaseChoice? Choose(Found? named)
    {
        if (named is null)
            return application.ConnectionStrings is { Count: > 0 } ? OfApplication(OnlyName()) : null;
        if (named.Value.StartsWith(ByName, StringComparison.OrdinalIgnoreCase))
            return OfApplication(named.Value[ByName.Length..].Trim());
        return named.Value.Contains('=', StringComparison.Ordinal) && !File.Exists(named.Path)
            ? Of(named.Value, named.Source, named.Folder)
            : Complete(new ConnectionString { Filename = named.Path }, named.Source, named.Folder);
    }

    private string OnlyName() => application.ConnectionStrings.Count == 1 ? application.ConnectionStrings.Keys.First() : throw CliException.Usage(
        CliErrorCode.NoDatabaseNamed, "The application has several connection strings.", $"Name the one of the database: --database {ByName}{application.ConnectionStrings.Keys.First()}",
        ("there are", string.Join("\n", application.ConnectionStrings.Keys)));

    private DatabaseChoice OfApplication(string name) => application.ConnectionStrings.TryGetValue(name, out var text)
        ? Of(text, $"ConnectionStrings:{name} of the application", application.Folder ?? Directory.GetCurrentDirectory())
        : throw CliException.Usage(CliErrorCode.NoDatabaseNamed, $"The application has no connection string '{name}'.", "Name one that it has, or a file.",
            ("there are", application.ConnectionStrings.Count == 0 ? "none" : string.Join("\n", application.ConnectionStrings.Keys)));

    private DatabaseChoice Of(string text, string source, string folder)
    {
        try
        {
            var connection = new ConnectionString(text);
            // The name of a file is shown. Where the semicolon before the password was forgotten, it holds the password.
            return connection.Filename.Contains('=', StringComparison.Ordinal) && connection.Filename.Contains("password", StringComparison.OrdinalIgnoreCase)
                ? throw new FormatException()
                : Complete(connection, source, folder);
        }
        catch (Exception exception) when (exception is not CliException)
        {
            // Whatever LiteDB's parser throws, IndexOutOfRangeException for Filename= among it. The text may hold a password.
            throw CliException.Usage(CliErrorCode.SettingsUnreadable, $"The connection string of {source} cannot be read.", "Write it as LiteDB does: Filename=app.db;Password=…");
        }
    }

    private DatabaseChoice Complete(ConnectionString connection, string source, string folder)
    {
        if (connection.Filename is { Length: > 0 } file && !file.StartsWith(':'))
            connection.Filename = Path.GetFullPath(file, folder);
        connection.Password ??= password;
        return new DatabaseChoice(connection, source);
    }
}

/// <summary>The database that was chosen.</summary>
/// <param name="Connection">Its connection string, with the full path of its file.</param>
/// <param name="Source">Who said so, in words.</param>
internal sealed record DatabaseChoice(ConnectionString Connection, string Source)
{
    /// <summary>The connection string as it may be shown.</summary>
    public string Hidden => $"Filename={Connection.Filename}"
        + (Connection.Connection == ConnectionType.Shared ? ";Connection=shared" : "")
        + (Connection.Collation is { } collation ? $";Collation={collation}" : "")
        + (Connection.Password is null ? "" : ";Password=***");
}
