using System.Text.RegularExpressions;

namespace TypedMigrations.Cli.Tests.Documentation;

public sealed partial class EveryCliErrorCode : CliTest
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "cli-errors.md")).ReplaceLineEndings("\n");

    private static IEnumerable<string> Codes => typeof(CliErrorCode).GetFields().Where(code => code.IsLiteral).Select(code => (string)code.GetRawConstantValue()!);

    private static IReadOnlyList<(string Code, string Text)> Sections => [.. Heading().Split(Page).Skip(1).Chunk(2).Select(pair => (pair[0], pair[1]))];

    [Test]
    public void HasASectionAndEverySectionACode() => Assert.That(Sections.Select(section => section.Code), Is.EqualTo(Codes.Order(StringComparer.Ordinal)));

    [Test]
    public void IsDeclaredOnceAndIsNoneOfTheLibrarys()
    {
        var others = typeof(ErrorCode).GetFields().Where(code => code.IsLiteral).Select(code => (string)code.GetRawConstantValue()!);

        Assert.That(Codes.Concat(others), Is.Unique);
    }

    [TestCaseSource(nameof(Codes))]
    public void SaysWhatItMeansShowsItsMessageAndWhatToDo(string code)
    {
        var text = Sections.Single(section => section.Code == code).Text;

        Assert.That(text, Does.Match($@"^: \S.*\n\n\S.*\n\n```text\n{code}: [^\n]+\n(  [^\n]+\n)*\S[^\n]*\n```\n\n\*\*What to do:\*\* \S"));
    }

    [GeneratedRegex(@"^## (TM\d{4})", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
