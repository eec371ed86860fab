using TypedMigrations.Analyzers.Rules.Accounting;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Accounting;

namespace TypedMigrations.Analyzers.Tests.Rules.Accounting;

public sealed class FieldIsGone
{
    private const string Remark = "public static readonly Field<Order, string?> Remark = Table.Optional(\"remark\", o => o.Remark);";

    [Test]
    public Task IsReportedWithTheLineToAdd() => RuleTest<FieldVanishes>.VerifyMessage(
        "TM0302",
        "Field orders.note is gone from the constants of 20240102_After, and no step says where its values go: declare the field, or add to Up 'up.Drop(Old.OrderTable.Note);', or up.Convert, up.Move, up.Drop or another verb for fields",
        Shop.After("", Shop.Count + Shop.Lines, ", int Count, Line[] Lines", Shop.Line, mark: "{|#0:After|}"), Shop.Before);

    [Test]
    public Task WhereOneIsNewIsRepairedByRenamingIt() => RuleTest<FieldVanishes>.VerifyFix<DropOrRenameField>(
        Shop.After("up.MakeUnique(OrderTable.Id, (id, n) => id + n);", Remark + Shop.Count + Shop.Lines, ", string? Remark, int Count, Line[] Lines", Shop.Line, mark: "{|TM0302:After|}"),
        Shop.After("up.MakeUnique(OrderTable.Id, (id, n) => id + n);\n        up.Rename(Old.OrderTable.Note, OrderTable.Remark);", Remark + Shop.Count + Shop.Lines, ", string? Remark, int Count, Line[] Lines", Shop.Line), Shop.Before);

    [Test]
    public Task FromArrayElementsIsReported() => RuleTest<FieldVanishes>.Verify(
        Shop.After("", Shop.Note + Shop.Count + Shop.Lines.Replace("product", "article"), ", string? Note, int Count, Line[] Lines", Shop.Line, mark: "{|TM0302:After|}"), Shop.Before);

    [Test]
    public Task WithAllBelowItIsReportedOnce() => RuleTest<FieldVanishes>.Verify(
        Shop.After("", Shop.Note + Shop.Count, ", string? Note, int Count", mark: "{|TM0302:After|}"), Shop.Before);

    [TestCase("up.Drop(Old.OrderTable.Note);")]
    [TestCase("up.Rename(Old.OrderTable.Note, OrderTable.Remark);")]
    [TestCase("up.Convert(Old.OrderTable.Note, OrderTable.Remark, note => note + \"!\");")]
    [TestCase("up.Convert(Old.OrderTable.Note, OrderTable.Remark, note => note + \"!\").KeepMisfits();")]
    [TestCase("up.Convert(Old.OrderTable.Table, OrderTable.Table, (order, _) => new Order(order.Id, order.Note, order.Count, []));")]
    public Task ButAccountedForIsNotReported(string up) => RuleTest<FieldVanishes>.Verify(
        Shop.After(up, Remark + Shop.Count + Shop.Lines, ", string? Remark, int Count, Line[] Lines", Shop.Line), Shop.Before);

    [Test]
    public Task WithItsTableIsNotReported() => RuleTest<FieldVanishes>.Verify(
        Shop.After("up.Drop(Old.OrderTable.Table);", "", "").Replace("\"orders\"", "\"baskets\""), Shop.Before);

    [Test]
    public Task FromATableThatWasRenamedIsReported() => RuleTest<FieldVanishes>.Verify(
        Shop.After("up.Rename(Old.OrderTable.Table, OrderTable.Table);", Shop.Count + Shop.Lines, ", int Count, Line[] Lines", Shop.Line, mark: "{|TM0302:After|}").Replace("\"orders\"", "\"baskets\""), Shop.Before);
}
