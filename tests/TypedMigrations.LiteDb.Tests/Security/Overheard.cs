using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Security;

/// <summary>Everything that came out of the library, to look for what must not be in it.</summary>
public sealed class Overheard : IMigrationObserver, IDisposable
{
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _said = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public Overheard()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "TypedMigrations",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Say(activity.DisplayName, activity.StatusDescription, string.Join('\n', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Say(instrument.Name, string.Join('\n', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        _meters.Start();
    }

    /// <summary>How much was said, so that a test cannot pass by hearing nothing.</summary>
    public int Count
    {
        get
        {
            lock (_said)
                return _said.Count;
        }
    }

    public void Observe(MigrationEvent happened) => Hear(happened);

    /// <summary>Hears an object as text, and whatever can be reached from its public properties.</summary>
    public void Hear(object? heard)
    {
        if (heard is null || !IsOfInterest(heard.GetType()) || !Add(heard))
            return;

        Say(heard.ToString());
        if (heard is Exception exception)
            Hear(exception.InnerException);
        if (heard is IEnumerable items and not string)
        {
            foreach (var item in items)
                Hear(item);
            return;
        }

        foreach (var property in heard.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && !HoldsThePassword(property.DeclaringType!, property.Name)))
            Hear(property.GetValue(heard));
    }

    /// <summary>Where a secret was heard, in the ways in which it may have been written.</summary>
    public IEnumerable<string> Find(string secret)
    {
        lock (_said)
            return [.. _said.Where(text => Spellings(secret).Any(spelling => text.Contains(spelling, StringComparison.Ordinal)))];
    }

    /// <summary>Where a secret stands in a folder: in names and in contents.</summary>
    public static IEnumerable<string> FindInFiles(string folder, string secret)
    {
        var needles = Spellings(secret).SelectMany(spelling => new[] { Encoding.UTF8.GetBytes(spelling), Encoding.Unicode.GetBytes(spelling) }).ToList();
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
        {
            if (Spellings(secret).Any(spelling => path.Contains(spelling, StringComparison.Ordinal)))
                yield return path;
            else if (File.Exists(path) && File.ReadAllBytes(path) is var bytes && needles.Any(needle => bytes.AsSpan().IndexOf(needle) >= 0))
                yield return path;
        }
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private bool Add(object heard)
    {
        lock (_said)
            return _seen.Add(heard);
    }

    private void Say(params string?[] texts)
    {
        lock (_said)
            _said.AddRange(texts.OfType<string>());
    }

    private static bool IsOfInterest(Type type) =>
        type == typeof(string) || type.IsAssignableTo(typeof(IEnumerable)) || type.IsAssignableTo(typeof(Exception)) || type.FullName!.StartsWith("TypedMigrations", StringComparison.Ordinal) || type.IsValueType && !type.IsPrimitive;

    /// <summary>Two properties are there to hold it, and say so.</summary>
    private static bool HoldsThePassword(Type type, string property) =>
        property == nameof(CopyAddress.ConnectionString) && (type == typeof(CopyAddress) || type == typeof(RehearsedCopy))
        || type == typeof(Exception) && property is nameof(Exception.TargetSite)
        || type.IsValueType;

    private static IEnumerable<string> Spellings(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        yield return WebUtility.HtmlEncode(secret);
        yield return System.Text.Json.JsonEncodedText.Encode(secret).ToString();
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        // Wherever the secret begins within a longer text, the middle of its base64 is one of three.
        for (var offset = 0; offset < 3; offset++)
            yield return Convert.ToBase64String([.. new byte[offset], .. bytes])[4..^4];
    }
}
