using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Parts;

namespace TypedMigrations.StoreContract;

public abstract class FieldsGoToOtherTables<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task WithTheDocumentsThatGoThere([Values] bool isReversed)
    {
        if (isReversed)
            StepOrder.Reverse();
        await RunTo(new PartsModule(), "20240101");
        Put("accounts",
            "{'_id': 'a', 'mail': 'm', 'bio': 'b', 'age': '7', 'settings': {'theme': 't', 'lang': 'de', 'own': {'x': ''}}, 'own': [1]}",
            "{'_id': 'b', 'kind': 'bot', 'mail': 'o', 'bio': null, 'own': ''}");

        var report = await Run(new PartsModule());

        AssertDocuments("accounts", "{'_id': 'a', 'mail': 'm', 'own': [1]}");
        AssertDocuments("profiles", "{'_id': 'a', 'about': 'b', 'age': 7, 'look': {'theme': 't', 'language': 'de', 'own': {'x': ''}}}", "{'_id': 'b', 'about': null}");
        AssertDocuments("archive", "{'_id': 'a', 'email': 'm', 'bio': 'b', 'old': true, 'own': [1]}", "{'_id': 'b', 'kinds': ['bot'], 'email': 'o', 'bio': null, 'old': true, 'own': ''}");
        AssertDocuments("bots", "{'_id': 'b', 'kind': 'bot', 'owner': 'o', 'own': ''}");
        Assert.That(Counts(report), Is.EqualTo(
            """
            convert field accounts.age to profiles.age by age => (int?)int.Parse(age, CultureInfo.InvariantCulture): 1
            copy table accounts to archive: 2
            fill field archive.old with true: 2
            leave field accounts.age to table accounts: 1
            leave field accounts.age to table profiles: 1
            leave field accounts.bio to table profiles: 1
            leave field accounts.settings to table accounts: 1
            leave field accounts.settings to table profiles: 1
            move field accounts.bio to profiles.about: 2
            partition table accounts: into bots where account => account.Kind == "bot": 1
            rename field accounts.mail to archive.email: 2
            rename field accounts.mail to bots.owner: 1
            rename field accounts.settings to profiles.look: 1
            rename field accounts.settings.lang to profiles.look.language: 1
            split table accounts: what profiles declares goes there: 2
            wrap field accounts.kind into array archive.kinds: 1
            """));
    }
}
