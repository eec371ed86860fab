using System.Buffers.Binary;
using System.Text;
using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>A key as LiteDB's indexes keep it: what BufferSlice.WriteIndexKey of LiteDB writes.</summary>
internal static class KeyBytes
{
    /// <summary>The most bytes of a key that is written.</summary>
    public const int Longest = 2 + LongestText;

    private const int LongestText = byte.MaxValue;

    /// <summary>Writes a key.</summary>
    /// <returns>How many bytes it takes; 0 for a key of a seldom type, or a long one, which is left to LiteDB.</returns>
    public static int Write(BsonValue key, Span<byte> bytes)
    {
        bytes[0] = (byte)key.Type;
        switch (key.Type)
        {
            case BsonType.Int32:
                BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], key.AsInt32);
                return 1 + sizeof(int);
            case BsonType.Int64:
                BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], key.AsInt64);
                return 1 + sizeof(long);
            case BsonType.Guid:
                key.AsGuid.TryWriteBytes(bytes[1..]);
                return 1 + 16;
            case BsonType.ObjectId:
                key.AsObjectId.ToByteArray().CopyTo(bytes[1..]);
                return 1 + 12;
            case BsonType.String when Encoding.UTF8.GetByteCount(key.AsString) is <= LongestText and var length:
                bytes[1] = (byte)length;
                return 2 + Encoding.UTF8.GetBytes(key.AsString, bytes[2..]);
            default:
                return 0;
        }
    }
}
