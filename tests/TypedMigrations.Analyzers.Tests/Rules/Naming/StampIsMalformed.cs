using TypedMigrations.Analyzers.Rules.Naming;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Naming;

public sealed class StampIsMalformed
{
    [TestCase("M2020102_Roles", "'2020102' has 7 digits instead of 8 or 14")]
    [TestCase("M2020102715300_Roles", "'2020102715300' has 13 digits instead of 8 or 14")]
    [TestCase("M20201399_Roles", "'20201399' is no point in time of the calendar")]
    [TestCase("M20201006250000_Roles", "'20201006250000' is no point in time of the calendar")]
    [TestCase("M20201027", "no name follows the digits")]
    [TestCase("M20201027_", "no name follows the digits")]
    [TestCase("M20201027Roles", "no underscore stands between the digits and the name in '20201027Roles'")]
    [TestCase("M2020１027_Roles", "'2020１027' has other letters than the digits 0 to 9")]
    [TestCase("M20201027_Cafe\u0301", "the name 'Cafe\u0301' has signs that are neither letters, digits nor underscores")]
    public Task IsReportedWithTheFault(string segment, string fault) => RuleTest<MalformedStamp>.VerifyMessage(
        "TM0101",
        $"Namespace Accounts.{segment} has a malformed stamp, so that migration Roles would be refused: {fault}; "
        + "write M, the date as yyyyMMdd or the date and time as yyyyMMddHHmmss (UTC), an underscore and a name, such as M20201027_Roles",
        $$"""
        namespace Accounts.{|#0:{{segment}}|};

        public sealed class Roles : TypedMigrations.Migration;
        """);

    [TestCase("M20201027_Roles")]
    [TestCase("M20201027153000_Roles")]
    [TestCase("M20200229_Roles")]
    [TestCase("M20201027__Two__Words_2")]
    [TestCase("M20201027_Köln")]
    public Task IsNotSaidOfAStamp(string segment) => RuleTest<MalformedStamp>.Verify(
        $$"""
        namespace Accounts.{{segment}};

        public sealed class Roles : TypedMigrations.Migration;

        public abstract class Shared : TypedMigrations.Migration;
        """);

    [Test]
    public Task IsNotSaidOfANamespaceWithoutAMigration() => RuleTest<MalformedStamp>.Verify(
        """
        namespace Accounts.M20201027_Roles
        {
            public sealed class Roles : TypedMigrations.Migration;
        }

        namespace Accounts.M3_Sensors
        {
            public sealed class Sensor;

            public abstract class Shared : TypedMigrations.Migration;
        }
        """);
}
