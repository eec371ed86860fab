using TypedMigrations.LiteDb.Tests.Modules.Refused;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class ConstantsAreRefused : LiteDbTest
{
    [Test, Behavior(55), Behavior(67)]
    public async Task AllAtOnceAndBeforeAnythingIsMade()
    {
        var refused = await RunFails(module: new RefusedModule());

        Assert.That(refused.Problems.Select(problem => problem.ToString()), Is.EquivalentTo(new[]
        {
            "TM2006: LiteDB refuses the table name 1st.\nUse letters, digits, _ and $, and begin with a letter or _.",
            "TM2006: LiteDB refuses the index name idx_that_has_more_than_32_letters of table 1st.\nUse at most 32 letters, digits, _ and $, not beginning with $.",
            "TM2006: LiteDB refuses the index name idx-text of table 1st.\nUse at most 32 letters, digits, _ and $, not beginning with $.",
            "TM2006: LiteDB refuses the table name a-b.\nUse letters, digits, _ and $, and begin with a letter or _.",
            "TM2006: LiteDB refuses the field name '' of table a-b.\nUse a name that is not empty; _id is the key's: declare it with Table.Key.",
            "TM2006: The table name _migrations is reserved.\nBegin with a letter: LiteDB's file storage and this library's journal begin with _.",
            "TM2003: Migration 20240101_Refused declares 2 fields named _id in table _migrations.\nGive each a name of its own; names that differ only by case are the same to the store.",
            "TM2006: LiteDB refuses the field name '_id' of table _migrations.\nUse a name that is not empty; _id is the key's: declare it with Table.Key.",
            "TM2006: The field name 'a.b' of table odd has a dot, a bracket or a brace.\nUse a name without . [ ] { and }: they part the names on the way to a nested field.",
            "TM2006: The field name 'a[]' of table odd has a dot, a bracket or a brace.\nUse a name without . [ ] { and }: they part the names on the way to a nested field.",
            "TM2005: LiteDB cannot keep the index idx_unparsed on LOWER($.x of table odd.\n  reason  Unexpected token `[EOF]` in position 10.\nCorrect the expression; LiteDB's documentation has its language.",
            "TM2005: LiteDB cannot keep the index idx_constant on 1+1 of table odd.\n  reason  it names no field of the document\nCorrect the expression; LiteDB's documentation has its language.",
            "TM2005: LiteDB cannot keep the unique index idx_many on $.a[*] of table odd.\n  reason  it gives several values for a document, which LiteDB cannot keep unique\nCorrect the expression; LiteDB's documentation has its language.",
            "TM2007: Field odd.at has a type that LiteDB cannot hold.\n  reason  LiteDB's mapper writes a TimeOnly as a document and loses its seconds when it reads it; declare a TimeSpan\nDeclare a type that LiteDB stores whole.",
            "TM2007: Field odd.number has a type that LiteDB cannot hold.\n  reason  LiteDB has no stored form for Half that keeps it whole\nDeclare a type that LiteDB stores whole.",
            "TM2007: Field odd.shape has a type that LiteDB cannot hold.\n  reason  IShape stands for several classes; declare a record of your own with every variant's fields as optional ones, and the discriminator as a field named _type\nDeclare a type that LiteDB stores whole.",
        }));
        Assert.That(Names(), Is.EqualTo(new[] { "shop.db.lock" }));
    }
}
