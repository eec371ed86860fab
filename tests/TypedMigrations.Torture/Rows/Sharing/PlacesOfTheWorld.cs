using System.Globalization;
using TypedMigrations.LiteDb;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Sharing;

/// <summary>The program runs where other calendars, digits, letters and times are used.</summary>
internal sealed class PlacesOfTheWorld : Row
{
    private static readonly string[] Cultures = ["fa-IR", "tr-TR", "ar-SA", "th-TH", "de-CH", "hi-IN", "az-Latn-AZ"];
    private static readonly string[] Zones = ["Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Africa/Casablanca", "Asia/Tehran", "Etc/GMT+12"];

    public override string Name => "places-of-the-world";

    public override string Tries => "cultures with other calendars, digits and letters (fa-IR, tr-TR, ar-SA, th-TH, …) in time zones from -12 to +14 hours";

    public override string? NotPossibleHere =>
        CultureInfo.GetCultureInfo("fa-IR").Calendar is not PersianCalendar ? "there is no ICU" : TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Kathmandu", out _) ? null : "there are no time zones";

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        // LiteDB gives a new database the collation of its place.
        var scene = await attempt.SceneAsync([.. KilledAtAnEvent.Operations.Where(operation => operation != Operation.Make)]);
        using var bench = Bench.Of(scene);
        var culture = attempt.Pick(Cultures);
        await using var child = Child.Start(Child.Arguments(bench) with { Culture = culture }, wrapping: null, ("TZ", attempt.Pick(Zones)), ("LANG", culture.Replace('-', '_') + ".UTF-8"));
        var ending = await child.EndAsync(attempt.Timeout);
        if (ending != "done")
            throw new LostException($"The run {ending} in {culture}.\n{child.Story}");

        if (scene.After is not null)
            await AreOfTodayAsync(bench, attempt.Timeout);
        attempt.Count($"{ending}: {await bench.CheckAsync(attempt.Timeout)}");
    }

    /// <summary>Journal and audit trail have the time in UTC, whatever the place says.</summary>
    private static async Task AreOfTodayAsync(Bench bench, CancellationToken timeout)
    {
        using var store = new LiteDbStore(bench.Place.ConnectionString);
        var audit = await new DatabaseMaintenance(store).ReadAuditAsync(timeout);
        foreach (var entry in audit.Events.Where(entry => (DateTimeOffset.UtcNow - entry.At).Duration() > TimeSpan.FromHours(2)))
            throw new LostException($"Event {entry.Sequence} of the audit trail is of {entry.At:O}.");
    }
}
