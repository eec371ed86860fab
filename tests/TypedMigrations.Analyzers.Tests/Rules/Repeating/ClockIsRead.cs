using TypedMigrations.Analyzers.Rules.Repeating;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Repeating;

public sealed class ClockIsRead
{
    [Test]
    public Task IsReportedWithTheTimeToWriteDown() => RuleTest<ClockRead>.VerifyMessage(
        "TM0401",
        "Migration 20201027_Roles reads DateTime.UtcNow, which is different in every run and on every machine: "
        + "take the time from the documents, or write it down, such as 'new DateTime(2020, 10, 27, 0, 0, 0, DateTimeKind.Utc)'",
        RunsDiffer.Migration("private DateTime Made() => {|#0:DateTime.UtcNow|}.AddDays(1);"));

    [TestCase("private DateTime Made() => {|TM0401:DateTime.Now|};")]
    [TestCase("private DateTime Made() => {|TM0401:System.DateTime.Today|};")]
    [TestCase("private DateTime Made(DateTime given) => given.{|TM0401:ToLocalTime|}();")]
    [TestCase("private DateTimeOffset Made() => {|TM0401:DateTimeOffset.UtcNow|};")]
    [TestCase("private DateTimeOffset Made() => {|TM0401:TimeProvider.System|}.GetUtcNow();")]
    [TestCase("private TimeZoneInfo Made() => {|TM0401:TimeZoneInfo.Local|};")]
    [TestCase("private long Made() => {|TM0401:Environment.TickCount64|};")]
    [TestCase("private long Made() => {|TM0401:System.Diagnostics.Stopwatch.GetTimestamp|}();")]
    [TestCase("private Func<DateTime> Made() => () => {|TM0401:DateTime.Now|};")]
    public Task IsReported(string member) => RunsDiffer.Verify<ClockRead>(member);

    [Test]
    public Task IsReportedWithoutItsType() => RuleTest<ClockRead>.Verify(
        "using static System.DateTime;\n" + RunsDiffer.Migration("private DateTime Made() => {|TM0401:UtcNow|};"));

    [Test]
    public Task IsReportedBelowTheNamespace() => RuleTest<ClockRead>.Verify(
        RunsDiffer.Migration(""), "namespace Accounts.M20201027_Roles.Parts;\n\npublic static class Times\n{\n    public static System.DateTime Now() => {|TM0401:System.DateTime.Now|};\n}");

    [TestCase("private DateTime Made() => new DateTime(2020, 10, 27, 0, 0, 0, DateTimeKind.Utc);")]
    [TestCase("private DateTime Made(DateTime given) => given.AddDays(1).Date.ToUniversalTime();")]
    [TestCase("private DateTime Now { get; set; }\n    private DateTime Made() => Now;")]
    [TestCase("private DateTimeOffset Made() => DateTimeOffset.UnixEpoch;\n    private TimeZoneInfo Zone() => TimeZoneInfo.Utc;")]
    [TestCase("/// <summary>Unlike <see cref=\"DateTime.Now\"/>.</summary>\n    private int _number = 1;")]
    public Task IsNotSaidOf(string member) => RunsDiffer.Verify<ClockRead>(member);
}
