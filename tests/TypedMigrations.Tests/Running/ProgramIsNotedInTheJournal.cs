using System.Reflection;
using System.Reflection.Emit;
using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Reversible;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Running;

public sealed class ProgramIsNotedInTheJournal
{
    private readonly Listener _listener = new();

    private Migrator Migrator(RecordingStore store, MigrationOptions? options = null, MigrationModule? module = null) => new([module ?? new ShopModule()], store, options, observer: _listener);

    private static string? DigestOf(params MigrationModule[] modules) => MigrationCatalog.Discover(modules).Digest;

    [Test]
    public async Task AndAStartOfItHasNothingToDo()
    {
        var store = new RecordingStore(DatabaseState.None) { Program = DigestOf(new ShopModule()) };

        var report = await Migrator(store).RunAsync();

        Assert.That(store.Calls, Is.EqualTo(["let in at once"]));
        Assert.That((report.WasUpToDate, report.IsRehearsal), Is.EqualTo((true, false)));
        Assert.That(_listener.Heard.Single(), Is.TypeOf<MigrationEvent.Planned>());
    }

    [Test]
    public async Task WhenARunAppliedAll()
    {
        var store = new RecordingStore(DatabaseState.None);

        await Migrator(store).RunAsync();

        Assert.That(store.Program, Is.Not.Null.And.EqualTo(DigestOf(new ShopModule())));
    }

    [Test]
    public async Task AndNotWhenSomeStayPending()
    {
        var store = new RecordingStore(DatabaseState.None) { Program = "another" };

        await Migrator(store, new MigrationOptions { StepLimit = 1 }).RunAsync();

        Assert.That(store.Calls, Does.Contain("write"));
        Assert.That(store.Program, Is.Null);
    }

    [Test]
    public async Task AndNotWhenOneIsTakenBack()
    {
        var all = MigrationCatalog.Discover([new ReversibleModule()]).Migrations;
        var state = Code.Database() with { Journal = [.. all.Take(2).Select(migration => Code.Entry($"Reversible/{migration.Id.Text}", migration.Fingerprint))] };
        var store = new RecordingStore(state) { Program = DigestOf(new ReversibleModule()) };

        await Migrator(store, module: new ReversibleModule()).RunAsync(MigrationGoal.Back());

        Assert.That(store.Removed, Is.Not.Empty);
        Assert.That(store.Program, Is.Null);
    }

    [Test]
    public async Task AndWhoeverNamesAGoalGetsAPlanAllTheSame()
    {
        var store = new RecordingStore(DatabaseState.None) { Program = DigestOf(new ShopModule()) };

        await Migrator(store).RunAsync(MigrationGoal.Latest);

        Assert.That(store.Calls, Does.Contain("open").And.Not.Contain("let in at once"));
    }

    [Test]
    public async Task AndWhoeverRehearsesGetsAPlanAllTheSame()
    {
        var store = new RecordingStore(DatabaseState.None) { Program = DigestOf(new ShopModule()) };

        await Migrator(store).RehearseAsync();

        Assert.That(store.Calls, Does.Contain("open").And.Not.Contain("let in at once"));
    }

    [Test]
    public void AndACancelledStartIsCancelled()
    {
        var store = new RecordingStore(DatabaseState.None) { Program = DigestOf(new ShopModule()) };

        Assert.That(() => Migrator(store).RunAsync(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(store.Calls, Is.Empty);
    }

    [Test]
    public void AndItIsAnotherOneWhereItsModulesAre()
    {
        var digests = new[] { DigestOf(new ShopModule()), DigestOf(new ReversibleModule()), DigestOf(new ShopModule(), new ReversibleModule()) };

        Assert.That(digests, Is.Unique.And.All.Not.Null);
        Assert.That(DigestOf(new ReversibleModule(), new ShopModule()), Is.EqualTo(digests[2]));
    }

    [TestCase(null)]
    [TestCase("2:5f2c91")]
    public void AndThereIsNoneWhereTheAssemblyHasNoDigestThatThisLibraryReads(string? digest) =>
        Assert.That(DigestOf(ModuleOfAnAssemblyWith(digest), new ShopModule()), Is.Null);

    private static MigrationModule ModuleOfAnAssemblyWith(string? digest)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Older"), AssemblyBuilderAccess.Run);
        if (digest is not null)
            assembly.SetCustomAttribute(new CustomAttributeBuilder(typeof(MigrationDigestAttribute).GetConstructors().Single(), [digest]));
        var type = assembly.DefineDynamicModule("Older").DefineType("Older.OlderModule", TypeAttributes.Public, typeof(MigrationModule));
        return (MigrationModule)Activator.CreateInstance(type.CreateType())!;
    }
}
