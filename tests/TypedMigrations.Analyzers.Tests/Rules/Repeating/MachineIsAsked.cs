using TypedMigrations.Analyzers.Rules.Repeating;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Repeating;

namespace TypedMigrations.Analyzers.Tests.Rules.Repeating;

public sealed class MachineIsAsked
{
    [Test]
    public Task IsReportedWithWhatToDo() => RuleTest<EnvironmentRead>.VerifyMessage(
        "TM0403",
        "Migration 20201027_Roles reads Environment.MachineName, which is different from machine to machine: write what the migration needs down as a constant, or take it from the documents",
        RunsDiffer.Migration("private string Made() => {|#0:Environment.MachineName|};"));

    [TestCase("text.{|#0:ToUpper|}()", "string.ToUpper", "'ToUpperInvariant()'")]
    [TestCase("double.Parse(text) + \"\"", "double.Parse", "'CultureInfo.InvariantCulture' as an argument")]
    [TestCase("text.StartsWith(\"a\") + \"\"", "string.StartsWith", "'StringComparison.Ordinal' as an argument")]
    [TestCase("string.Compare(text, \"a\") + \"\"", "string.Compare", "'string.CompareOrdinal(…)'")]
    [TestCase("$\"{{|#0:{5.0m * text.Length}|}}\"", "5.0m * text.Length", "'string.Create(CultureInfo.InvariantCulture, $\"…\")'")]
    public Task IsReportedWhereTheCultureDecides(string expression, string text, string instead) => RuleTest<EnvironmentRead>.VerifyMessage(
        "TM0403",
        $"Migration 20201027_Roles lets {text} follow the culture of the machine, so that the same document gives another value elsewhere: write {instead}",
        RunsDiffer.Migration($"private string Made(string text) => {Marked(expression)};"));

    [TestCase("private string Made() => {|TM0403:Environment.NewLine|};")]
    [TestCase("private string? Made() => {|TM0403:System.Environment.GetEnvironmentVariable|}(\"HOME\");")]
    [TestCase("private string Made() => {|TM0403:System.Globalization.CultureInfo.CurrentCulture|}.Name;")]
    [TestCase("private bool Made() => {|TM0403:OperatingSystem.IsWindows|}();")]
    [TestCase("private string Made() => {|TM0403:AppContext.BaseDirectory|};")]
    [TestCase("private bool Made(string a) => a.Equals(\"b\", {|TM0403:StringComparison.CurrentCulture|});")]
    [TestCase("private object? Made() => {|TM0403:System.Reflection.Assembly.GetEntryAssembly|}();")]
    [TestCase("private string Made(DateTime a) => a.{|TM0403:ToString|}(\"yyyy-MM-dd\");")]
    [TestCase("private string? Made(double? a) => a?.{|TM0403:ToString|}();")]
    [TestCase("private bool Made(string a) => decimal.{|TM0403:TryParse|}(a, out _);")]
    [TestCase("private double Made(string a) => Convert.{|TM0403:ToDouble|}(a);")]
    [TestCase("private int Made(string a) => a.{|TM0403:IndexOf|}(\"b\");")]
    [TestCase("private string Made(double? a) => $\"{|TM0403:{a:0.0}|}\";")]
    public Task IsReported(string member) => RunsDiffer.Verify<EnvironmentRead>(member);

    [TestCase("text.{|TM0403:ToUpper|}()", "text.ToUpperInvariant()")]
    [TestCase("double.{|TM0403:Parse|}(text)", "double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)")]
    [TestCase("double.{|TM0403:TryParse|}(text, out _)", "double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)")]
    [TestCase("5.0.{|TM0403:ToString|}(\"0.0\")", "5.0.ToString(\"0.0\", System.Globalization.CultureInfo.InvariantCulture)")]
    [TestCase("text.{|TM0403:EndsWith|}(\"a\")", "text.EndsWith(\"a\", StringComparison.Ordinal)")]
    public Task IsRepaired(string expression, string repaired) => RuleTest<EnvironmentRead>.VerifyFix<IgnoreTheCulture>(
        RunsDiffer.Migration($"private object Made(string text) => {expression};"), RunsDiffer.Migration($"private object Made(string text) => {repaired};"));

    [TestCase("private string Made(string a) => a.ToUpperInvariant() + a.ToLower(System.Globalization.CultureInfo.InvariantCulture);")]
    [TestCase("private double Made(string a) => double.Parse(a, System.Globalization.CultureInfo.InvariantCulture);")]
    [TestCase("private string Made(int number, string a) => $\"{a} ({number:D4})\" + number.ToString() + int.Parse(a);")]
    [TestCase("private string Made(double a) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{a}\") + FormattableString.Invariant($\"{a}\");")]
    [TestCase("private string Made(DateTime a) => a.ToString(\"O\") + $\"{a:s}\" + Guid.Empty.ToString();")]
    [TestCase("private bool Made(string a) => a.StartsWith('b') || a.IndexOf('b') > 0 || a.StartsWith(\"b\", StringComparison.Ordinal) || a == \"c\" || a.Contains(\"d\") || a.Replace(\"e\", \"\") == a;")]
    [TestCase("private long Made() => Environment.TickCount64;")]
    [TestCase("private System.Globalization.CultureInfo Made() => System.Globalization.CultureInfo.InvariantCulture;")]
    [TestCase("private string Environment => \"test\";\n    private int Made() => Environment.Length;")]
    [TestCase("private object Made() => typeof(Roles).Assembly;")]
    public Task IsNotSaidOf(string member) => RunsDiffer.Verify<EnvironmentRead>(member);

    private static string Marked(string expression) => expression.Contains("#0") ? expression.Replace("{{|", "{|").Replace("|}}", "|}")
        : System.Text.RegularExpressions.Regex.Replace(expression, @"\.(Parse|StartsWith)\b", ".{|#0:$1|}").Replace("string.Compare(", "{|#0:Compare|}(").Replace("{|#0:Compare|}", "string.{|#0:Compare|}");
}
