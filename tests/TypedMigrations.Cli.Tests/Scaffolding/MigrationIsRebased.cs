using TypedMigrations.Freezing;

namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>The verb rebase, after two branches were merged that each added a migration after the same one.</summary>
public sealed class MigrationIsRebased : ScaffoldingTest
{
    private const string Fax = "    public static readonly Field<Customer, string?> Fax = Table.Optional(\"fax\", c => c.Fax);\n";

    [SetUp]
    public void WriteModule() => WriteShop();

    [Test]
    public async Task FollowsTheOtherAndKnowsWhatItChanged()
    {
        WriteTheirs("M20201022_Theirs");
        WriteMine("M20201024_Mine");

        var outcome = await Call("rebase");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done), outcome.Error);
        Assert.That(Read("M20201024_Mine/Migration.cs"), Does.Contain("using Old = Shop.M20201022_Theirs;").And.Contain("up.Fill(CustomerTable.Name, \"\");"));
        Assert.That(Read("M20201024_Mine/Constants.cs"), Does.Contain(Fax).And.Contain("class OrderTable").And.Contain("class NoteTable"));
        Assert.That(Read("M20201024_Mine/Models.cs"), Does.Contain("record Customer(string Id, string Name, string? Fax = null);").And.Contain("record Order(").And.Contain("record Note("));
    }

    [Test]
    public async Task HasNothingToDoTheSecondTime()
    {
        WriteTheirs("M20201022_Theirs");
        WriteMine("M20201024_Mine");
        await Call("rebase");

        var outcome = await Call("rebase");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done));
        Assert.That(outcome.Output, Is.EqualTo("Nothing to rebase: each migration of module Shop follows the one before it.\n"));
    }

    [Test]
    public async Task GetsALaterStampWhereTheFrozenOneHasALaterOne()
    {
        WriteTheirs("M20201024_Theirs");
        WriteMine("M20201022_Mine");
        Write("M20201022_Mine/data/notes.json", "[]");
        Freeze("20201006_First", "20201024_Theirs");

        var outcome = await Call("rebase", "--json");

        var folder = FolderOf("Mine");
        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done), outcome.Error);
        Assert.That(string.CompareOrdinal(folder, "M20201024_Theirs"), Is.Positive);
        Assert.That(Read($"{folder}/Constants.cs"), Does.Contain($"namespace Shop.{folder};").And.Contain(Fax));
        Assert.That(Read($"{folder}/data/notes.json"), Is.EqualTo("[]"));
        Assert.That(outcome.Result.GetProperty("migrations")[0].GetProperty("wasId").GetString(), Is.EqualTo("20201022_Mine"));
    }

    [Test]
    public async Task IsRenamedWhereverItIsNamed()
    {
        WriteTheirs("M20201024_Theirs");
        WriteMine("M20201022_Mine");
        Freeze("20201006_First", "20201024_Theirs");
        Write("shop.sln", "");
        Write("stock/Migration.cs", "using Owner = Shop.M20201022_Mine;\n\nnamespace Stock.M20201201_Late;\n\n[DependsOn<Owner.Mine>] // not Stock.M20201022_Mine\npublic sealed class Late : Migration;\n");
        Write("tests/Tests.cs", "// of M20201022_Mine, not XM20201022_Mine\nusing Shop.M20201022_Mine;\nreturn At(\"20201022_Mine\") + \"M20201022_Mine.db\";\n");

        await Call("rebase");

        var folder = FolderOf("Mine");
        Assert.That(Read("stock/Migration.cs"), Does.Contain($"using Owner = Shop.{folder};").And.Contain("not Stock.M20201022_Mine"));
        Assert.That(Read("tests/Tests.cs"), Is.EqualTo($"// of {folder}, not XM20201022_Mine\nusing Shop.{folder};\nreturn At(\"{folder[1..]}\") + \"M20201022_Mine.db\";\n"));
    }

    [Test]
    public async Task TakesThoseThatFollowItAlong()
    {
        WriteTheirs("M20201024_Theirs");
        WriteMine("M20201022_Mine");
        WriteCopy("M20201023_Mine2", "M20201022_Mine", constants => constants.Replace("class NoteTable", "class RemarkTable"));
        Freeze("20201006_First", "20201024_Theirs");

        await Call("rebase", "Mine");

        Assert.That(Read($"{FolderOf("Mine2")}/Migration.cs"), Does.Contain($"using Old = Shop.{FolderOf("Mine")};"));
        Assert.That(Read($"{FolderOf("Mine2")}/Constants.cs"), Does.Contain(Fax).And.Contain("class RemarkTable").And.Not.Contain("class NoteTable"));
        Assert.That(string.CompareOrdinal(FolderOf("Mine2"), FolderOf("Mine")), Is.Positive);
    }

    [Test]
    public async Task KeepsTheMarksOfAConflictAndSaysSo()
    {
        WriteTheirs("M20201022_Theirs");
        WriteCopy("M20201024_Mine", "M20201006_First", models: models => models.Replace("string Name)", "string Name, int Age = 0)"));

        var outcome = await Call("rebase");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(outcome.Output, Does.Contain($"1 conflict to resolve in {Path.Combine(Folder, "M20201024_Mine", "Models.cs")}\nRebased, with 1 conflict to resolve"));
        Assert.That(Read("M20201024_Mine/Models.cs"), Does.Contain("""
            <<<<<<< 20201024_Mine
            public sealed record Customer(string Id, string Name, int Age = 0);
            =======
            public sealed record Customer(string Id, string Name, string? Fax = null);
            >>>>>>> 20201022_Theirs

            """));
    }

    [Test]
    public async Task IsRefusedWhereItIsFrozen()
    {
        WriteTheirs("M20201022_Theirs");
        WriteMine("M20201024_Mine");
        Freeze("20201006_First", "20201024_Mine");

        var outcome = await Call("rebase", "20201024");

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Is.EqualTo($"""
            TM6024: Migration 20201024_Mine of module Shop is frozen: databases may have it.
              ledger  {Path.Combine(Folder, "migrations.ledger")}
            Rebase the other one. Only if 20201024_Mine was applied nowhere but in databases that you throw away: take its line and all below it out of the ledger, and call again.

            """));
    }

    [Test]
    public async Task NeedsToKnowWhatItWasCopiedFrom()
    {
        WriteTheirs("M20201022_Theirs");
        WriteMine("M20201024_Mine");
        Write("M20201024_Mine/Migration.cs", "using TypedMigrations;\n\nnamespace Shop.M20201024_Mine;\n\npublic sealed class Mine : Migration;\n");

        var refused = await Call("rebase", "Mine");
        var told = await Call("rebase", "Mine", "--from", "First");

        Assert.That(refused.Error, Is.EqualTo($"""
            TM6025: It is not known which migration 20201024_Mine was copied from: it has no alias Old.
              migration  {Path.Combine(Folder, "M20201024_Mine", "Migration.cs")}
            Name the migration that it was copied from, as it is in the sources now: --from 20201022_Theirs

            """));
        Assert.That(told.ExitCode, Is.EqualTo(ExitCode.Done), told.Error);
        Assert.That(Read("M20201024_Mine/Migration.cs"), Does.StartWith("using TypedMigrations;\nusing Old = Shop.M20201022_Theirs;\n\nnamespace"));
    }

    [Test]
    public async Task NeedsAFolderOfItsOwn()
    {
        WriteTheirs("M20201022_Theirs");
        Write("Mine.cs", "using TypedMigrations;\nusing Old = Shop.M20201006_First;\n\nnamespace Shop.M20201024_Mine;\n\npublic sealed class Mine : Migration;\n");

        var outcome = await Call("rebase");

        Assert.That(outcome.Error, Is.EqualTo($"""
            TM6026: Migration 20201024_Mine of module Shop has no folder of its own.
              found in  {Path.Combine(Folder, "Mine.cs")}
            Move its sources into a folder M20201024_Mine, and call again.

            """));
    }

    [Test]
    public async Task HasToBeThere()
    {
        var outcome = await Call("rebase", "Nothing");

        Assert.That(outcome.Error, Is.EqualTo("""
            TM6023: Module Shop has no migration Nothing.
              there are  20201006_First
            Name one by its stamp, or by stamp and name.

            """));
    }

    private void WriteTheirs(string segment) => WriteCopy(
        segment, "M20201006_First", constants => constants.Replace("c.Name);\n", "c.Name);\n" + Fax) + "\npublic static class OrderTable\n{\n    public static readonly Table<Order> Table = new(\"orders\");\n}\n",
        models => models.Replace("string Name)", "string Name, string? Fax = null)") + "\npublic sealed record Order(string Id);\n");

    private void WriteMine(string segment) => WriteCopy(
        segment, "M20201006_First", constants => constants + "\npublic static class NoteTable\n{\n    public static readonly Table<Note> Table = new(\"notes\");\n}\n",
        models => models + "\npublic sealed record Note(string Id);\n", "up.Fill(CustomerTable.Name, \"\");");

    private void Freeze(params string[] ids) => Write(Ledger.FileName, Ledger.Append("", "Shop", ids.Select((id, i) => new LedgerLine(id, i == 0 ? Ledger.NoParent : Hash(i - 1), Hash(i), Row: 0))));

    private static string Hash(int number) => "v1:" + new string((char)('a' + number), 64);
}
