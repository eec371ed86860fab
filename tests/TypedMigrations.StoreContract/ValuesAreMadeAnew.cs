using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Values;

namespace TypedMigrations.StoreContract;

public abstract class ValuesAreMadeAnew<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly (string Before, string After)[] Products =
    [
        ("'weight': '1.5'", "'grams': 1.5"),
        ("'weight': null, 'own': ''", "'grams': null, 'own': ''"),
        ("'maker': {'name': 'n', 'home': {'city': 'c', 'own': [{'a': null}]}, 'own': {'x': ''}}", "'company': {'title': 'n', 'home': {'city': 'c', 'own': [{'a': null}]}, 'own': {'x': ''}}"),
        ("'maker': {'phone': '1', 'own': ''}", "'company': {'own': ''}, 'phone': '1'"),
        ("'labels': [{'text': 'a', 'own': {'x': []}}, {'own': null}]", "'titles': [{'name': 'a', 'own': {'x': []}}, {'own': null}]"),
        ("'labels': [{'text': 'a'}, {'text': ''}]", "'titles': [{'name': 'a'}]"),
        ("'maker': {'HOME': {'own': 1}}", "'company': {'home': {'own': 1}}"),
        ("'maker': {}", "'company': {}"),
        ("'parts': [{'size': '1', 'count': 2, 'unit': 'kg', 'own': []}, {'count': 3}, {'count': null, 'unit': null}, null]", "'parts': [{'mm': 10, 'amount': '2 kg', 'own': []}, {'amount': '3 '}, {'amount': null}, null]"),
        ("'names': {'de': 'Tisch', 'en': 'table'}", "'names': {'de': 5, 'en': 5}"),
        ("'state': 'new', 'color': 2", "'state': 'Draft', 'color_name': 'blue'"),
        ("'state': '', 'color': {'$long': 1}", "'state': 'Draft', 'color_name': 'red'"),
        ("'state': null", "'state': null"),
        ("'first': 'Ada', 'last': 'L'", "'name': 'Ada L'"),
        ("'last': ''", "'name': ''"),
        ("'first': null, 'last': 'L'", "'name': 'L'"),
        ("'first': null", "'name': null"),
        ("'year': 2024, 'month': 2, 'day': 9", "'made': '2024-02-09'"),
        ("'left': 1, 'top': 2, 'right': 4, 'bottom': 6", "'volume': {'size': 12}, 'area': 3"),
        ("'left': 1, 'right': 4", "'volume': {'size': null}, 'area': 3"),
        ("'volume': {'own': 1}, 'left': null", "'volume': {'own': 1, 'size': null}"),
        ("'area': 7, 'currency': 'USD'", "'area': 7, 'currency': 'USD'"),
        ("'path': 'a/b/c.txt'", "'folder': 'a/b', 'file': 'c.txt'"),
        ("'path': 'c.txt'", "'file': 'c.txt'"),
        ("'path': null", "'folder': null, 'file': null"),
        ("'version': '1.2.3', 'box': '1x2x3'", "'major': 1, 'minor': 2, 'patch': 3, 'width': 1, 'height': 2, 'depth': 3, 'unit': 'cm'"),
        ("'version': '1'", "'major': 1"),
    ];

    private static readonly (string Before, string After)[] Settings =
    [
        (
            @"'shop': '{\'name\': \'n\', \'opened\': \'2024-01-02T03:04:05+02:00\', \'key\': \'0f8fad5b-d9cb-469f-a165-70867728950e\', \'tax\': 0.190, \'shelves\': [{\'no\': 1, \'own\': {\'n\': 1.5}}], \'own\': [null, \'\', 5000000000, 0.1234567890123456789, true]}'",
            "'shop': {'name': 'n', 'opened': {'$date': '2024-01-02T01:04:05Z'}, 'key': {'$guid': '0f8fad5b-d9cb-469f-a165-70867728950e'}, 'tax': {'$decimal': '0.190'}, 'shelves': [{'no': 1, 'own': {'n': 1.5}}], 'own': [null, '', {'$long': 5000000000}, {'$decimal': '0.1234567890123456789'}, true]}"),
        (@"'shop': '{\'NAME\': \'n\', \'shelves\': null}'", "'shop': {'name': 'n', 'shelves': null}"),
        ("'shop': 'null', 'tags': null, 'own': '{}'", "'shop': null, 'tags': null, 'own': '{}'"),
        (@"'tags': ' [\'a\', \'\', null] '", "'tags': ['a', '', null]"),
        (@"'limits': '{\'a\': 1, \'B\': 2}'", "'limits': {'a': {'$long': 1}, 'B': {'$long': 2}}"),
        (@"'size': '12', 'since': '\'2024-01-02\'', 'owner': '\'0f8fad5b-d9cb-469f-a165-70867728950e\'', 'price': '1.10'", "'size': 12, 'since': {'$date': '2024-01-02T00:00:00Z'}, 'owner': {'$guid': '0f8fad5b-d9cb-469f-a165-70867728950e'}, 'price': {'$decimal': '1.10'}"),
        (@"'any': '{\'a\': [1, {}]}'", "'any': {'a': [1, {}]}"),
        ("'any': '5'", "'any': 5"),
        (
            "'theme': {'color': 'rot & grün', 'since': {'$date': '2024-01-02T03:04:05Z'}, 'own': [1.5, 2, null, {'$guid': '0f8fad5b-d9cb-469f-a165-70867728950e'}, {'$bytes': 'AQI='}]}, 'steps': [1, 2], 'rate': {'$decimal': '1.50'}",
            @"'theme': '{\'color\':\'rot & grün\',\'since\':\'2024-01-02T03:04:05.0000000Z\',\'own\':[1.5,2,null,\'0f8fad5b-d9cb-469f-a165-70867728950e\',\'AQI=\']}', 'steps_json': '[1,2]', 'rate': '1.50'"),
        ("'theme': null, 'steps': [], 'rate': 'odd'", @"'theme': null, 'steps_json': '[]', 'rate': '\'odd\''"),
    ];

    [Test]
    public async Task WithAllThatNobodyDeclares([Values] bool isReversed)
    {
        if (isReversed)
            StepOrder.Reverse();
        await RunTo(new ValuesModule(), "20240101");
        Put("products", [.. Products.Select((product, i) => $"{{'_id': 'p{i}', {product.Before}}}")]);
        Put("settings", [.. Settings.Select((setting, i) => $"{{'_id': 's{i}', {setting.Before}}}")]);

        var report = await Run(new ValuesModule());

        AssertDocuments("products", [.. Products.Select((product, i) => $"{{'_id': 'p{i}', {product.After}{(product.After.Contains("'currency'", StringComparison.Ordinal) ? "" : ", 'currency': 'EUR'")}}}")]);
        AssertDocuments("settings", [.. Settings.Select((setting, i) => $"{{'_id': 's{i}', {setting.After}}}")]);
        Assert.That(Counts(report), Is.EqualTo(
            """
            combine fields products.first, products.last into name by (first, last) => $"{first} {last}".Trim(): 4
            combine fields products.left, products.top, products.right, products.bottom into volume.size by (left, top, right, bottom) => (right - left) * (bottom - ...: 3
            combine fields products.parts[].count, products.parts[].unit into parts[].amount by (count, unit) => $"{count} {unit}": 1
            combine fields products.year, products.month, products.day into made by (year, month, day) => $"{year:0000}-{month:00}-{day:00}": 1
            convert field products.labels to titles by labels => labels.Where(label => label.Text != "").Select(...: 2
            convert field products.maker to company by maker => new Company(maker.Name, maker.Home is null ? nul...: 4
            convert field products.names by names => names.ToDictionary(name => name.Key, name => nam...: 1
            convert field products.parts[].size to parts[].mm by size => int.Parse(size, CultureInfo.InvariantCulture) * 10: 1
            convert field products.weight to grams by weight => double.Parse(weight, CultureInfo.InvariantCulture): 2
            fill field products.area by (product, before) => product.Right - product.Left: 2
            fill field products.currency with "EUR": 26
            map field products.color to color_name by 1 = "red", 2 = "blue": 2
            map field products.state by "new" = Draft, "gone" = Sold, "" = Draft: 3
            move field products.maker.phone to phone: 1
            parse JSON of settings.any: 2
            parse JSON of settings.limits: 1
            parse JSON of settings.owner: 1
            parse JSON of settings.price: 1
            parse JSON of settings.shop: 3
            parse JSON of settings.since: 1
            parse JSON of settings.size: 1
            parse JSON of settings.tags: 2
            split field products.box into width, height, depth, unit by box => (Number(box, 0), Number(box, 1), Number(box, 2), "...: 1
            split field products.path into folder, file by path => (path.Contains('/') ? path[..path.LastIndexOf('/'...: 3
            split field products.version into major, minor, patch by version => (Number(version, 0), Number(version, 1), Numbe...: 2
            write settings.rate as JSON: 2
            write settings.steps as JSON to steps_json: 2
            write settings.theme as JSON: 2
            """));
    }

    [Test]
    public async Task NotWhereJsonIsBroken()
    {
        await RunTo(new ValuesModule(), "20240101");
        Put("settings", "{'_id': 'a', 'shop': ''}", "{'_id': 'b', 'shop': '{secret'}", "{'_id': 'c', 'shop': '[]'}", "{'_id': 'd', 'shop': 5}", @"{'_id': 'e', 'shop': '{\'shelves\': [{\'no\': \'one\'}]}'}",
            @"{'_id': 'f', 'tags': '\'a\''}", @"{'_id': 'g', 'limits': '{\'a\': 1, \'A\': 2}'}", "{'_id': 'h', 'size': '1.5'}", @"{'_id': 'i', 'since': '\'yesterday\''}", @"{'_id': 'j', 'since': '\'2024-01-01T00:00:00.00001Z\''}");

        var failed = await RunFailsAndChangesNothing(new ValuesModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4002: Values of 5 documents of table settings do not fit the declared type.
              step           parse JSON of settings.shop
              field          shop
              document       _id "a": text that is no JSON (line 1, byte 1)
              document       _id "b": text that is no JSON (line 1, byte 2)
              document       _id "c": array instead of record
              document       _id "d": int instead of JSON in a string
              document       _id "e": field shop.shelves[].no: string instead of int
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: A value of table settings does not fit the declared type.
              step           parse JSON of settings.tags
              document       _id "f"
              field          tags
              found          string instead of list of string
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: A value of table settings does not fit the declared type.
              step           parse JSON of settings.limits
              document       _id "g"
              field          limits
              found          JSON with two names that differ only by case (A)
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: A value of table settings does not fit the declared type.
              step           parse JSON of settings.size
              document       _id "h"
              field          size
              found          double instead of int
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 2 documents of table settings do not fit the declared type.
              step           parse JSON of settings.since
              field          since
              document       _id "i": JSON that is no datetime
              document       _id "j": a time with parts of a millisecond, which LiteDB cuts off
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().
            """));
    }

    [Test]
    public async Task NotWhereUndeclaredContentHasNoPlace()
    {
        await RunTo(new ValuesModule(), "20240101");
        Put("products", "{'_id': 'a', 'maker': {'name': 'n', 'title': 'of its own'}}", "{'_id': 'b', 'maker': {'name': 'n', 'title': 'n'}}", "{'_id': 'c', 'labels': [{'text': '', 'own': 1}, {'text': 'a'}]}");

        var failed = await RunFailsAndChangesNothing(new ValuesModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4002: A value of table products does not fit the declared type.
              step           convert field products.maker to company by maker => new Company(maker.Name, maker.Home is null ? nul...
              document       _id "a"
              field          maker
              found          a field title that no constant declares, and the new value has another one of that name
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: A value of table products does not fit the declared type.
              step           convert field products.labels to titles by labels => labels.Where(label => label.Text != "").Select(...
              document       _id "c"
              field          labels
              found          an array with fields that no constant declares, for which the new value has no place
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().
            """));
    }
}
