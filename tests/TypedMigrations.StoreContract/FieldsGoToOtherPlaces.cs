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
        ("'contact': {'phone': '1', 'site': 's', 'fax': 'f', 'own': {'a': []}}, 'bank': {'iban': 'i', 'own': ''}", "'phone': '1', 'contact': {'phone': '1', 'homepage': 's', 'own': {'a': []}}, 'bank': {'iban': 'i', 'fax': 'f', 'own': ''}"),
        ("'contact': {'fax': 'f'}", "'contact': {}, 'bank': {'fax': 'f'}"),
        ("'contact': {'fax': null}, 'limit': 5", "'contact': {}, 'bank': {'fax': null, 'limit': 5}"),
        ("'contact': {'phone': {'a': [1]}}", "'contact': {'phone': {'a': [1]}}, 'phone': {'a': [1]}"),
        ("'contact': 'odd', 'bank': 7", "'contact': 'odd', 'bank': 7"),
        ("'contact': null, 'bank': null, 'limit': null", "'contact': null, 'bank': {'limit': null}"),
        (
            "'orders': [{'NR': '1', 'sku': 'a', 'count': 2, 'delivery': {'zip': 'z', 'town': 't', 'left': [null]}, 'own': {'nr': 1}}, null, 'odd', [], {}, {'delivery': null, 'item': {'own': 1}, 'sku': null}]",
            "'orders': [{'nr': '1', 'item': {'sku': 'a', 'count': 2}, 'pieces': 2, 'zip': 'z', 'city': 't', 'left': [null], 'own': {'nr': 1}}, null, 'odd', [], {}, {'item': {'own': 1, 'sku': null}}]"),
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
        Assert.That(Counts(report), Is.EqualTo(
            """
            copy field customers.contact.phone to phone: 2
            copy field customers.orders[].count to orders[].pieces: 1
            drop field customers.legacy: 3
            hoist record customers.note.stamp: 2
            hoist record customers.note: 3
            hoist record customers.orders[].delivery: 1
            hoist record customers.orders[].gifts[].card: 1
            move field customers.city to address.city: 4
            move field customers.contact.fax to bank.fax: 3
            move field customers.legacy.code to code: 2
            move field customers.legacy.flags.vip to status.vip: 1
            move field customers.limit to bank.limit: 2
            move field customers.orders[].count to orders[].item.count: 1
            move field customers.orders[].sku to orders[].item.sku: 1
            move field customers.street to address.street: 2
            rename field customers.EMail to email: 4
            rename field customers.contact.site to contact.homepage: 1
            rename field customers.note.by to author: 1
            rename field customers.note.stamp.zone to time_zone: 1
            rename field customers.orders[].Nr to orders[].nr: 1
            rename field customers.orders[].delivery.town to orders[].city: 1
            rename field customers.orders[].gifts[].card.to to orders[].gifts[].receiver: 1
            """));
        Assert.That(report.Notes, Is.EqualTo([
            "customers.address.city: document instead of string in 1 document, such as _id \"6\" (kept)",
            "customers.contact.phone: document instead of string in 1 document, such as _id \"12\" (kept)",
            "customers.orders[].gifts: array instead of list of record in 1 document, such as _id \"16\" (kept)",
            "customers.orders[].gifts: document instead of list of record in 1 document, such as _id \"16\" (kept)",
            "customers.contact: string instead of record in 1 document, such as _id \"13\" (kept)",
            "customers.phone: document instead of string in 1 document, such as _id \"12\" (kept)",
            "customers.bank: int instead of record in 1 document, such as _id \"13\" (kept)",
            "customers.orders: array instead of list of record in 1 document, such as _id \"15\" (kept)",
            "customers.orders: document instead of list of record in 1 document, such as _id \"17\" (kept)",
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

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4003: The step 'move field customers.city to address.city' would overwrite a field that 2 documents of table customers already have.
              step           move field customers.city to address.city
              field          address.city
              document       _id "a"
              document       _id "b"
            Choose another name than city, or move the documents' own field out of the way first.

            TM4003: The step 'hoist record customers.note' would overwrite a field that a document of table customers already has.
              step           hoist record customers.note
              document       _id "d"
              field          unknown
            Choose another name than unknown, or move the documents' own field out of the way first.

            TM4003: The step 'rename field customers.EMail to email' would overwrite a field that a document of table customers already has.
              step           rename field customers.EMail to email
              document       _id "c"
              field          email
            Choose another name than email, or move the documents' own field out of the way first.
            """));
    }

    [Test]
    public async Task NotOutOfWhatIsNoRecord()
    {
        await RunTo(new PlacesModule(), "20240101");
        Put("customers", "{'_id': 'a', 'note': 'odd'}", "{'_id': 'b', 'note': ['secret']}", "{'_id': 'c', 'orders': [{'delivery': 7}, {'delivery': true}]}");

        var failed = await RunFailsAndChangesNothing(new PlacesModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4002: Values of 2 documents of table customers do not fit the declared type.
              step           hoist record customers.note
              field          note
              document       _id "a": string instead of a record
              document       _id "b": array instead of a record
            Correct the document with the program version that wrote it, or declare the type that the data has.

            TM4002: A value of table customers does not fit the declared type.
              step           hoist record customers.orders[].delivery
              document       _id "c"
              field          orders[].delivery
              found          int instead of a record
            Correct the document with the program version that wrote it, or declare the type that the data has.
            """));
    }

    private static string Customer(int id, string fields) => $"{{'_id': '{id}'{(fields.Length == 0 ? "" : ", ")}{fields}}}";
}
