using System.Text;
using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Dumping;

public sealed class DumpIsBroken : DumpTest
{
    private const string Header = """{"$dump":"TypedMigrations","version":1,"store":"LiteDB","settings":{}}""";
    private const string End = """{"$end":true,"tables":1,"documents":1}""";

    [Test]
    public async Task BecauseItIsNone([Values("", "\n", "hello", "[]", "{}", """{"$dump":"Other","version":1}""", "{\"$dump\":\"TypedMigrations\",\"version\"")] string text)
    {
        var failed = await LoadFails(Encoding.UTF8.GetBytes(text));

        Assert.That(failed.Message, Is.EqualTo("""
            TM3403: The text is no dump of this library: its first line does not say so.
              database  the stream was not changed.
            Give what DumpAsync wrote, from its beginning.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task BecauseItIsOfANewerVersion()
    {
        var failed = await LoadFails(Header.Replace(":1", ":2", StringComparison.Ordinal));

        Assert.That(failed.Message, Does.StartWith("TM3403: The dump is of version 2, and this library reads version 1.\n").And.EndWith("Update the TypedMigrations packages, or dump again with these."));
    }

    [Test]
    public async Task BecauseItIsOfAnotherStore()
    {
        var failed = await LoadFails(Header.Replace("LiteDB", "Other", StringComparison.Ordinal));

        Assert.That(failed.Message, Does.StartWith("TM3403: The dump is one of Other, and the database is one of LiteDB.\n"));
    }

    [TestCase("""{"_id":1,"v":1.5}""", "a number that is no int must say its type (before byte 17)")]
    [TestCase("""{"_id":1,"v":{"$numberLong":"x"}}""", "what $numberLong says is no such value (before byte 32)")]
    [TestCase("""{"_id":1,"v":{"$numberLong":7}}""", "there is another type than must stand there, or no valid text, before byte 30")]
    [TestCase("""{"_id":1,"v":{"$numberDecimal":"1.00000000000000000000000000001"}}""", "what $numberDecimal says is no such value (before byte 65)")]
    [TestCase("""{"_id":1,"v":{"$date":"2024-01-01T00:00:00.0000001Z"}}""", "what $date says is no such value (before byte 53)")]
    [TestCase("""{"_id":1,"v":{"$date":"2024-01-01"}}""", "what $date says is no such value (before byte 35)")]
    [TestCase("""{"_id":1,"v":{"$oid":"123"}}""", "what $oid says is no such value (before byte 27)")]
    [TestCase("""{"_id":1,"v":{"$binary":"AQI="}}""", "$binary has no base64 and subType (before byte 31)")]
    [TestCase("""{"_id":1,"v":{"$binary":{"base64":"AQI=","subType":"03"}}}""", "$binary needs base64 and the subType 00 (before byte 57)")]
    [TestCase("""{"_id":1,"v":{"$oid":"0123456789abcdef01234567","b":1}}""", "something follows the value of $oid; write a document that begins so as {\"$document\":{…}} (before byte 53)")]
    [TestCase("""{"_id":1,"a":1,"A":2}""", "a field is there twice; upper and lower case are the same (before byte 21)")]
    [TestCase("""{"_id":1,"v":"\ud800"}""", "there is another type than must stand there, or no valid text, before byte 22")]
    [TestCase("""{"_id":1,"a\u0000b":1}""", "the name of a field has a zero character in it")]
    [TestCase("""{"_ID":1}""", "the key is named _ID instead of _id")]
    [TestCase("""{"v":1}""", "it is no document: it has no _id")]
    [TestCase("""{"_id":null}""", "it is no document: it has no _id")]
    [TestCase("""{"_id":1""", "it is no JSON at byte 9")]
    [TestCase("""{"_id":1}{"_id":2}""", "it is no JSON at byte 10")]
    [TestCase("""{"_id":{"$numberDouble":"1E+300"}}""", "LiteDB refuses it: Arithmetic operation resulted in an overflow.")]
    [TestCase("""[1]""", "it is no document")]
    [TestCase("", "it is no JSON at byte 1")]
    [TestCase(End, "it is no document: it has no _id")]
    public async Task BecauseADocumentIsWrong(string document, string why)
    {
        var failed = await LoadFails(Header, """{"$table":"things","documents":1,"indexes":[]}""", document, End);

        Assert.That(failed.Message, Is.EqualTo($"""
            TM3404: Line 3 of the dump is wrong: {why.TrimEnd('.')}.
              line      3
              database  the stream was not changed.
            Dump the database again, or correct the line if you changed it by hand.
            """.ReplaceLineEndings("\n")));
    }

    [TestCase("""{"$table":"$file_json","documents":0,"indexes":[]}""", "LiteDB refuses the name of the table")]
    [TestCase("""{"$table":"../x","documents":0,"indexes":[]}""", "LiteDB refuses the name of the table")]
    [TestCase("""{"$table":"","documents":0,"indexes":[]}""", "LiteDB refuses the name of the table")]
    [TestCase("""{"$table":"t","documents":-1,"indexes":[]}""", "no table has so many documents")]
    [TestCase("""{"$table":"t","documents":"1","indexes":[]}""", "it does not say all that such a line must say")]
    [TestCase("""{"$table":"t","documents":0}""", "it does not say all that such a line must say")]
    [TestCase("""{"$table":"t","documents":0,"indexes":[{"name":"i","on":"FOO(","unique":false}]}""", "LiteDB refuses it: ")]
    [TestCase("""{"$table":"t","documents":0,"indexes":[{"name":"i","on":"NOW()","unique":false}]}""", "LiteDB refuses it: ")]
    [TestCase("""{"$table":"t","documents":0,"indexes":[{"name":"a b","on":"$.a","unique":false}]}""", "LiteDB refuses it: ")]
    [TestCase("""{"_id":1}""", "a table or the closing line must come here")]
    public async Task BecauseATableIsWrong(string table, string why)
    {
        var failed = await LoadFails(Header, table, End);

        Assert.That(failed.Message, Does.StartWith($"TM3404: Line 2 of the dump is wrong: {why}"));
    }

    [TestCase("""{"UNKNOWN":"1"}"""), TestCase("""{"USER_VERSION":"x"}"""), TestCase("""{"TIMEOUT":"99999999999"}"""), TestCase("""{"COLLATION":"no-such-culture-at-all/None"}""")]
    public async Task BecauseASettingIsWrong(string settings)
    {
        var failed = await LoadFails(Header.Replace("{}", settings, StringComparison.Ordinal), End);

        Assert.That(failed.Code, Is.EqualTo(ErrorCode.DumpBroken));
        Assert.That(failed.Problems[0].What, Does.StartWith("Line 1 of the dump is wrong: "));
    }

    [Test]
    public async Task BecauseATableComesTwice()
    {
        var failed = await LoadFails(Header, """{"$table":"t","documents":0,"indexes":[]}""", """{"$table":"T","documents":0,"indexes":[]}""", End);

        Assert.That(failed.Problems[0].What, Is.EqualTo("Line 3 of the dump is wrong: table T came before."));
    }

    [Test]
    public async Task BecauseAKeyComesTwice()
    {
        var failed = await LoadFails(Header, """{"$table":"t","documents":3,"indexes":[]}""", """{"_id":"secret a"}""", """{"_id":"b"}""", """{"_id":"B"}""", End);

        Assert.That(failed.Problems[0].What, Is.EqualTo("Line 5 of the dump is wrong: the key \"B\" is there already in table t."));
    }

    [Test]
    public async Task BecauseAKeyComesTwiceAmongMany([Values(10, 3_000)] int documents)
    {
        var middle = documents / 2;
        var keys = Enumerable.Range(0, documents).Select(i => i == middle ? i - 1 : i);
        var failed = await LoadFails([Header, $$"""{"$table":"t","documents":{{documents}},"indexes":[]}""", .. keys.Select(key => $$"""{"_id":{{key}}}"""), End]);

        Assert.That(failed.Problems[0].What, Is.EqualTo($"Line {3 + middle:N0} of the dump is wrong: the key {middle - 1} is there already in table t."));
    }

    [Test]
    public async Task BecauseAUniqueIndexForbidsIt()
    {
        var failed = await LoadFails(Header, """{"$table":"t","documents":2,"indexes":[{"name":"i","on":"$.a","unique":true}]}""", """{"_id":1,"a":"secret"}""", """{"_id":2,"a":"secret"}""", End);

        Assert.That(failed.Message, Does.Contain("Line 2 of the dump is wrong: documents of table t share a value that its unique index i forbids.").And.Not.Contain("secret"));
    }

    [TestCase("""{"$end":true,"tables":2,"documents":1}""", "it counts 2 tables and 1 documents, but 1 and 1 came before")]
    [TestCase("""{"$end":true,"tables":1,"documents":1,"sha256":"00"}""", "its sha256 is not that of the lines before")]
    [TestCase("""{"$end":true,"tables":1,"documents":1,"sha257":"00"}""", "it does not say all that such a line must say")]
    [TestCase("""{"$end":true,"tables":1,"documents":1}""" + "\n{}", "nothing may follow the closing line")]
    public async Task BecauseTheEndIsWrong(string end, string why)
    {
        var failed = await LoadFails(Header, """{"$table":"t","documents":1,"indexes":[]}""", """{"_id":1}""", end);

        Assert.That(failed.Problems[0].What, Does.Contain(why));
    }

    [Test]
    public async Task BecauseItReadsBackDifferently()
    {
        var failed = await LoadFails(Header, """{"$table":"t","documents":1,"indexes":[{"name":"i","on":"LOWER( $.a )","unique":false}]}""", """{"_id":1}""", End);

        Assert.That(failed.Message, Is.EqualTo("""
            TM3405: What was loaded does not read back as it is in the dump.
              found     index i of table t on LOWER( $.a ) is not there as it was dumped
              database  the stream was not changed.
            If the dump was changed by hand, look at the tables named; else please report it, with the kind of values in the table.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task BecauseAnyOneCharacterIsAnother()
    {
        var dump = await Dump(Make(new BsonDocument { ["_id"] = 1, ["text"] = "some text", ["n"] = 12L }));

        for (var i = 0; i < dump.Length - 1; i++)
        {
            var flipped = (byte[])dump.Clone();
            flipped[i] ^= 1;
            var failed = await LoadFails(flipped);
            Assert.That(failed.Code, Is.AnyOf(ErrorCode.NotADump, ErrorCode.DumpBroken, ErrorCode.ConnectionRefused), $"byte {i}");
        }
    }

    [Test]
    public async Task ButNotWhereItsLineBreaksAreAnEditors()
    {
        var stored = Make(new BsonDocument { ["_id"] = 1, ["text"] = "a\r\nb" });
        var text = "\uFEFF" + string.Join("\r\n", Lines(await Dump(stored))) + "\r\n\r\n";

        var comparison = await Compare(stored, await Load(Encoding.UTF8.GetBytes(text)));

        Assert.That(comparison.IsEqual, Is.True);
    }

    [Test]
    public async Task ButNotWhereItWasWrittenByHand()
    {
        var loaded = await Load(Bytes(Header, """ { "$table" : "things", "documents":1, "indexes":[] }""", """ { "a" : [ { "x":1, "_id":2 } ], "_id" : "k" } """, End));

        Assert.That(Look(loaded, database => database.GetCollection("things").FindAll().Single().ToString()), Is.EqualTo("""{"_id":"k","a":[{"_id":2,"x":1}]}"""));
    }

    [Test]
    public async Task BecauseATableIsWantedThatItHasNot()
    {
        var failed = await LoadFails(Bytes(Header, """{"$table":"t","documents":1,"indexes":[]}""", """{"_id":1}""", End), new LoadOptions { Tables = ["u", "t"] });

        Assert.That(failed.Problems[0].What, Is.EqualTo("The dump has no table u."));
    }
}
