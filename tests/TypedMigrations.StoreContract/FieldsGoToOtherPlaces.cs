using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Places;

namespace TypedMigrations.StoreContract;

public abstract class FieldsGoToOtherPlaces<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly (string Before, string After)[] Documents =
    [
        ("'EMail': 'x'", "'email': 'x'"),
        ("'EMAIL': 'x'", "'email': 'x'"),
        ("'email': ''", "'email': ''"),
        ("'Email': null", "'email': null"),
        ("'street': 's', 'city': 'Ulm'", "'address': {'street': 's', 'city': 'Ulm'}"),
        ("'street': null", "'address': {'street': null}"),
        ("'city': {'odd': [1]}", "'address': {'city': {'odd': [1]}}"),
        ("'address': {'own': 1}, 'city': 'Ulm'", "'address': {'own': 1, 'city': 'Ulm'}"),
        ("'address': null, 'city': 'Ulm'", "'address': {'city': 'Ulm'}"),
        ("'address': 'odd'", "'address': 'odd'"),
        ("'contact': {'phone': '1', 'site': 's', 'fax': 'f', 'own': {'a': []}}, 'bank': {'iban': 'i', 'own': ''}", "'phone': '1', 'contact': {'phone': '1', 'homepage': 's', 'own': {'a': []}}, 'bank': {'iban': 'i', 'fax': 'f', 'own': ''}"),
        ("'contact': {'fax': 'f'}", "'contact': {}, 'bank': {'fax': 'f'}"),
        ("'contact': {'fax': null}, 'limit': 5", "'contact': {}, 'bank': {'fax': null, 'limit': 5}"),
        ("'contact': {'phone': {'a': [1]}}", "'contact': {'phone': {'a': [1]}}, 'phone': {'a': [1]}"),
        ("'contact': 'odd', 'bank': 7", "'contact': 'odd', 'bank': 7"),
        ("'contact': null, 'bank': null, 'limit': null", "'contact': null, 'bank': {'limit': null}"),
        (
            "'orders': [{'NR': '1', 'sku': 'a', 'count': 2, 'delivery': {'zip': 'z', 'town': 't', 'own': [null]}, 'own': {'nr': 1}}, null, 'odd', [], {}, {'delivery': null, 'item': {'own': 1}, 'sku': null}]",
            "'orders': [{'nr': '1', 'item': {'sku': 'a', 'count': 2}, 'pieces': 2, 'zip': 'z', 'city': 't', 'own': {'nr': 1}}, null, 'odd', [], {}, {'item': {'own': 1, 'sku': null}}]"),
        (
            "'orders': [{'gifts': [{'text': 't', 'card': {'from': 'f', 'to': 'r', 'own': 1}, 'more': ''}, 'odd', {'card': {}}, {'card': {'to': null}}]}, {'gifts': {'odd': 1}}, {'gifts': []}]",
            "'orders': [{'gifts': [{'text': 't', 'from': 'f', 'receiver': 'r', 'own': 1, 'more': ''}, 'odd', {}, {'receiver': null}]}, {'gifts': {'odd': 1}}, {'gifts': []}]"),
        ("'orders': {'NR': '1'}", "'orders': {'NR': '1'}"),
        ("'note': {'text': 't', 'by': 'b', 'stamp': {'day': 1, 'zone': 'z', 'deep': {'x': null}}, 'own': ['o']}, 'unknown': ''", "'text': 't', 'author': 'b', 'day': 1, 'time_zone': 'z', 'deep': {'x': null}, 'own': ['o'], 'unknown': ''"),
        ("'note': {'note': 'of the same name'}", "'note': 'of the same name'"),
        ("'note': {'stamp': null}", ""),
        ("'legacy': {'code': 'c', 'flags': {'vip': true, 'lost': 1}, 'lost': 1}", "'code': 'c', 'status': {'vip': true}"),
        ("'legacy': {'code': null}", "'code': null"),
        ("'legacy': 'odd'", ""),
        ("'a': {'b': [{'c': null}, []]}, 'd': '', 'e': null", "'a': {'b': [{'c': null}, []]}, 'd': '', 'e': null"),
    ];

    [Test]
    public async Task AtAnyDepthAndTakeAllAlongThatNobodyDeclares([Values] bool isReversed)
    {
        if (isReversed)
            StepOrder.Reverse();
        await RunTo(new PlacesModule(), "20240101");
        Put("customers", [.. Documents.Select((document, i) => Customer(i, document.Before))]);

        var report = await Run(new PlacesModule());

        AssertDocuments("customers", [.. Documents.Select((document, i) => Customer(i, document.After))]);
        Assert.That(report.Applied.Single().Steps.Select(step => $"{step.Step}: {step.Documents}"), Is.EquivalentTo([
            "rename field customers.EMail to email: 4",
            "move field customers.street to address.street: 2",
            "move field customers.city to address.city: 4",
            "copy field customers.contact.phone to phone: 2",
            "rename field customers.contact.site to contact.homepage: 1",
            "move field customers.contact.fax to bank.fax: 3",
            "move field customers.limit to bank.limit: 2",
            "rename field customers.orders[].Nr to orders[].nr: 1",
            "move field customers.orders[].sku to orders[].item.sku: 1",
            "copy field customers.orders[].count to orders[].pieces: 1",
            "move field customers.orders[].count to orders[].item.count: 1",
            "hoist record customers.orders[].delivery: 1",
            "rename field customers.orders[].delivery.town to orders[].city: 1",
            "hoist record customers.orders[].gifts[].card: 1",
            "rename field customers.orders[].gifts[].card.to to orders[].gifts[].receiver: 1",
            "hoist record customers.note: 3",
            "hoist record customers.note.stamp: 2",
            "rename field customers.note.by to author: 1",
            "rename field customers.note.stamp.zone to time_zone: 1",
            "drop field customers.legacy: 3",
            "move field customers.legacy.code to code: 2",
            "move field customers.legacy.flags.vip to status.vip: 1",
        ]));
    }

    [Test]
    public async Task NowhereInAnEmptyTableOrInOneThatIsNotThereYet()
    {
        await Run(new PlacesModule());

        AssertDocuments("customers");
    }

    [Test]
    public async Task NotWhereSomethingElseIsAlready()
    {
        await RunTo(new PlacesModule(), "20240101");
        Put("customers", "{'_id': 'a', 'address': 'odd', 'city': 'Ulm'}", "{'_id': 'b', 'address': {'city': 'own'}, 'city': 'Ulm'}", "{'_id': 'c', 'note': {'EMAIL': 'n'}, 'EMail': 'e'}", "{'_id': 'd', 'note': {'unknown': 1}, 'unknown': 2}");

        var failed = await RunFailsAndChangesNothing(new PlacesModule());

        Assert.That(failed.Message, Is.EqualTo(""));
    }

    [Test]
    public async Task NotOutOfWhatIsNoRecord()
    {
        await RunTo(new PlacesModule(), "20240101");
        Put("customers", "{'_id': 'a', 'note': 'odd'}", "{'_id': 'b', 'note': ['secret']}", "{'_id': 'c', 'orders': [{'delivery': 7}, {'delivery': true}]}");

        var failed = await RunFailsAndChangesNothing(new PlacesModule());

        Assert.That(failed.Message, Is.EqualTo(""));
    }

    private static string Customer(int id, string fields) => $"{{'_id': '{id}'{(fields.Length == 0 ? "" : ", ")}{fields}}}";
}
