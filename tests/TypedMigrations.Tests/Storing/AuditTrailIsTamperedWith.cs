using TypedMigrations.Storing;

namespace TypedMigrations.Tests.Storing;

public sealed class AuditTrailIsTamperedWith
{
    private static readonly DateTimeOffset Noon = new(2020, 10, 27, 12, 0, 0, 123, TimeSpan.Zero);

    private static List<AuditEvent> Trail(int length)
    {
        var trail = new AuditTrail(head: null);
        for (var i = 0; i < length; i++)
            trail.Add(AuditKind.Applied, $"migration {i}", "v1:abc", Noon.AddMinutes(i));
        return [.. trail.Added];
    }

    [Test]
    public void AWholeTrailHasNoBreak([Values(0, 1, 5)] int length) => Assert.That(AuditTrail.FindBreak(Trail(length)), Is.Null);

    [Test]
    public void AChangedEventIsFound()
    {
        foreach (var change in new Func<AuditEvent, AuditEvent>[]
        {
            e => e with { Subject = "other" }, e => e with { Detail = "other" }, e => e with { Kind = AuditKind.Failed }, e => e with { At = e.At.AddMilliseconds(1) },
            e => e with { Machine = "other" }, e => e with { Hash = new string('0', 64) }, e => e with { PreviousHash = "" }, e => e with { Sequence = 9 },
        })
        {
            var trail = Trail(5);
            trail[2] = change(trail[2]);

            Assert.That(AuditTrail.FindBreak(trail), Is.SameAs(trail[2]));
        }
    }

    [Test]
    public void ARemovedEventIsFound()
    {
        var trail = Trail(5);
        trail.RemoveAt(2);

        Assert.That(AuditTrail.FindBreak(trail)!.Sequence, Is.EqualTo(4));
    }

    [Test]
    public void ARemovedBeginningIsFound() => Assert.That(AuditTrail.FindBreak(Trail(5).Skip(1))!.Sequence, Is.EqualTo(2));

    [Test]
    public void AnInsertedEventIsFound()
    {
        var trail = Trail(5);
        var inserted = new AuditTrail(trail[1]).Add(AuditKind.Applied, "forged", "", Noon);
        trail.Insert(2, inserted);

        Assert.That(AuditTrail.FindBreak(trail), Is.SameAs(trail[3]));
    }

    [Test]
    public void AnEventThatTakesThePlaceOfAnotherIsFoundByTheNext()
    {
        var trail = Trail(5);
        trail[2] = new AuditTrail(trail[1]).Add(AuditKind.Applied, "forged, with a hash of its own", "", Noon);

        Assert.That(AuditTrail.FindBreak(trail), Is.SameAs(trail[3]));
    }

    [Test]
    public void EventsThatChangedPlacesAreFound()
    {
        var trail = Trail(5);
        (trail[2], trail[3]) = (trail[3], trail[2]);

        Assert.That(AuditTrail.FindBreak(trail)!.Sequence, Is.EqualTo(4));
    }

    [Test]
    public void TextThatMovesFromOnePartToTheNextIsFound()
    {
        var trail = new AuditTrail(head: null);
        var added = trail.Add(AuditKind.Applied, "ab", "c", Noon);

        Assert.That(AuditTrail.FindBreak([added with { Subject = "a", Detail = "bc" }]), Is.Not.Null);
    }

    [Test]
    public void ATrailIsContinuedFromItsHead()
    {
        var trail = Trail(2);
        var next = new AuditTrail(trail[^1]).Add(AuditKind.Seeded, "s", "d", Noon);

        Assert.That((next.Sequence, next.PreviousHash), Is.EqualTo((3L, trail[1].Hash)));
        Assert.That(AuditTrail.FindBreak([.. trail, next]), Is.Null);
    }

    [Test]
    public void TimesAreKeptToTheMillisecondInUtc()
    {
        var added = new AuditTrail(head: null).Add(AuditKind.Started, "", "", new DateTimeOffset(2020, 10, 27, 14, 0, 0, TimeSpan.FromHours(2)).AddTicks(12345));

        Assert.That(added.At, Is.EqualTo(new DateTimeOffset(2020, 10, 27, 12, 0, 0, 1, TimeSpan.Zero)));
        Assert.That(added.At.Offset, Is.EqualTo(TimeSpan.Zero));
    }
}
