using TypedMigrations.Analyzers.Rules.Repeating;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Repeating;

public sealed class ValuesAreMadeByChance
{
    [Test]
    public Task IsReportedWithWhatToDo() => RuleTest<ChanceUsed>.VerifyMessage(
        "TM0402",
        "Migration 20201027_Roles uses Guid.NewGuid, which gives another value in every run: derive the value from the document, such as from its key, or write it down",
        RunsDiffer.Migration("private Guid Made() => {|#0:Guid.NewGuid|}();"));

    [TestCase("private int Made() => new {|#0:Random|}(5).Next();")]
    [TestCase("private {|#0:Random|} _dice = new(5);")]
    public Task IsReportedOfARandomWithASeed(string member) => RuleTest<ChanceUsed>.VerifyMessage(
        "TM0402",
        "Migration 20201027_Roles uses a Random with a seed, whose numbers may be others in another version of .NET: write a small generator of its own into Accounts.M20201027_Roles",
        RunsDiffer.Migration(member));

    [TestCase("private Guid Made() => {|TM0402:Guid.CreateVersion7|}();")]
    [TestCase("private int Made() => {|TM0402:Random.Shared|}.Next();")]
    [TestCase("private int Made() => new {|TM0402:Random|}().Next();")]
    [TestCase("private int Made(Random dice) => dice.Next();\n    private int All() => Made(new {|TM0402:Random|}());")]
    [TestCase("private int Made() => {|TM0402:System.Security.Cryptography.RandomNumberGenerator.GetInt32|}(5);")]
    [TestCase("private LiteDB.ObjectId Made() => {|TM0402:LiteDB.ObjectId.NewObjectId|}();")]
    [TestCase("private string Made() => {|TM0402:System.IO.Path.GetRandomFileName|}();")]
    [TestCase("private int Made(string text) => text.{|TM0402:GetHashCode|}();")]
    [TestCase("private int Made(string text) => {|TM0402:HashCode.Combine|}(text, 5);")]
    [TestCase("private int Made(string text) => StringComparer.Ordinal.{|TM0402:GetHashCode|}(text);")]
    public Task IsReported(string member) => RunsDiffer.Verify<ChanceUsed>(member);

    [TestCase("private Guid Made(string text) => Guid.Parse(text);\n    private Guid None => Guid.Empty;")]
    [TestCase("private int Made(int number) => number.GetHashCode();")]
    [TestCase("private LiteDB.ObjectId Made() => new(\"5f9d88a1c2e4b50001a1b2c3\");")]
    [TestCase("private int Random(int seed) => seed * 31;\n    private int Made() => Random(5);")]
    [TestCase("private byte[] Made(byte[] given) => System.Security.Cryptography.SHA256.HashData(given);")]
    public Task IsNotSaidOf(string member) => RunsDiffer.Verify<ChanceUsed>(member);
}
