using TypedMigrations.Analyzers.Rules.Accounting;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Accounting;

namespace TypedMigrations.Analyzers.Tests.Rules.Accounting;

public sealed class TableIsGone
{
    private const string Fields = Shop.Note + Shop.Count + Shop.Lines;
    private const string Record = ", string? Note, int Count, Line[] Lines";

    [Test]
    public Task IsReportedWithTheLineToAdd() => RuleTest<TableVanishes>.VerifyMessage(
        "TM0301",
        "Table visits is gone from the constants of 20240102_After, and no step says where its documents go: declare the table, or add to Up 'up.Drop(Old.VisitTable.Table);', or up.Rename, up.Merge or another verb for tables",
        Shop.After("", Fields, Record, Shop.Line, visits: "", mark: "{|#0:After|}"), Shop.Before);

    [Test]
    public Task IsRepairedByDroppingIt() => RuleTest<TableVanishes>.VerifyFix<DropTable>(
        Shop.After("up.Drop(Old.OrderTable.Count);", Shop.Note + Shop.Lines, ", string? Note, Line[] Lines", Shop.Line, visits: "", mark: "{|TM0301:After|}"),
        Shop.After("up.Drop(Old.OrderTable.Count);\n        up.Drop(Old.VisitTable.Table);", Shop.Note + Shop.Lines, ", string? Note, Line[] Lines", Shop.Line, visits: ""), Shop.Before);

    [TestCase("up.Drop(Old.VisitTable.Table);")]
    [TestCase("up.Insert(Old.VisitTable.Table, OrderTable.Table, (visit, _) => null!); up.Drop(Old.VisitTable.Table);")]
    [TestCase("up.Merge(Old.VisitTable.Table, OrderTable.Table);")]
    [TestCase("up.Partition(Old.VisitTable.Table, OrderTable.Table, visit => true);")]
    public Task ButAccountedForIsNotReported(string up) => RuleTest<TableVanishes>.Verify(Shop.After(up, Fields, Record, Shop.Line, visits: ""), Shop.Before);

    [TestCase("foreach (var table in new[] { Old.VisitTable.Table }) up.Drop(table);")]
    [TestCase("Drop(up); static void Drop(Steps up) => up.Drop(Old.VisitTable.Table);")]
    public Task OnlyTheRunKnowsIsNotReported(string up) => RuleTest<TableVanishes>.Verify(Shop.After(up, Fields, Record, Shop.Line, visits: ""), Shop.Before);
}
