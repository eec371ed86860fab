using System.Globalization;
using TypedMigrations.Cli.Answers;

namespace TypedMigrations.Cli.Showing;

/// <summary>Shows to a person what putting a backup back changes.</summary>
internal static class RestoreText
{
    public static void Show(RestorePlanAnswer plan, Action<string> line)
    {
        line($"restore   {plan.From}");
        foreach (var lost in plan.Lost)
            line($"lost      {lost}");
        foreach (var regained in plan.Regained)
            line($"regained  {regained}");
        foreach (var table in plan.Tables)
            line($"table     {table.Table}: {Documents(table.Now)} now, {Documents(table.InBackup)} in the backup");
    }

    private static string Documents(long? count) => count is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? "document" : "documents")}") : "no table";
}
