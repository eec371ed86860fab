using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>Makes documents of their stored bytes, exactly as LiteDB does with the pragma UTC_DATE: what BufferReader.ReadElement of LiteDB reads.</summary>
/// <remarks>Documents of one table mostly have the same names in the same order, so that a name is compared with the one expected and seldom decoded.</remarks>
internal sealed class BsonDecoder
{
    // As LiteDB does: bytes that are no text are damage.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly BsonValue True = new(true);
    private static readonly BsonValue False = new(false);

    // BufferReader: what DateTime.MaxValue and MinValue were written as.
    private const long MaxTime = 253402300800000, MinTime = -62135596800000;

    private readonly FieldNames _names = new(Utf8);
    private int _fields;

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">Its bytes, none less and none more.</param>
    /// <exception cref="InvalidDataException">The bytes are no document.</exception>
    public BsonDocument Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var document = new BsonDocument();
            ((Dictionary<string, BsonValue>)((BsonValue)document).RawValue).EnsureCapacity(_fields);
            ReadInto(document, ref bytes);
            _fields = document.Count;
            return bytes.IsEmpty ? document : throw new InvalidDataException($"{bytes.Length} bytes follow the document");
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or InsufficientExecutionStackException)
        {
            throw new InvalidDataException("its bytes are no document", exception);
        }
    }

    private void ReadInto(BsonDocument document, ref ReadOnlySpan<byte> bytes)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var content = Content(ref bytes); !content.IsEmpty;)
        {
            var type = Byte(ref content);
            var name = _names.Next(ref content);
            document[name] = Value(type, ref content);
        }
    }

    private BsonArray Array(ref ReadOnlySpan<byte> bytes)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var array = new BsonArray();
        for (var content = Content(ref bytes); !content.IsEmpty;)
        {
            var type = Byte(ref content);
            // The name of an element is its number.
            Take(ref content, content.IndexOf((byte)0) + 1);
            array.Add(Value(type, ref content));
        }

        return array;
    }

    private BsonValue Value(byte type, ref ReadOnlySpan<byte> bytes) => type switch
    {
        0x01 => new BsonValue(BinaryPrimitives.ReadDoubleLittleEndian(Take(ref bytes, sizeof(double)))),
        0x02 => Text(ref bytes),
        0x03 => Document(ref bytes),
        0x04 => Array(ref bytes),
        0x05 => Binary(ref bytes),
        0x07 => new BsonValue(new ObjectId(Take(ref bytes, 12).ToArray())),
        0x08 => Byte(ref bytes) == 0 ? False : True,
        0x09 => Time(Long(ref bytes)),
        0x0A => BsonValue.Null,
        0x10 => new BsonValue(Int(ref bytes)),
        0x12 => new BsonValue(Long(ref bytes)),
        0x13 => new BsonValue(new decimal([Int(ref bytes), Int(ref bytes), Int(ref bytes), Int(ref bytes)])),
        0xFF => BsonValue.MinValue,
        0x7F => BsonValue.MaxValue,
        _ => throw new InvalidDataException($"LiteDB has no type 0x{type:X2}"),
    };

    private BsonDocument Document(ref ReadOnlySpan<byte> bytes)
    {
        var document = new BsonDocument();
        ReadInto(document, ref bytes);
        return document;
    }

    private static BsonValue Text(ref ReadOnlySpan<byte> bytes)
    {
        var text = Take(ref bytes, Int(ref bytes));
        return text[^1] == 0 ? new BsonValue(Utf8.GetString(text[..^1])) : throw new InvalidDataException("a text does not end where it should");
    }

    private static BsonValue Binary(ref ReadOnlySpan<byte> bytes)
    {
        var length = Int(ref bytes);
        var kind = Byte(ref bytes);
        var content = Take(ref bytes, length);
        return kind switch
        {
            0x00 => new BsonValue(content.ToArray()),
            0x04 => new BsonValue(new Guid(content)),
            _ => throw new InvalidDataException($"LiteDB has no binary of kind {kind}"),
        };
    }

    private static BsonValue Time(long milliseconds) => new(milliseconds switch
    {
        MaxTime => DateTime.MaxValue,
        MinTime => DateTime.MinValue,
        _ => DateTime.UnixEpoch.AddMilliseconds(milliseconds),
    });

    /// <summary>The elements of a document or an array, without its length and the 0 at its end.</summary>
    private static ReadOnlySpan<byte> Content(ref ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var whole = Take(ref bytes, length);
        return whole[^1] == 0 ? whole[sizeof(int)..^1] : throw new InvalidDataException("a document does not end where it should");
    }

    private static int Int(ref ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, sizeof(int)));

    private static long Long(ref ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(Take(ref bytes, sizeof(long)));

    private static byte Byte(ref ReadOnlySpan<byte> bytes) => Take(ref bytes, 1)[0];

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
