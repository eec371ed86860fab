using System;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TypedMigrations.Build;

/// <summary>The task behind <c>dotnet build -t:FreezeMigrations</c>.</summary>
public sealed class FreezeMigrations : Task
{
    /// <summary>The assembly that was built.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The folder of its project.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            using var assembly = File.OpenRead(Assembly);
            var frozen = Freezer.Freeze(ManifestInAssembly.Read(assembly), ProjectFolder);
            foreach (var (ledger, id) in frozen)
                Log.LogMessage(MessageImportance.High, "Frozen {0} in {1}", id, ledger);
            if (frozen.Count == 0)
                Log.LogMessage(MessageImportance.High, "Nothing to freeze: the ledger has every migration of {0}.", Path.GetFileName(Assembly));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, "TM0506", null, null, 0, 0, 0, 0, "The migrations of {0} could not be frozen: {1}", Path.GetFileName(Assembly), exception.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
