using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Flows;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DocumentsGoToOtherTables<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndNothingOfThemIsLost()
    {
        var report = await Migrate();

        AssertAfter();
        Assert.That(report.Results.Single().Steps, Is.EquivalentTo(ExpectedCounts));
    }

    [Test]
    public async Task WithTheSameResultWithTheStepsInAnotherOrder()
    {
        StepOrder.Reverse();

        await Migrate();

        AssertAfter();
    }

    [Test]
    public async Task AsTheRehearsalSays()
    {
        await PutBefore();
        var before = Database.Snapshot();

        var rehearsed = await Rehearse(new FlowsModule());

        Assert.That(Database.Snapshot(), Is.EqualTo(before));
        Assert.That(rehearsed.Results.Single().Steps, Is.EquivalentTo(ExpectedCounts));
    }

    [Test]
    public async Task WhichAreEmptyInANewDatabase()
    {
        await Run(new FlowsModule());

        Assert.That(Database.Tables(), Is.EquivalentTo(TablesAfter));
        Assert.That(TablesAfter.SelectMany(Database.Documents), Is.Empty);
        Assert.That(Database.Indexes("contacts"), Is.EqualTo(new[] { new FoundIndex("idx_name", "name", IsUnique: true) }));
    }

    [Test]
    public async Task UnlessAKeyIsTakenThere()
    {
        await PutBefore();
        Put("contacts", "{'_id': 'c2', 'name': 'Other'}");

        var exception = await RunFailsAndChangesNothing(new FlowsModule());

        Assert.That(exception.Message, Is.EqualTo(
            $"""
            TM4005: A document of the step 'merge table customers into contacts' cannot be inserted into table contacts: its key is taken.
              migration      20240102_After of module Flows
              on the copy    nothing before it
              still pending  20240102_After
              document       _id "c2"
              database       {Database.Name} was not changed.
            Make keys that no other document has.
            """));
    }

    [Test]
    public async Task UnlessOneFitsNoPartitionOfATableThatGoes()
    {
        await PutBefore();
        Put("letters", "{'_id': 'long', 'text': 'far too long for that'}");

        var exception = await RunFailsAndChangesNothing(new FlowsModule());

        Assert.That(exception.Message, Is.EqualTo(
            $"""
            TM4010: The table letters is to go, but 1 of its documents fit none of the partitions.
              migration      20240102_After of module Flows
              on the copy    nothing before it
              still pending  20240102_After
              step           partition table letters: into short_letters where letter => letter.Text.Length < 10
              document       _id "long"
              database       {Database.Name} was not changed.
            Add a last partition for the rest: up.Partition(Old.…, …, _ => true); or keep the table.
            """));
    }

    [Test]
    public async Task UnlessARuleThrows()
    {
        await PutBefore();
        Put("letters", "{'_id': 'none', 'text': null}", "{'_id': 'number', 'text': 5}");

        var exception = await RunFailsAndChangesNothing(new FlowsModule());

        Assert.That(exception.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { ErrorCode.StepThrew, ErrorCode.ValueMisfit }));
        Assert.That(exception.Message, Does.Contain("step           partition table letters: into short_letters where letter => letter.Text.Length < 10"));
        Assert.That(exception.Message, Does.Contain("document       _id \"none\"").And.Contain("threw          NullReferenceException"));
        Assert.That(exception.Message, Does.Contain("document       _id \"number\"").And.Contain("found          field text: int instead of string"));
    }

    [Test]
    public async Task UnlessTheRunIsCancelledOnTheWay()
    {
        await PutBefore();
        var before = Database.Snapshot();
        using var cancellation = new CancellationTokenSource();
        // The suppliers are read by no other step than the merge.
        var observer = new RecordingObserver(happened =>
        {
            if (happened is MigrationEvent.Progress { Table: "suppliers" })
                cancellation.Cancel();
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => Run(new FlowsModule(), observer: observer, cancellation: cancellation.Token));

        Assert.That(Database.Snapshot(), Is.EqualTo(before));
    }

    private static readonly string[] TablesAfter = ["products", "stocks", "orders", "closed_orders", "bugs", "wishes", "short_letters", "contacts", "invoices", "settings", "old_settings", "persons"];

    private static readonly StepCount[] ExpectedCounts =
    [
        new("split table products: what stocks declares goes there", 3, 0),
        new("rename field products.stock to stocks.pieces", 2, 0),
        new("fill field stocks.pieces with 0", 2, 0),
        new("leave field products.stock to table stocks", 2, 0),
        new("leave field products.shelf.row to table stocks", 1, 0),
        new("leave field products.shelf.hall to table products", 1, 0),
        new("partition table orders: into closed_orders where order => order.State == \"closed\"", 1, 0),
        new("rename field orders.total to sum", 1, 0),
        new("partition table tickets: into bugs where ticket => ticket.Kind == \"bug\"", 1, 0),
        new("partition table tickets: into wishes where _ => true", 2, 0),
        new("partition table letters: into short_letters where letter => letter.Text.Length < 10", 1, 0),
        new("merge table customers into contacts", 2, 0),
        new("merge table suppliers into contacts, keys by supplier => \"s:\" + supplier.Id", 2, 0),
        new("rename field suppliers.title to contacts.name", 2, 0),
        new("fill field contacts.kind by (_, _) => \"customer\"", 2, 0),
        new("fill field contacts.kind by (supplier, before) => before.Find(Old.InvoiceTable.Suppli...", 1, 0),
        new("make contacts.name unique by (name, n) => $\"{name} ({n})\"", 2, 0),
        new("rename field invoices.supplier_id to contact_id", 1, 0),
        new("copy table settings to old_settings", 2, 0),
        new("rename field settings.value to old_settings.text", 2, 0),
        new("convert table people to persons by (person, before) => new Person(person.Id, $\"{person.First...", 2, 0),
    ];

    private async Task<MigrationReport> Migrate()
    {
        await PutBefore();
        return await Run(new FlowsModule());
    }

    private async Task PutBefore()
    {
        await RunTo(new FlowsModule(), "20240101");
        Put("products",
            "{'_id': 'p1', 'name': 'Bolt', 'stock': 7, 'shelf': {'hall': 'H', 'row': 'R'}, 'more': {'a': [null, '']}}", "{'_id': 'p2', 'name': '', 'stock': null}", "{'_id': 'p3', 'Name': 'Nut'}");
        Put("orders", "{'_id': 'o1', 'state': 'open', 'total': 1, 'more': ['']}", "{'_id': 'o2', 'state': 'closed', 'total': 2, 'more': [{'b': null}]}", "{'_id': 'o3', 'state': ''}");
        Put("tickets", "{'_id': 't1', 'kind': 'bug', 'more': 1}", "{'_id': 't2', 'kind': 'wish'}", "{'_id': 't3'}");
        Put("letters", "{'_id': 'l1', 'text': 'short'}");
        Put("contacts", "{'_id': 'c1', 'name': 'Ada', 'kind': 'friend'}");
        Put("customers", "{'_id': 'c2', 'name': 'Ada', 'more': {'x': 1}}", "{'_id': 'c3', 'name': 'Bo'}");
        Put("suppliers", "{'_id': 's1', 'title': 'Cy', 'more': null}", "{'_id': 's2', 'title': 'Ada', 'kind': 'given'}");
        Put("invoices", "{'_id': 'i1', 'supplier_id': 's1', 'more': {'deep': ['']}}");
        Put("settings", "{'_id': 'city', 'value': 'Ulm', 'more': [[]]}", "{'_id': 'odd', 'value': 5}");
        Put("people", "{'_id': 'a', 'first': 'A', 'last': 'B', 'home': {'city': 'Bonn', 'zip': ' '}, 'age': {'$long': 5}}", "{'_id': 'b', 'first': 'C', 'last': '', 'home': null, 'empty': ''}");
    }

    private void AssertAfter()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Database.Tables(), Is.EquivalentTo(TablesAfter));
            AssertDocuments("products", "{'_id': 'p1', 'name': 'Bolt', 'shelf': {'hall': 'H'}, 'more': {'a': [null, '']}}", "{'_id': 'p2', 'name': ''}", "{'_id': 'p3', 'Name': 'Nut'}");
            AssertDocuments("stocks", "{'_id': 'p1', 'pieces': 7, 'shelf': {'row': 'R'}}", "{'_id': 'p2', 'pieces': 0}", "{'_id': 'p3', 'pieces': 0}");
            AssertDocuments("orders", "{'_id': 'o1', 'state': 'open', 'sum': 1, 'more': ['']}", "{'_id': 'o3', 'state': ''}");
            AssertDocuments("closed_orders", "{'_id': 'o2', 'state': 'closed', 'total': 2, 'more': [{'b': null}]}");
            AssertDocuments("bugs", "{'_id': 't1', 'kind': 'bug', 'more': 1}");
            AssertDocuments("wishes", "{'_id': 't2', 'kind': 'wish'}", "{'_id': 't3'}");
            AssertDocuments("short_letters", "{'_id': 'l1', 'text': 'short'}");
            AssertDocuments("contacts",
                "{'_id': 'c1', 'name': 'Ada', 'kind': 'friend'}", "{'_id': 'c2', 'name': 'Ada (2)', 'kind': 'customer', 'more': {'x': 1}}", "{'_id': 'c3', 'name': 'Bo', 'kind': 'customer'}",
                "{'_id': 's:s1', 'name': 'Cy', 'kind': 'supplier', 'more': null}", "{'_id': 's:s2', 'name': 'Ada (3)', 'kind': 'given'}");
            AssertDocuments("invoices", "{'_id': 'i1', 'contact_id': 's:s1', 'more': {'deep': ['']}}");
            AssertDocuments("settings", "{'_id': 'city', 'value': 'Ulm', 'more': [[]]}", "{'_id': 'odd', 'value': 5}");
            AssertDocuments("old_settings", "{'_id': 'city', 'text': 'Ulm', 'more': [[]]}", "{'_id': 'odd', 'text': 5}");
            AssertDocuments("persons", "{'_id': 'a', 'name': 'A B', 'home': {'city': 'Ulm', 'zip': ' '}, 'age': {'$long': 5}}", "{'_id': 'b', 'name': 'C ', 'empty': ''}");
            Assert.That(Database.Indexes("contacts"), Is.EqualTo(new[] { new FoundIndex("idx_name", "name", IsUnique: true) }));
            Assert.That(Database.Indexes("stocks"), Is.EqualTo(new[] { new FoundIndex("idx_pieces", "pieces", IsUnique: false) }));
        }
    }
}
