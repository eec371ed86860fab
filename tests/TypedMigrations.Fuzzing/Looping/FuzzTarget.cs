using System.Text;

namespace TypedMigrations.Fuzzing.Looping;

/// <summary>Something of the library that reads input from outside.</summary>
/// <remarks>Out may come a result, or what <see cref="Allows"/>. Anything else is a finding: another exception, more than ten seconds, more than 1 GB.</remarks>
/// <param name="name">Its name on the command line.</param>
/// <param name="testInputs">How many inputs the tests give it: the slow ones get fewer.</param>
/// <param name="words">Texts that the input may hold and chance would hardly find.</param>
public abstract class FuzzTarget(string name, int testInputs, params string[] words)
{
    public string Name => name;

    public int TestInputs => testInputs;

    public IReadOnlyList<string> Words => words;

    /// <summary>Inputs as they should be, from which the random ones are made.</summary>
    public abstract IEnumerable<byte[]> Seeds();

    /// <summary>Gives an input to the library.</summary>
    public abstract void Run(byte[] input);

    /// <summary>Whether an exception is an answer, and no fault.</summary>
    public virtual bool Allows(Exception exception) => exception is MigrationException { Code.Length: > 0, Problems.Count: > 0 };

    public override string ToString() => name;

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(byte[] input) => Encoding.UTF8.GetString(input);

    protected static void Require(bool holds, string what)
    {
        if (!holds)
            throw new BrokenPropertyException(what);
    }
}

/// <summary>Nothing was thrown, but something that must hold does not.</summary>
public sealed class BrokenPropertyException(string message) : Exception(message);
