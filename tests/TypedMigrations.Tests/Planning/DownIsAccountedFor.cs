using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class DownIsAccountedFor
{
    private readonly Table<Two<string, int>> _old = new("accounts");
    private readonly Table<Two<string, string>> _now = new("accounts");
    private readonly Table<None> _roles = new("roles");
    private readonly Field<Two<string, int>, int> _oldSize;
    private readonly Field<Two<string, string>, string> _nowEmail;
    private readonly Field<Two<string, string>, string> _nowSize;
    private readonly Schema _before;
    private readonly Schema _after;

    public DownIsAccountedFor()
    {
        _old.Key(a => a.Id);
        _old.Required("mail", a => a.First);
        _oldSize = _old.Required("size", a => a.Second);
        _now.Key(a => a.Id);
        _nowEmail = _now.Required("email", a => a.First);
        _nowSize = _now.Required("size", a => a.Second);
        _roles.Key(r => r.Id);
        (_before, _after) = (Constants.Schema(_old), Constants.Schema(_now, _roles));
    }

    private MigrationPlan Plan(Action<Steps> down, bool allowDataLoss = true)
    {
        var steps = new Steps();
        down(steps);
        var definition = new MigrationDefinition(Difference.Id, _after, _before, [_after], steps.List, _ => [], []);
        var migration = Code.Migration("20201027_ManyRoles", loadDown: _ => definition);
        return Code.Plan(new MigrationCatalog([migration], []), Code.Database("20201027_ManyRoles"), new PlanRequest { Goal = MigrationGoal.Back() with { AllowDataLoss = allowDataLoss } });
    }

    [Test]
    public void AndEveryProblemNamesTheLineToAddWithTheSidesChanged() => Assert.That(Plan(_ => { }).ProblemText(), Is.EqualTo(
        """
        TM2104: Down of migration 20201027_ManyRoles of module Accounts: table roles is gone, and no step says where to.
        Add to Down: down.Drop(RolesTable.Table); or down.Rename(RolesTable.Table, …);

        TM2101: Down of migration 20201027_ManyRoles of module Accounts: field accounts.email is gone, and no step says where to.
        Add to Down: down.Drop(AccountsTable.Email); or down.Rename(AccountsTable.Email, …); or down.Convert(AccountsTable.Email, …);

        TM2103: Down of migration 20201027_ManyRoles of module Accounts: field accounts.size changes its type without a conversion.
          before  string
          after   int
        Add to Down: down.Convert(AccountsTable.Size, Old.AccountsTable.Size, value => …);

        TM2102: Down of migration 20201027_ManyRoles of module Accounts: field accounts.mail is new and required, and nothing fills it.
        Add to Down: down.Fill(Old.AccountsTable.Mail, …);
        """));

    [Test]
    public void AndConstantsOfTheWrongSideAreNamed()
    {
        var problems = Plan(down =>
        {
            down.Drop(_oldSize);
            down.Fill(_nowSize, "1");
        }).Problems.Where(problem => problem.Code == ErrorCode.ForeignConstant);

        Assert.That(string.Join("\n\n", problems), Is.EqualTo(
            """
            TM2105: Down of migration 20201027_ManyRoles of module Accounts: the step 'drop field accounts.size' takes accounts.size, which this migration does not declare.
            Name a constant of this migration, without Old.

            TM2105: Down of migration 20201027_ManyRoles of module Accounts: the step 'fill field accounts.size with "1"' makes accounts.size, which the migration before does not declare.
            Name a constant of the migration before: Old.…
            """));
    }

    private void Complete(Steps down)
    {
        down.Rename(_nowEmail, _old.Fields.Single(field => field.Name == "mail") as Field<Two<string, int>> ?? throw new InvalidOperationException());
        down.Convert(_nowSize, _oldSize, size => size.Length);
        down.Drop(_roles);
    }

    [Test]
    public void AndAPlanShowsIt() => Assert.That(Plan(Complete).ToString(), Is.EqualTo(
        """
        revert 20201027_ManyRoles of module Accounts
                 rename field accounts.email to mail
                 convert field accounts.size by size => size.Length
                 drop table roles  (loses data)
        """.ReplaceLineEndings("\n")));

    [Test]
    [Behavior(72)]
    public void AndWhatLosesDataNeedsAWord() => Assert.That(Plan(Complete, allowDataLoss: false).ProblemText(), Is.EqualTo(
        """
        TM1202: Taking back migration 20201027_ManyRoles of module Accounts loses data.
          step  drop table roles
        If that is meant, say so: MigrationGoal.Back(1) with { AllowDataLoss = true }. A backup of the database as it is now is kept in any case.
        """));
}
