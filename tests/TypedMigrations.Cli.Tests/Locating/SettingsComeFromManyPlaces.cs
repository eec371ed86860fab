namespace TypedMigrations.Cli.Tests.Locating;

public sealed class SettingsComeFromManyPlaces : CliTest
{
    private void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<(string? Value, string Source)> Setting(string name, params string[] arguments)
    {
        var outcome = await Call(["config", "--json", .. arguments]);
        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done), outcome.Error);
        var setting = outcome.Result.GetProperty("settings").EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
        return (setting.GetProperty("value").GetString(), setting.GetProperty("source").GetString()!);
    }

    private string At(string file) => Path.Combine(Folder, file);

    [Test]
    public async Task WhatIsTypedComesFirst()
    {
        Variables["TYPEDMIGRATIONS_DATABASE"] = "variable.db";
        Write("migrations.json", """{ "database": "json.db" }""");

        Assert.That(await Setting("database", "--database", "typed.db"), Is.EqualTo(($"Filename={At("typed.db")}", "--database")));
    }

    [Test]
    public async Task ThenEnvironmentVariables()
    {
        Variables["TYPEDMIGRATIONS_DATABASE"] = "variable.db";
        Write(".env", "TYPEDMIGRATIONS_DATABASE=file.db");
        Write("migrations.json", """{ "database": "json.db" }""");

        Assert.That(await Setting("database"), Is.EqualTo(($"Filename={At("variable.db")}", "environment variable TYPEDMIGRATIONS_DATABASE")));
    }

    [Test]
    public async Task ThenTheEnvironmentFileWithQuotesExportsAndComments()
    {
        Write(".env", "# where it is\nexport TYPEDMIGRATIONS_DATABASE=\"my shop.db\" # here\n");
        Write("migrations.json", """{ "database": "json.db" }""");

        Assert.That(await Setting("database"), Is.EqualTo(($"Filename={At("my shop.db")}", $"TYPEDMIGRATIONS_DATABASE in {At(".env")}")));
    }

    [Test]
    public async Task ThenMigrationsJsonOfTheFolderOrAboveRelativeToItsOwn()
    {
        Write("migrations.json", """{ "database": "data/json.db", "lockTimeout": "90" }""");
        var below = Directory.CreateDirectory(At(Path.Combine("src", "deep"))).FullName;

        Assert.That(await SettingIn(below, "database"), Is.EqualTo(($"Filename={At(Path.Combine("data", "json.db"))}", At("migrations.json"))));
        Assert.That(await Setting("lock-timeout"), Is.EqualTo(("90", At("migrations.json"))));
    }

    [Test]
    public async Task ThenTheOnlyConnectionStringOfTheApplicationRelativeToIt()
    {
        Write("app/App.csproj", "<Project />");
        Write("app/appsettings.json", """{ "ConnectionStrings": { "Shop": "Filename=data/app.db;Password=secret" } }""");

        var (value, source) = await Setting("database", "--project", "app");

        Assert.That((value, source), Is.EqualTo(($"Filename={At(Path.Combine("app", "data", "app.db"))};Password=***", "ConnectionStrings:Shop of the application")));
    }

    [Test]
    public async Task AndTheEnvironmentOfTheApplicationCounts()
    {
        Write("app/App.csproj", "<Project />");
        Write("app/appsettings.json", """{ "ConnectionStrings": { "Shop": "Filename=app.db" } }""");
        Write("app/appsettings.Staging.json", """{ "ConnectionStrings": { "Shop": "Filename=staging.db" } }""");
        Variables["ASPNETCORE_ENVIRONMENT"] = "Staging";

        Assert.That((await Setting("database", "--project", "app")).Value, Is.EqualTo($"Filename={At(Path.Combine("app", "staging.db"))}"));
    }

    [Test]
    public async Task AConnectionStringIsNamed()
    {
        Write("app/App.csproj", "<Project />");
        Variables["ConnectionStrings__Shop"] = "Filename=a.db";
        Variables["ConnectionStrings__Stock"] = "Filename=b.db";

        var several = await Call("config", "--project", "app");

        Assert.That((await Setting("database", "--project", "app", "--database", "name=Stock")).Value, Is.EqualTo($"Filename={At(Path.Combine("app", "b.db"))}"));
        Assert.That(several.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(several.Error, Is.EqualTo(
            """
            TM6003: The application has several connection strings.
              there are  Shop
                         Stock
            Name the one of the database: --database name=Shop

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task AProjectIsFoundAboveTheFolder()
    {
        Write("app/App.csproj", "<Project />");
        var below = Directory.CreateDirectory(At(Path.Combine("app", "M20261001_First"))).FullName;

        Assert.That(await SettingIn(below, "project"), Is.EqualTo((At(Path.Combine("app", "App.csproj")), "found in the working folder or above")));
    }

    [Test]
    public async Task APasswordOfTheEnvironmentIsUsedAndNeverShown()
    {
        Variables["TYPEDMIGRATIONS_PASSWORD"] = "secret";
        var made = await OnShop("up", "--steps", "1");
        Variables.Clear();
        var without = await OnShop("status");
        Variables["TYPEDMIGRATIONS_PASSWORD"] = "secret";
        var with = await OnShop("status", "--json", "--verbose");

        Assert.That((made.ExitCode, without.ExitCode, with.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Failed, ExitCode.Done)));
        Assert.That(with.Output + with.Error + (await Call("config", "--database", "shop.db")).Output, Does.Not.Contain("secret"));
    }

    [Test]
    [TestCase("""{ "databse": "shop.db" }""", "'databse' in ")]
    [TestCase("""{ "database": 1 }""", "The file ")]
    [TestCase("""{ """, "The file ")]
    public async Task AWrongSettingsFileIsTold(string json, string told)
    {
        Write("migrations.json", json);

        var wrong = await Call("config");

        Assert.That(wrong.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(wrong.Error, Does.StartWith("TM6004: " + told));
    }

    [Test]
    public async Task NothingNamedIsTold()
    {
        var noProject = await Call("list");
        var noDatabase = await Call("status", "--assembly", Shop);

        Assert.That((noProject.ExitCode, noDatabase.ExitCode), Is.EqualTo((ExitCode.Usage, ExitCode.Usage)));
        Assert.That(noProject.Error, Does.StartWith("TM6002: It is not known where the migrations are."));
        Assert.That(noDatabase.Error, Does.StartWith("TM6003: It is not known where the database is.").And.Contain(At("migrations.json")));
    }

    private async Task<(string? Value, string Source)> SettingIn(string folder, string name)
    {
        var outcome = await CallIn(folder, "config", "--json");
        var setting = outcome.Result.GetProperty("settings").EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
        return (setting.GetProperty("value").GetString(), setting.GetProperty("source").GetString()!);
    }
}
