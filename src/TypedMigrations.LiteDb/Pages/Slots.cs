using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>The slots of one page in which documents begin: a bit for each.</summary>
[InlineArray(Words)]
internal struct Slots
{
    public const int BitsOfWord = 64;
    public const int Words = (byte.MaxValue + 1) / BitsOfWord;

    private ulong _word;

    public readonly int Count
    {
        get
        {
            var count = 0;
            foreach (var word in this)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    public readonly bool Contains(byte slot) => (this[slot / BitsOfWord] & (1UL << (slot % BitsOfWord))) != 0;
}
