using TypedMigrations.Dumping;
using TypedMigrations.Storing;

namespace TypedMigrations.Tests.Dumping;

public sealed class ThreadsWorkSideBySide
{
    private const int Many = 20_000;

    [Test]
    public void AndEveryItemMadeAheadComesInOrder() =>
        Assert.That(ReadAhead.Of(Enumerable.Range(0, Many), item => item % 3 == 0 ? 2_000_000 : 1), Is.EqualTo(Enumerable.Range(0, Many)));

    [Test]
    public void AndWhatTheMakerThrowsComesAfterTheItemsBefore()
    {
        var taken = new List<int>();

        var thrown = Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var item in ReadAhead.Of(Breaking(), _ => 1))
                taken.Add(item);
        });

        Assert.That(thrown!.Message, Is.EqualTo("broken"));
        Assert.That(taken, Is.EqualTo(Enumerable.Range(0, Many)));
    }

    [Test]
    public void AndTheMakerStopsWhereNobodyTakesMore()
    {
        var isLeft = false;

        var first = ReadAhead.Of(Endless(() => isLeft = true), _ => 1).Take(300).ToList();

        Assert.That(first, Is.EqualTo(Enumerable.Range(0, 300)));
        Assert.That(isLeft, Is.True);
    }

    [Test]
    public void AndEveryItemIsWorkedOnBehind()
    {
        var done = new List<int>();
        using var behind = new Behind<int>(done.Add);

        foreach (var item in Enumerable.Range(0, Many))
            behind.Add(item, item % 3 == 0 ? 2_000_000 : 1);
        behind.Complete();

        Assert.That(done, Is.EqualTo(Enumerable.Range(0, Many)));
    }

    [Test]
    public void AndWhatTheWorkThrowsStopsWhoGives()
    {
        using var behind = new Behind<int>(item => throw new InvalidDataException($"broken at {item}"));

        var thrown = Assert.Throws<InvalidDataException>(() =>
        {
            // More than may wait: giving must end by what the work threw.
            for (var item = 0; item < Many; item++)
                behind.Add(item, 1);
            behind.Complete();
        });

        Assert.That(thrown!.Message, Is.EqualTo("broken at 0"));
    }

    private static IEnumerable<int> Breaking()
    {
        for (var item = 0; item < Many; item++)
            yield return item;
        throw new InvalidDataException("broken");
    }

    private static IEnumerable<int> Endless(Action onLeft)
    {
        try
        {
            for (var item = 0; ; item++)
                yield return item;
        }
        finally
        {
            onLeft();
        }
    }
}
