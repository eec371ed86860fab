using System.Text;

namespace TypedMigrations.Cli.Tests;

/// <summary>Keeps what is written, and tells each piece of it at once.</summary>
internal sealed class ListeningWriter(Action<string> told) : StringWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(string? value)
    {
        base.Write(value);
        told(value ?? "");
    }

    public override void WriteLine(string? value) => Write(value + "\n");
}
