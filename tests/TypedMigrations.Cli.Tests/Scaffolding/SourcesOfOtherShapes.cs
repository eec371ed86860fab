namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>The verb new, in projects that spread their code in other ways.</summary>
public sealed class SourcesOfOtherShapes : ScaffoldingTest
{
    [Test]
    public async Task OneFileGetsTheNewClassInThePlaceOfTheOld()
    {
        Write("Shop.csproj", Project);
        Write("Migrations/M20201006_First/First.cs", """
            // Copyright of somebody.
            using TypedMigrations;
            using Old = Shop.M2020_Elsewhere;

            namespace Shop.M20201006_First;

            /// <summary>What this one does.</summary>
            internal sealed class First : Migration
            {
                public override void Up(Steps up) => up.Drop(Old.CustomerTable.Fax);
            }

            internal static class CustomerTable
            {
                public static readonly Table<Customer> Table = new("M20201006_First");
                public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
            }

            internal sealed record Customer(string Id);

            internal sealed class TestData : TestSeed
            {
                public override void Insert(Seeds seeds) { }
            }
            """);

        await Call("new", "Second");

        var folder = Path.GetFileName(Directory.EnumerateDirectories(Path.Combine(Folder, "Migrations"), "*_Second").Single());
        Assert.That(Read($"Migrations/{folder}/Second.cs"), Is.EqualTo($$"""
            // Copyright of somebody.
            using TypedMigrations;
            using Old = Shop.M20201006_First;

            namespace Shop.{{folder}};

            internal sealed class Second : Migration
            {
                public override void Up(Steps up)
                {
                    // What the constants say needs no step: new tables, new optional fields, indexes. The rest is said here,
                    // with up.Rename, up.Convert, up.Fill, up.Drop and others. The build names what is missing.
                }
            }

            internal static class CustomerTable
            {
                public static readonly Table<Customer> Table = new("M20201006_First");
                public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
            }

            internal sealed record Customer(string Id);

            """));
    }

    [Test]
    public async Task LineEndingsMarksTabsAndBlocksStay()
    {
        Write("Shop.csproj", Project);
        Write("M20201006_First/Constants.cs", "using TypedMigrations;\r\n\r\nnamespace Shop.M20201006_First\r\n{\r\n\tpublic static class CustomerTable\r\n\t{\r\n\t\tpublic static readonly Table<Customer> Table = new(\"customers\");\r\n\t}\r\n\r\n\tpublic sealed record Customer(string Id);\r\n}\r\n", hasMark: true);
        Write("M20201006_First/Migration.cs", "// Head\r\nusing TypedMigrations;\r\n\r\nnamespace Shop.M20201006_First\r\n{\r\n\tpublic sealed class First : Migration\r\n\t{\r\n\t}\r\n}\r\n", hasMark: true);

        await Call("new", "Second", "--table", "notes");

        var folder = FolderOf("Second");
        Assert.That(File.ReadAllBytes(Path.Combine(Folder, folder, "Migration.cs")).Take(3), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        Assert.That(Read($"{folder}/Migration.cs"), Does.StartWith($"// Head\r\nusing TypedMigrations;\r\nusing Old = Shop.M20201006_First;\r\n\r\nnamespace Shop.{folder}\r\n{{\r\n\tpublic sealed class Second : Migration\r\n\t{{\r\n\t\tpublic override void Up(Steps up)\r\n"));
        Assert.That(Read($"{folder}/Constants.cs"), Does.EndWith("\tpublic sealed record Customer(string Id);\r\n\r\n\tpublic static class NoteTable\r\n\t{\r\n\t\tpublic static readonly Table<Note> Table = new(\"notes\");\r\n\t\tpublic static readonly Field<Note, string> Id = Table.Key(n => n.Id);\r\n\t\tpublic static readonly Field<Note, string> Name = Table.Required(\"name\", n => n.Name);\r\n\t}\r\n\r\n\tpublic sealed record Note(string Id, string Name);\r\n}\r\n"));
    }

    [Test]
    public async Task WhatTheConstantsReferToInOtherModulesIsDeclaredAgain()
    {
        WriteShop();
        Write("M20201006_First/Migration.cs", "using TypedMigrations;\nusing Owner = Accounts.M20200101_Accounts;\n\nnamespace Shop.M20201006_First;\n\n[DependsOn<Owner.Accounts>]\npublic sealed class First : Migration;\n");

        await Call("new", "Second");

        Assert.That(Read($"{FolderOf("Second")}/Migration.cs"), Does.StartWith(
            $"using TypedMigrations;\nusing Old = Shop.M20201006_First;\nusing Owner = Accounts.M20200101_Accounts;\n\nnamespace Shop.{FolderOf("Second")};\n\n[DependsOn<Owner.Accounts>]\npublic sealed class Second : Migration\n"));
    }

    [Test]
    public async Task FoldersBelowAndNamespacesBelowComeAlong()
    {
        WriteShop();
        File.Delete(Path.Combine(Folder, "M20201006_First", "Models.cs"));
        Write("M20201006_First/Constants.cs", ShopConstants.Replace("using TypedMigrations;", "using Shop.M20201006_First.Records;\nusing TypedMigrations;"));
        Write("M20201006_First/Records/Customer.cs", "namespace Shop.M20201006_First.Records;\n\npublic sealed record Customer(string Id, string Name, Level Level);\n");
        Write("M20201006_First/Records/Level.cs", "namespace Shop.M20201006_First.Records;\n\npublic enum Level { Low }\n");

        await Call("new", "Second");

        Assert.That(Read($"{FolderOf("Second")}/Constants.cs"), Does.StartWith($"using Shop.{FolderOf("Second")}.Records;\n"));
        Assert.That(Read($"{FolderOf("Second")}/Records/Level.cs"), Is.EqualTo($"namespace Shop.{FolderOf("Second")}.Records;\n\npublic enum Level {{ Low }}\n"));
    }
}
