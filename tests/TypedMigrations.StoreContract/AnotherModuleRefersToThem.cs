using TypedMigrations.StoreContract.Modules.Guests;
using TypedMigrations.StoreContract.Modules.Owners;

namespace TypedMigrations.StoreContract;

public abstract class AnotherModuleRefersToThem<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndLooksTheNewKeysUp()
    {
        await Run([new OwnersModule(), new GuestsModule()], options => options.Target = "20240102");
        Put("owner_accounts", "{'_id': 'a', 'name': 'Ada'}", "{'_id': 'b', 'name': 'Bo', 'more': ['']}");
        Put("badges", "{'_id': '1', 'account_id': 'b', 'more': {}}", "{'_id': '2', 'account_id': 'a'}");

        await Run([new OwnersModule(), new GuestsModule()]);

        AssertDocuments("owner_accounts", "{'_id': 3, 'name': 'Ada', 'old_id': 'a'}", "{'_id': 2, 'name': 'Bo', 'old_id': 'b', 'more': ['']}");
        AssertDocuments("badges", "{'_id': '1', 'account_id': 2, 'more': {}}", "{'_id': '2', 'account_id': 3}");
    }
}
