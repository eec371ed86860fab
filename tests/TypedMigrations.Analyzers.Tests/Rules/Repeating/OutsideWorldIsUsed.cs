using TypedMigrations.Analyzers.Rules.Repeating;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Repeating;

public sealed class OutsideWorldIsUsed
{
    [Test]
    public Task IsReportedWithWhatToDo() => RuleTest<OutsideWorldUsed>.VerifyMessage(
        "TM0404",
        "Migration 20201027_Roles uses File.ReadAllText, and what is outside of the database differs from machine to machine: "
        + "put the data that it needs into its folder, where a seed reads it with seeds.Json, or take it from the documents",
        RunsDiffer.Migration("private string Made() => {|#0:System.IO.File.ReadAllText|}(\"roles.json\");"));

    [TestCase("private object Made() => new {|TM0404:System.IO.FileInfo|}(\"a\");", "FileInfo")]
    [TestCase("private object Made() => {|TM0404:System.IO.Directory.GetFiles|}(\"a\");", "")]
    [TestCase("private object Made() => new System.IO.{|TM0404:StreamReader|}(\"a\");", "")]
    [TestCase("private object Made() { using System.IO.{|TM0404:StreamReader|} reader = new(\"a\"); return reader; }", "")]
    [TestCase("private object Made() => new System.Net.Http.{|TM0404:HttpClient|}();", "")]
    [TestCase("private object Made() => {|TM0404:System.Net.Dns.GetHostName|}();", "")]
    [TestCase("private object? Made() => {|TM0404:System.Diagnostics.Process.Start|}(\"ls\");", "")]
    [TestCase("private void Made() => {|TM0404:Console.WriteLine|}(\"done\");", "")]
    [TestCase("private string Made() => {|TM0404:System.IO.Path.GetTempPath|}();", "")]
    public Task IsReported(string member, string inType) =>
        RunsDiffer.Verify<OutsideWorldUsed>(inType.Length == 0 ? member : member.Replace("{|TM0404:System.IO." + inType, "System.IO.{|TM0404:" + inType));

    [Test]
    public Task IsReportedOfAnAlias() => RuleTest<OutsideWorldUsed>.Verify("using Disk = System.IO.{|TM0404:File|};\n" + RunsDiffer.Migration("private bool Made() => Disk.Exists(\"a\");"));

    [TestCase("private string Made(string path) => System.IO.Path.GetExtension(path) + System.IO.Path.Combine(path, \"a\");")]
    [TestCase("private object Made(byte[] bytes) => new System.IO.StreamReader(new System.IO.MemoryStream(bytes));")]
    [TestCase("private object Made(string text) => new System.IO.StringReader(text);")]
    [TestCase("private string Made(string text) => System.Net.WebUtility.HtmlDecode(text) + System.Net.IPAddress.Loopback + new Uri(text);")]
    [TestCase("private sealed record File(string Name);\n    private string Made() => new File(\"a\").Name;")]
    public Task IsNotSaidOf(string member) => RunsDiffer.Verify<OutsideWorldUsed>(member);
}
