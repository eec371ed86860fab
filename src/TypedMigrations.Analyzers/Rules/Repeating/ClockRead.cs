using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMigrations.Analyzers.Rules.Repeating;

/// <summary>TM0401: a migration reads the clock or the machine's time zone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClockRead : RepeatingRule
{
    private static readonly string[] Entries =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTime.ToLocalTime",
        "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow", "System.DateTimeOffset.LocalDateTime", "System.DateTimeOffset.ToLocalTime",
        "System.TimeZoneInfo.Local", "System.TimeZone.CurrentTimeZone", "System.TimeProvider.System",
        "System.Environment.TickCount", "System.Environment.TickCount64", "System.Diagnostics.Stopwatch",
    ];

    private static readonly DiagnosticDescriptor Rule = Warning(
        "TM0401", "A migration reads the clock",
        "Migration {0} reads {1}, which is different in every run and on every machine: take the time from the documents, or write it down, such as 'new DateTime({2}, DateTimeKind.Utc)'");

    /// <summary>Makes the rule.</summary>
    public ClockRead() : base(Entries, Rule)
    {
    }

    private protected override Diagnostic? Judge(Use use)
    {
        var at = use.Owner.At ?? new DateTime(2020, 10, 27);
        return Diagnostic.Create(Rule, use.Place.GetLocation(), use.Owner.Id, use.Text, $"{at.Year}, {at.Month}, {at.Day}, {at.Hour}, {at.Minute}, {at.Second}");
    }
}
