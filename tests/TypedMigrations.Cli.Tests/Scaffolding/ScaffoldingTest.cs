using System.Text;

namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>Calls the verbs of authors on sources in a folder. Nothing is built.</summary>
public abstract class ScaffoldingTest : CliTest
{
    protected const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\" />\n";

    protected const string ShopConstants = """
        using TypedMigrations;

        namespace Shop.M20201006_First;

        public static class CustomerTable
        {
            public static readonly Table<Customer> Table = new("customers");
            public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
            public static readonly Field<Customer, string> Name = Table.Required("name", c => c.Name);
        }

        """;

    protected const string ShopModels = """
        namespace Shop.M20201006_First;

        /// <summary>Somebody who buys.</summary>
        public sealed record Customer(string Id, string Name);

        """;

    /// <summary>The module Shop with one migration.</summary>
    protected void WriteShop()
    {
        Write("Shop.csproj", Project);
        Write("ShopModule.cs", "using TypedMigrations;\n\nnamespace Shop;\n\npublic sealed class ShopModule : MigrationModule;\n");
        Write("M20201006_First/Constants.cs", ShopConstants);
        Write("M20201006_First/Models.cs", ShopModels);
        Write("M20201006_First/Migration.cs", "using TypedMigrations;\n\nnamespace Shop.M20201006_First;\n\npublic sealed class First : Migration;\n");
    }

    /// <summary>A migration of the module Shop: a copy of another with changes.</summary>
    protected void WriteCopy(string segment, string of, Func<string, string>? constants = null, Func<string, string>? models = null, string up = "")
    {
        Write($"{segment}/Constants.cs", (constants ?? Same)(Read($"{of}/Constants.cs").Replace(of, segment)));
        Write($"{segment}/Models.cs", (models ?? Same)(Read($"{of}/Models.cs").Replace(of, segment)));
        Write($"{segment}/Migration.cs", $"using TypedMigrations;\nusing Old = Shop.{of};\n\nnamespace Shop.{segment};\n\npublic sealed class {segment.Split('_')[1]} : Migration\n{{\n    public override void Up(Steps up)\n    {{\n        {up}\n    }}\n}}\n");
    }

    protected void Write(string path, string text, bool hasMark = false)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(hasMark));
    }

    protected string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    protected bool Exists(string path) => File.Exists(Path.Combine(Folder, path));

    /// <summary>The name of the folder of the migration of a name.</summary>
    protected string FolderOf(string name) => Path.GetFileName(Directory.EnumerateDirectories(Folder, "M*_" + name).Single());

    private static string Same(string text) => text;
}
