namespace TypedMigrations.Benchmarks.Generating;

/// <summary>The sources of a program with so many small migrations: the first one makes a table with its fields and one index, and each one inserts a row.</summary>
internal abstract class ProgramSources
{
    /// <summary>The project that the program is made from, such as <c>EfCore</c>.</summary>
    public abstract string Project { get; }

    /// <summary>What the program's folder begins with.</summary>
    public virtual string Folder => Project;

    /// <summary>The files of the program by name, besides those of the project.</summary>
    public abstract IEnumerable<(string Name, string Text)> Files(int migrations);

    public static string CodeOf(int row) => $"code-{row:D5}";

    public static string TitleOf(int row) => $"The entry of migration {row}";

    public static long AmountOf(int row) => row * 100L;

    /// <summary>A minute later for each migration, in UTC.</summary>
    public static string StampOf(int row) => $"{new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(row):yyyyMMddHHmmss}";
}
