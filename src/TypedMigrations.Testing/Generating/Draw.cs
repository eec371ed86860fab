using CsCheck;

namespace TypedMigrations.Testing.Generating;

/// <summary>The random choices of one sample, and how complex they made it.</summary>
/// <remarks>
/// How crowded, odd and complete a sample is, is chosen first, so that some samples have a single odd value among plain ones: what a failing case
/// shrinks to.
/// </remarks>
internal sealed class Draw
{
    private const int CostOfOdd = 10_000;
    private const int CostOfPart = 100;

    private static readonly int[] OddInThousand = [0, 30, 150, 500];
    private static readonly int[] AbsentInThousand = [900, 400, 100];
    private static readonly (int Most, int EmptyInThousand)[] Crowds = [(1, 1000), (2, 700), (4, 300), (8, 100)];

    private readonly PCG _random;
    private readonly int _odd;
    private readonly int _absent;
    private readonly (int Most, int EmptyInThousand) _crowd;

    public Draw(PCG random)
    {
        _random = random;
        _odd = OneOf(OddInThousand);
        _absent = OneOf(AbsentInThousand);
        _crowd = OneOf(Crowds);
    }

    /// <summary>How complex the values are so far.</summary>
    public ulong Cost { get; private set; }

    /// <summary>How many letters of long text the document may still have.</summary>
    public int RoomForText { get; set; }

    /// <summary>The keys of each table, known before any document is made.</summary>
    public Dictionary<Table, IReadOnlyList<object>> Keys { get; } = [];

    public int Below(int count) => (int)_random.Next((uint)count);

    public ulong Bits() => _random.Next64();

    /// <summary>A number from zero, small ones oftener than large ones.</summary>
    /// <param name="bits">Below two to the power of this, 30 at most.</param>
    public int Small(int bits)
    {
        var used = Below(bits + 1);
        Cost += (ulong)used;
        return Below(1 << used);
    }

    public T OneOf<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>Whether an unusual value is due.</summary>
    public bool IsOdd()
    {
        var odd = Below(1000) < _odd;
        Cost += odd ? (ulong)CostOfOdd : 0;
        return odd;
    }

    /// <summary>Whether a value that may be null is.</summary>
    public bool IsAbsent()
    {
        var absent = Below(1000) < _absent;
        Cost += absent ? 0 : (ulong)CostOfPart;
        return absent;
    }

    /// <summary>How many documents each table has: in some samples one table has one, and the others none.</summary>
    public int[] Documents(int tables)
    {
        var alone = Below(Math.Max(1, tables));
        return [.. Enumerable.Range(0, tables).Select(i => i != alone && Below(1000) < _crowd.EmptyInThousand ? 0 : 1 + Below(_crowd.Most))];
    }

    /// <summary>How many elements a collection has: few, often none.</summary>
    public int Elements()
    {
        var count = Below(4);
        Cost += (ulong)(count * CostOfPart);
        return count;
    }

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)Below(256);
        return bytes;
    }

    /// <summary>A value as the author says, or the test.</summary>
    public T From<T>(Gen<T> gen)
    {
        var value = gen.Generate(_random, null, out var size);
        Cost += Math.Min(size.I, CostOfPart);
        return value;
    }
}
