namespace TypedMigrations.Cli;

/// <summary>The codes of what goes wrong on the command line itself. Each has a section in <c>docs/cli-errors.md</c>.</summary>
internal static class CliErrorCode
{
    /// <summary>What was typed cannot be parsed.</summary>
    public const string WrongArguments = "TM6001";
    /// <summary>It is not known where the migrations are.</summary>
    public const string NoMigrationsNamed = "TM6002";
    /// <summary>It is not known where the database is.</summary>
    public const string NoDatabaseNamed = "TM6003";
    /// <summary>A settings file cannot be read.</summary>
    public const string SettingsUnreadable = "TM6004";
    /// <summary>The project does not build.</summary>
    public const string BuildFailed = "TM6005";
    /// <summary>The assembly cannot be loaded, or has no module.</summary>
    public const string AssemblyNotLoadable = "TM6006";
    /// <summary>The answer to a question was no, or nobody could answer.</summary>
    public const string NotConfirmed = "TM6007";
    /// <summary>Which module is meant is not known.</summary>
    public const string ModuleNotNamed = "TM6008";
    /// <summary>The tool does something that only a later version can.</summary>
    public const string NotSupported = "TM6009";
    /// <summary>The audit trail was changed by hand.</summary>
    public const string AuditBroken = "TM6010";
    /// <summary>What is to be compared cannot be.</summary>
    public const string NotComparable = "TM6011";
    /// <summary>A file that is to be written is there already, or cannot be written.</summary>
    public const string FileNotWritten = "TM6012";
    /// <summary>It is not known which migration a database is at.</summary>
    public const string BaselineUnknown = "TM6013";
    /// <summary>A migration cannot be called so.</summary>
    public const string NameNotUsable = "TM6020";
    /// <summary>The name of a new migration is taken, or hides another.</summary>
    public const string NameTaken = "TM6021";
    /// <summary>A table cannot be called so.</summary>
    public const string TableNotUsable = "TM6022";
    /// <summary>The migration that was named is not in the sources, or several are meant.</summary>
    public const string MigrationNotFound = "TM6023";
    /// <summary>A frozen migration would have to change.</summary>
    public const string MigrationIsFrozen = "TM6024";
    /// <summary>It is not known which migration another one was copied from.</summary>
    public const string BaseNotKnown = "TM6025";
    /// <summary>Sources cannot be read or written.</summary>
    public const string SourcesNotUsable = "TM6026";
    /// <summary>There is nothing to squash.</summary>
    public const string NothingToSquash = "TM6027";
    /// <summary>The data of a squash cannot be written as JSON.</summary>
    public const string DataNotAsJson = "TM6028";
}
