using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Verifying;

public sealed class DocumentsAreOdd : RealSchemaTest
{
    [Test]
    public async Task AndEveryTypeOfLiteDbHasAWord()
    {
        PutNumbered("every", new BsonDocument
        {
            ["min"] = BsonValue.MinValue, ["null"] = BsonValue.Null, ["int"] = 1, ["long"] = 1L, ["double"] = 1.5, ["decimal"] = 1.5m, ["string"] = "", ["record"] = new BsonDocument(),
            ["list"] = new BsonArray(), ["bytes"] = Array.Empty<byte>(), ["object_id"] = ObjectId.Empty, ["guid"] = Guid.Empty, ["bool"] = true, ["date_time"] = DateTime.UnixEpoch, ["max"] = BsonValue.MaxValue,
        });

        var real = (await Read()).Real;

        Assert.That(real.ToText(withCounts: false), Is.EqualTo(Lines("""
            table every
              key int
              field bool bool
              field bytes bytes
              field date_time datetime
              field decimal decimal
              field double double
              field guid guid
              field int int
              field list list of nothing
              field long long
              field max maxvalue
              field min minvalue
              field null null optional
              field object_id objectid
              field record record
              field string string
            """)));
    }

    [Test]
    public async Task AndEveryDepthIsCountedOnItsOwn()
    {
        PutNumbered("items",
            new BsonDocument { ["size"] = 1, ["home"] = new BsonDocument { ["city"] = "U" }, ["phones"] = ArrayOf(new BsonDocument { ["number"] = "1" }, new BsonDocument { ["number"] = 2, ["kind"] = BsonValue.Null }) },
            new BsonDocument { ["size"] = "big", ["home"] = new BsonDocument { ["city"] = BsonValue.Null, ["zip"] = 1 }, ["phones"] = ArrayOf(), ["matrix"] = ArrayOf(ArrayOf(1, 2), ArrayOf("3"), ArrayOf()) },
            new BsonDocument { ["size"] = BsonValue.Null, ["phones"] = ArrayOf(new BsonDocument { ["number"] = "3" }, "none", BsonValue.Null), ["matrix"] = ArrayOf(1.5) },
            new BsonDocument { ["home"] = "U" });

        var real = (await Read()).Real;

        Assert.That(real.ToString(), Is.EqualTo(Lines("""
            table items  # 4 documents
              key int  # 4 of 4: int 4
              field home record or string optional  # 3 of 4: record 2, string 1, missing 1
                field city string optional  # 2 of 4: string 1, null 1
                field zip int optional  # 1 of 4: int 1, missing 1
              field matrix list of (double or list of (int or string)) optional  # 2 of 4: list 2 [double 1, list 3 in 1 [int 2 in 1, string 1]], missing 2
              field phones list of (record or string) optional  # 3 of 4: list 3 [record 3 in 2, string 1, null 1], missing 1
                field kind null optional  # 1 of 4: null 1, missing 2
                field number int or string  # 2 of 4: int 1, string 2
              field size int or string optional  # 3 of 4: int 1, string 1, null 1, missing 1
            """)));
    }

    [Test]
    public async Task AndARecordAndRecordsInAListAreToldApart()
    {
        PutNumbered("items",
            new BsonDocument { ["part"] = new BsonDocument { ["name"] = "a" } },
            new BsonDocument { ["part"] = ArrayOf(new BsonDocument { ["name"] = 1 }, ArrayOf(new BsonDocument { ["deep"] = true })) });

        var real = (await Read()).Real;

        Assert.That(real.ToText(withCounts: false), Is.EqualTo(Lines("""
            table items
              key int
              field part list of (list of record or record) or record
                field name string
                field [].name int
                field [][].deep bool
            """)));
    }

    [Test]
    public async Task AndNamesThatDifferByCaseAreOneField()
    {
        PutNumbered("items", new BsonDocument { ["Name"] = "a" }, new BsonDocument { ["name"] = "b" }, new BsonDocument { ["NAME"] = 1 }, new BsonDocument { ["name"] = "c" });

        var real = (await Read()).Real;

        var name = real.Tables.Single().TryFind("name")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(name.Name, Is.EqualTo("Name"), "as the first document spells it");
            Assert.That(name.OtherSpellings, Is.EqualTo(new[] { "name", "NAME" }));
            Assert.That(real.ToString(), Does.EndWith("\n  field Name int or string  # 4 of 4: int 1, string 3; spelled Name, name, NAME"));
        }
    }

    [Test]
    public async Task AndNamesThatLookLikeAWayAreQuoted()
    {
        PutNumbered("items", new BsonDocument { ["a.b"] = 1, ["two words"] = 1, [""] = 1, ["line\nbreak"] = 1, ["{}"] = 1, ["[]"] = new BsonDocument { ["x.y"] = 1 } });

        var real = (await Read()).Real;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(real.ToText(withCounts: false), Is.EqualTo(Lines("""
                table items
                  key int
                  field [""] int
                  field ["[]"] record
                    field ["x.y"] int
                  field ["a.b"] int
                  field ["line\nbreak"] int
                  field two words int
                  field ["{}"] int
                """)));
            Assert.That(real.Tables.Single().TryFind("""["[]"]["x.y"]""")!.Name, Is.EqualTo("x.y"));
        }
    }

    [Test]
    public async Task AndKeysAreOfManyTypes()
    {
        Put("items", new BsonDocument { ["_id"] = 1 }, new BsonDocument { ["_id"] = "a" }, new BsonDocument { ["_id"] = new BsonDocument { ["year"] = 2024 } }, new BsonDocument { ["_id"] = Guid.Empty });

        Assert.That((await Read()).Real.ToString(), Is.EqualTo(Lines("""
            table items  # 4 documents
              key guid or int or record or string  # 4 of 4: guid 1, int 1, record 1, string 1
                field year int  # 1 of 4: int 1
            """)));
    }

    [Test]
    public async Task AndDepthBeyondThirtyTwoIsNotFollowed()
    {
        BsonValue value = 1;
        for (var i = 0; i < 60; i++)
            value = i % 2 == 0 ? new BsonDocument { ["a"] = value } : ArrayOf(value);
        PutNumbered("items", new BsonDocument { ["deep"] = value });

        var text = (await Read()).Real.ToText(withCounts: false);

        Assert.That(text, Does.Contain("field deep list of record"));
        Assert.That(text.Split('\n'), Has.Length.LessThan(40));
    }
}
