using TypedMigrations.Analyzers.Rules.Accounting;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Accounting;

namespace TypedMigrations.Analyzers.Tests.Rules.Accounting;

public sealed class FieldIsRequired
{
    private const string Paid = "public static readonly Field<Order, bool> Paid = Table.Required(\"paid\", o => o.Paid);";
    private const string Old = Shop.Note + Shop.Count + Shop.Lines;
    private const string OldRecord = ", string? Note, int Count, Line[] Lines";

    [Test]
    public Task AndNewIsReportedWithTheLineToAdd() => RuleTest<RequiredFieldUnfilled>.VerifyMessage(
        "TM0303",
        "Field orders.paid is new and required in 20240102_After, and no step fills it: add to Up 'up.Fill(OrderTable.Paid, false);' with the value that documents get, or declare it as Optional",
        Shop.After("", Paid + Old, OldRecord + ", bool Paid", Shop.Line, mark: "{|#0:After|}"), Shop.Before);

    [Test]
    public Task AndWasOptionalIsReported() => RuleTest<RequiredFieldUnfilled>.VerifyMessage(
        "TM0303",
        "Field orders.note was optional and is required in 20240102_After, and no step fills it where it is missing: add to Up "
        + "'up.Fill(OrderTable.Note, Old.OrderTable.Table, (old, _) => throw new System.NotImplementedException());' with the value that documents get, or declare it as Optional",
        Shop.After("", Old.Replace("Optional(\"note\"", "Required(\"note\""), OldRecord, Shop.Line, mark: "{|#0:After|}"), Shop.Before);

    [Test]
    public Task AndNewIsRepairedByAFill() => RuleTest<RequiredFieldUnfilled>.VerifyFix<FillField>(
        Shop.After("up.Drop(Old.VisitTable.Table);", Paid + Old, OldRecord + ", bool Paid", Shop.Line, visits: "", mark: "{|TM0303:After|}"),
        Shop.After("up.Drop(Old.VisitTable.Table);\n        up.Fill(OrderTable.Paid, false);", Paid + Old, OldRecord + ", bool Paid", Shop.Line, visits: ""), Shop.Before);

    [Test]
    public Task AndNewInArrayElementsIsReported() => RuleTest<RequiredFieldUnfilled>.Verify(
        Shop.After("", Old + "\n    public static readonly Field<Order, int> Pieces = Lines.Each().Required(\"pieces\", l => l.Pieces);", OldRecord, "public sealed record Line(string Product, int Pieces);", mark: "{|TM0303:After|}"), Shop.Before);

    [TestCase("up.Fill(OrderTable.Paid, true);")]
    [TestCase("up.Fill(OrderTable.Paid, Old.OrderTable.Table, (order, _) => order.Count > 0);")]
    [TestCase("up.Convert(Old.OrderTable.Table, OrderTable.Table, (order, _) => new Order(order.Id, order.Note, order.Count, [], true));")]
    public Task AndFilledIsNotReported(string up) => RuleTest<RequiredFieldUnfilled>.Verify(Shop.After(up, Paid + Old, OldRecord + ", bool Paid", Shop.Line), Shop.Before);

    [Test]
    public Task OfANewTableIsNotReported() => RuleTest<RequiredFieldUnfilled>.Verify(
        Shop.After("up.Drop(Old.OrderTable.Table);", Paid, ", bool Paid").Replace("\"orders\"", "\"baskets\""), Shop.Before);
}
