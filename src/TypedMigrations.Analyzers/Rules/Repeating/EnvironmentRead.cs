using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Repeating;

/// <summary>TM0403: a migration asks the machine or the process, or lets its culture decide.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnvironmentRead : RepeatingRule
{
    /// <summary>The property of the diagnostic that holds the method to call instead.</summary>
    public const string MethodProperty = "Method";

    /// <summary>The property of the diagnostic that holds the argument to pass in addition.</summary>
    public const string ArgumentProperty = "Argument";

    private const string Title = "A migration depends on the machine that it runs on";

    private static readonly DiagnosticDescriptor Rule = Warning(
        "TM0403", Title, "Migration {0} reads {1}, which is different from machine to machine: write what the migration needs down as a constant, or take it from the documents");

    private static readonly DiagnosticDescriptor Culture = Warning(
        "TM0403", Title, "Migration {0} lets {1} follow the culture of the machine, so that the same document gives another value elsewhere: write {2}");

    /// <summary>Makes the rule.</summary>
    public EnvironmentRead() : base([.. MachineEntries.All, .. CultureCalls.Entries], Rule, Culture)
    {
    }

    private protected override Diagnostic? Judge(Use use)
    {
        if (use.Symbol is null)
            return Diagnostic.Create(Culture, use.Place.GetLocation(), use.Owner.Id, use.Text, "'string.Create(CultureInfo.InvariantCulture, $\"…\")'");
        if (use.Symbol is not IMethodSymbol method || !CultureCalls.Entries.Contains(FullNameOf(method)))
            return IsOfTheClock(use) ? null : Diagnostic.Create(Rule, use.Place.GetLocation(), use.Owner.Id, use.Text);
        if (CultureCalls.Judge(method, use) is not { } instead)
            return null;

        var fix = ImmutableDictionary<string, string?>.Empty.Add(MethodProperty, instead.Method).Add(ArgumentProperty, instead.Argument);
        return Diagnostic.Create(Culture, use.Name!.GetLocation(), fix, use.Owner.Id, use.Text, instead.Text);
    }

    private protected override IEnumerable<Use> MoreIn(MigrationPart part, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var hole in part.Interpolations)
        {
            if (CultureCalls.FollowsCulture(model.GetTypeInfo(hole.Expression, cancellation).Type, hole.FormatClause?.FormatStringToken.ValueText)
                && model.GetTypeInfo(hole.Parent!, cancellation).ConvertedType?.SpecialType == SpecialType.System_String)
                yield return new(part.Owner, hole, null, null, hole.Expression.ToString(), model, cancellation);
        }
    }

    // TM0401 speaks of the ticks.
    private static bool IsOfTheClock(Use use) => use.Text is "Environment.TickCount" or "Environment.TickCount64";
}

/// <summary>What says something of the machine or the process.</summary>
internal static class MachineEntries
{
    public static readonly string[] All =
    [
        "System.Environment", "System.AppContext", "System.AppDomain", "System.OperatingSystem", "System.Runtime.InteropServices.RuntimeInformation",
        "System.Reflection.Assembly.GetEntryAssembly", "System.Reflection.Assembly.GetExecutingAssembly", "System.Reflection.Assembly.GetCallingAssembly",
        "System.Globalization.CultureInfo.CurrentCulture", "System.Globalization.CultureInfo.CurrentUICulture", "System.Globalization.CultureInfo.InstalledUICulture",
        "System.Globalization.CultureInfo.DefaultThreadCurrentCulture", "System.Globalization.RegionInfo.CurrentRegion",
        "System.Globalization.NumberFormatInfo.CurrentInfo", "System.Globalization.DateTimeFormatInfo.CurrentInfo",
        "System.StringComparison.CurrentCulture", "System.StringComparison.CurrentCultureIgnoreCase", "System.StringComparer.CurrentCulture", "System.StringComparer.CurrentCultureIgnoreCase",
    ];
}
