using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Reporting;

public sealed class StepsInWords
{
    private readonly Table<Two<string, string?>> _old = new("permissions");
    private readonly Table<Two<string, string?>> _now = new("roles");
    private readonly Field<Two<string, string?>, string> _mail;
    private readonly Field<Two<string, string?>, string> _email;

    public StepsInWords()
    {
        _mail = _old.Required("mail", r => r.First);
        _email = _now.Required("email", r => r.First);
    }

    private static Step Only(Action<Steps> up)
    {
        var steps = new Steps();
        up(steps);
        return steps.List.Single();
    }

    private static readonly IndexSchema Index = new("idx", "email", IndexKind.Unique);

    [Test]
    public void SayWhatIsDoneToWhat() => Assert.That(
        new[]
        {
            Only(up => up.Drop(_old)),
            Only(up => up.Rename(_old, _now)),
            Only(up => up.Drop(_mail)),
            Only(up => up.Rename(_mail, _email)),
            Only(up => up.Convert(_mail, _email, mail => mail.Trim())),
            Only(up => up.Fill(_email, "none")),
            Only(up => up.Fill(_email, _old, (role, before) => role.Id)),
            Only(up => up.Insert(_old, _now, (role, before) => null)),
            Only(up => up.MakeUnique(_email, (text, n) => text + n)),
            new CreateTable(_now),
            new CreateIndex(_now, Index),
            new DropIndex(_now, Index),
        }.Select(step => step.ToString()),
        Is.EqualTo(
        [
            "drop table permissions",
            "rename table permissions to roles",
            "drop field permissions.mail",
            "rename field permissions.mail to roles.email",
            "convert field permissions.mail to roles.email by mail => mail.Trim()",
            "fill field roles.email with \"none\"",
            "fill field roles.email by (role, before) => role.Id",
            "insert into roles from permissions by (role, before) => null",
            "make roles.email unique by (text, n) => text + n",
            "create table roles",
            "create unique index idx on email of roles",
            "drop unique index idx on email of roles",
        ]));

    [Test]
    public void SayWhichLoseDataAndWhichNobodyWrote()
    {
        Assert.That((Only(up => up.Drop(_old)).IsDestructive, Only(up => up.Drop(_mail)).IsDestructive, Only(up => up.Rename(_old, _now)).IsDestructive), Is.EqualTo((true, true, false)));
        Assert.That((new CreateTable(_now).IsDerived, new CreateIndex(_now, Index).IsDerived, new DropIndex(_now, Index).IsDerived, Only(up => up.Drop(_old)).IsDerived), Is.EqualTo((true, true, true, false)));
    }

    [Test]
    public void ShortenALongFunctionToOneLine()
    {
        var step = Only(up => up.Convert(_mail, _email, mail =>
        {
            var trimmed = mail.Trim();
            return trimmed.Length == 0 ? "none" : trimmed;
        }));

        Assert.That(step.Words, Is.EqualTo("convert field permissions.mail to roles.email by mail => { var trimmed = mail.Trim(); return trimmed.Lengt..."));
    }
}
