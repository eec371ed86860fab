using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Fields;

namespace TypedMigrations.StoreContract;

public abstract class FieldsChange<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    // What every document has after the fills where it had nothing.
    private const string Filled = "'points': 10, 'constant': 7";

    private static readonly TestCaseData[] Documents =
    [
        new TestCaseData("'dropped': 'x'", Filled).SetArgDisplayNames("dropped"),
        new TestCaseData("'dropped': {'a': 1}", Filled).SetArgDisplayNames("dropped, of another type"),
        new TestCaseData("'old_name': 'x'", "'new_name': 'x', " + Filled).SetArgDisplayNames("renamed"),
        new TestCaseData("'old_name': null", "'new_name': null, " + Filled).SetArgDisplayNames("renamed, null"),
        new TestCaseData("'old_name': ''", "'new_name': '', " + Filled).SetArgDisplayNames("renamed, empty"),
        new TestCaseData("'old_name': ' x '", "'new_name': ' x ', " + Filled).SetArgDisplayNames("renamed, with blanks"),
        new TestCaseData("'old_name': 5", "'new_name': 5, " + Filled).SetArgDisplayNames("renamed, of another type"),
        new TestCaseData("'left': 'l', 'right': 'r'", "'left': 'r', 'right': 'l', " + Filled).SetArgDisplayNames("swapped"),
        new TestCaseData("'left': 'l'", "'right': 'l', " + Filled).SetArgDisplayNames("swapped with a missing one"),
        new TestCaseData("'left': 'l', 'right': null", "'left': null, 'right': 'l', " + Filled).SetArgDisplayNames("swapped with null"),
        new TestCaseData("'CasedName': 'x'", "'casedname': 'x', " + Filled).SetArgDisplayNames("renamed by case only"),
        new TestCaseData("'number': '12'", "'number': {'$long': 12}, " + Filled).SetArgDisplayNames("converted in place"),
        new TestCaseData("'number': null", "'number': null, " + Filled).SetArgDisplayNames("converted, null"),
        new TestCaseData("'number': ''", "'number': null, " + Filled).SetArgDisplayNames("converted to null"),
        new TestCaseData("'size': 180", "'width': '180 cm', " + Filled).SetArgDisplayNames("converted to another name"),
        new TestCaseData("'size': null", "'width': null, " + Filled).SetArgDisplayNames("converted, null though required"),
        new TestCaseData("'other': 1", "'other': 1, " + Filled).SetArgDisplayNames("converted, missing though required"),
        new TestCaseData("'points': 3", "'points': 3, 'constant': 7").SetArgDisplayNames("filled, but there"),
        new TestCaseData("'points': null", Filled).SetArgDisplayNames("filled, null"),
        new TestCaseData("'home': null", "'address': null, " + Filled).SetArgDisplayNames("nested, null"),
        new TestCaseData("'home': {}", "'address': {'country': 'DE'}, " + Filled).SetArgDisplayNames("nested, empty"),
        new TestCaseData(
            "'home': {'town': 'U', 'zip': '89073', 'gone': 1, 'owner': {'called': 'O', 'more': [1]}, 'more': {'x': null}}",
            "'address': {'place': 'U', 'zip': 89073, 'country': 'DE', 'owner': {'name': 'O', 'more': [1]}, 'more': {'x': null}}, " + Filled).SetArgDisplayNames("nested"),
        new TestCaseData("'phones': []", "'phones': [], " + Filled).SetArgDisplayNames("elements of an empty array"),
        new TestCaseData(
            "'phones': [{'nr': '1', 'kind': 'home', 'more': ''}, null, {}, 'odd', {'kind': null}]",
            "'phones': [{'number': '1', 'kind': 1, 'checked': true, 'more': ''}, null, {'checked': true}, 'odd', {'kind': null, 'checked': true}], " + Filled).SetArgDisplayNames("elements"),
        new TestCaseData("'a': {'b': [{'c': null}, []]}, 'd': '', 'e': null", "'a': {'b': [{'c': null}, []]}, 'd': '', 'e': null, " + Filled).SetArgDisplayNames("unknown"),
    ];

    [TestCaseSource(nameof(Documents))]
    public async Task BecomeWhatTheStepsSay(string before, string after)
    {
        await RunTo(new FieldsModule(), "20240101");
        Put("people", $"{{'_id': 'p', {before}}}");

        await Run(new FieldsModule());

        AssertDocuments("people", $"{{'_id': 'p', {after}}}");
    }

    [TestCase("'first': 'Ada', 'last': 'L'", "'first': 'Ada', 'last': 'L', 'full_name': 'Ada L', 'cities': 0")]
    [TestCase("'first': 'Ada', 'full_name': 'here'", "'first': 'Ada', 'full_name': 'here', 'cities': 0")]
    [TestCase("'city_id': 'c1', 'unknown': {'a': []}", "'city_id': 'c1', 'city_name': 'Ulm', 'full_name': ' ', 'cities': 0, 'unknown': {'a': []}")]
    [TestCase("'city_id': 'c9'", "'city_id': 'c9', 'full_name': ' ', 'cities': 0")]
    [TestCase("'city_id': null", "'city_id': null, 'full_name': ' ', 'cities': 0")]
    public async Task AreFilledByAFunctionOfTheDocumentAsItWasAndOfOthers(string before, string after)
    {
        await RunTo(new FieldsModule(), "20240101");
        Put("members", $"{{'_id': 'm', {before}}}");
        Put("cities", "{'_id': 'c1', 'name': 'Ulm'}");

        await Run(new FieldsModule());

        AssertDocuments("members", $"{{'_id': 'm', {after}}}");
        AssertDocuments("cities", "{'_id': 'c1', 'name': 'Ulm'}");
    }

    [Test]
    public async Task AreFilledWithAllThatALookupFindsByAFieldWithoutAnIndex()
    {
        await RunTo(new FieldsModule(), "20240101");
        Put("members", "{'_id': 'm', 'city_id': 'c2'}");
        Put("cities", "{'_id': 'c1', 'name': 'Ulm', 'mayor': 'm'}", "{'_id': 'c2', 'name': 'Bonn', 'mayor': 'm'}", "{'_id': 'c3', 'name': 'Kiel', 'mayor': 'n'}");

        await Run(new FieldsModule());

        AssertDocuments("members", "{'_id': 'm', 'city_id': 'c2', 'city_name': 'Bonn', 'cities': 2, 'full_name': ' '}");
    }

    [Test]
    public async Task GiveTheSameResultWithTheStepsInAnotherOrder()
    {
        await RunTo(new FieldsModule(), "20240101");
        Put("people", [.. Documents.Select((document, i) => $"{{'_id': 'p{i}', {document.Arguments[0]}}}")]);
        Put("members", "{'_id': 'm', 'city_id': 'c1'}");
        Put("cities", "{'_id': 'c1', 'name': 'Ulm', 'mayor': 'm'}");
        StepOrder.Reverse();

        await Run(new FieldsModule());

        AssertDocuments("people", [.. Documents.Select((document, i) => $"{{'_id': 'p{i}', {document.Arguments[1]}}}")]);
        AssertDocuments("members", "{'_id': 'm', 'city_id': 'c1', 'city_name': 'Ulm', 'cities': 1, 'full_name': ' '}");
    }
}
