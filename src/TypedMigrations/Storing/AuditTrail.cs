using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TypedMigrations.Storing;

/// <summary>Chains audit events, so that a changed, removed or inserted one shows.</summary>
public sealed class AuditTrail
{
    private readonly List<AuditEvent> _events = [];
    private AuditEvent? _head;

    /// <summary>Continues a trail.</summary>
    /// <param name="head">The newest event of the trail, or null for a new one.</param>
    public AuditTrail(AuditEvent? head) => _head = head;

    /// <summary>The events added since, oldest first.</summary>
    public IReadOnlyList<AuditEvent> Added => _events;

    /// <summary>Adds an event to the end.</summary>
    public AuditEvent Add(AuditKind kind, string subject, string detail, DateTimeOffset at)
    {
        var toTheMillisecond = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        var machine = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}, process {Environment.ProcessId}");
        var added = new AuditEvent((_head?.Sequence ?? 0) + 1, toTheMillisecond, kind, subject, detail, machine, _head?.Hash ?? "", Hash: "");
        _head = added with { Hash = HashOf(added) };
        _events.Add(_head);
        return _head;
    }

    /// <summary>Takes over an event that another trail made after the same head, unchanged.</summary>
    /// <param name="next">The event that follows the newest one here.</param>
    public void Continue(AuditEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Sequence != (_head?.Sequence ?? 0) + 1 || next.PreviousHash != (_head?.Hash ?? ""))
            throw new ArgumentException($"Event {next.Sequence} does not follow the newest one of the trail.", nameof(next));

        _head = next;
        _events.Add(next);
    }

    /// <summary>The first event whose hash or place does not follow from the one before it, or null where the trail is whole.</summary>
    /// <param name="events">The whole trail, oldest first.</param>
    public static AuditEvent? FindBreak(IEnumerable<AuditEvent> events)
    {
        AuditEvent? previous = null;
        foreach (var current in events)
        {
            if (current.Sequence != (previous?.Sequence ?? 0) + 1 || current.PreviousHash != (previous?.Hash ?? "") || current.Hash != HashOf(current))
                return current;
            previous = current;
        }

        return null;
    }

    private static string HashOf(AuditEvent item)
    {
        // Each part is preceded by its length, so that no two events give one text.
        var parts = new[] { item.Sequence.ToString(CultureInfo.InvariantCulture), item.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), item.Kind.ToString(), item.Subject, item.Detail, item.Machine, item.PreviousHash };
        var text = string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part};")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
