using System.Buffers.Binary;
using System.Text;

namespace TypedMigrations.Fuzzing.Looping;

/// <summary>Changes an input at random, as afl-fuzz does in its last stage.</summary>
internal sealed class Mutation(Random random, IReadOnlyList<string> words)
{
    private const int Longest = 64 * 1024;

    private static readonly long[] Interesting = [0, 1, -1, 7, 16, 32, 64, 100, 127, 128, 255, 256, 1000, 1024, 4096, 8192, 32767, 32768, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue];
    private static readonly string[] Texts = ["\0", "\n", "\r\n", "..", "../", "/", "\\", "\"", "'", "{", "}", "[", "]", "(", ")", ":", ",", ";", "=", "|", "_", "$", "%", "null", "true", "-1", "1e999", "99999999999999999999", "\uFEFF", "\ud83d\udca1", "İ", "ß", "e\u0301", "\u001b[0m"];

    public byte[] Of(byte[] input, byte[] other)
    {
        var changed = new List<byte>(input);
        for (var changes = 1 << random.Next(5); changes > 0; changes--)
            Change(changed, other);
        if (changed.Count > Longest)
            changed.RemoveRange(Longest, changed.Count - Longest);
        return [.. changed];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2 when at < bytes.Count:
                bytes[at] = (byte)(bytes[at] + random.Next(-35, 36));
                break;
            case 3:
                bytes.RemoveRange(at, random.Next(Math.Min(bytes.Count - at, 1 + (bytes.Count / 4)) + 1));
                break;
            case 4:
                var length = random.Next(Math.Min(bytes.Count - at, 512) + 1);
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 5:
                var from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, random.Next(Math.Min(other.Length - from, 512) + 1)));
                break;
            case 6:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Word()));
                break;
            case 7:
                Overwrite(bytes, at, Encoding.UTF8.GetBytes(Word()));
                break;
            case 8:
                Overwrite(bytes, at, Number());
                break;
            default:
                bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), 1 << random.Next(12)));
                break;
        }
    }

    private string Word() => words.Count > 0 && random.Next(3) > 0 ? words[random.Next(words.Count)] : Texts[random.Next(Texts.Length)];

    private byte[] Number()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Interesting[random.Next(Interesting.Length)]);
        return bytes[..(1 << random.Next(4))];
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] with)
    {
        for (var i = 0; i < with.Length && at + i < bytes.Count; i++)
            bytes[at + i] = with[i];
    }
}
