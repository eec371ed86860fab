using TypedMigrations.Analyzers.Rules.Accounting;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Accounting;

namespace TypedMigrations.Analyzers.Tests.Rules.Accounting;

public sealed class FieldHasAnotherType
{
    private const string Record = ", string? Note, long Count, Line[] Lines";

    private static readonly string Fields = Shop.Note + Shop.Count.Replace("Field<Order, int>", "Field<Order, long>") + Shop.Lines;

    [Test]
    public Task IsReportedWithTheLineToAdd() => RuleTest<TypeChanges>.VerifyMessage(
        "TM0304",
        "Field orders.count changes its type from int to long in 20240102_After, and no step converts its values: add to Up "
        + "'up.Convert(Old.OrderTable.Count, OrderTable.Count, value => throw new System.NotImplementedException());' with the conversion, or keep the type",
        Shop.After("", Fields, Record, Shop.Line, mark: "{|#0:After|}"), Shop.Before);

    [Test]
    public Task IsRepairedByAConversionToWrite() => RuleTest<TypeChanges>.VerifyFix<ConvertField>(
        Shop.After("up.Drop(Old.VisitTable.Table);", Fields, Record, Shop.Line, visits: "", mark: "{|TM0304:After|}"),
        Shop.After("up.Drop(Old.VisitTable.Table);\n        up.Convert(Old.OrderTable.Count, OrderTable.Count, value => throw new System.NotImplementedException());", Fields, Record, Shop.Line, visits: ""), Shop.Before);

    [Test]
    public Task AndIsConvertedIsNotReported() => RuleTest<TypeChanges>.Verify(
        Shop.After("up.Convert(Old.OrderTable.Count, OrderTable.Count, count => (long)count);", Fields, Record, Shop.Line), Shop.Before);

    [Test]
    public Task OfTheSameShapeIsNotReported() => RuleTest<TypeChanges>.Verify(
        Shop.After("", Shop.Note + Shop.Count + Shop.Lines.Replace("Line[]>", "System.Collections.Generic.IReadOnlyList<Line>>"), ", string? Note, int Count, System.Collections.Generic.IReadOnlyList<Line> Lines", Shop.Line), Shop.Before);
}
