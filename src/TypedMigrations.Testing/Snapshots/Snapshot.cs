namespace TypedMigrations.Testing.Snapshots;

/// <summary>A schema, and the file that it is verified against.</summary>
internal sealed record Snapshot(SnapshotFile File, string Received)
{
    /// <summary>Compares the schema with its verified file.</summary>
    /// <returns>Null where it matches, or was accepted.</returns>
    public Mismatch? Compare(OnMismatch onMismatch)
    {
        var verified = File.TryReadVerified();
        if (verified != Received)
        {
            if (onMismatch == OnMismatch.Fail)
            {
                File.WriteReceived(Received);
                return new Mismatch(File, verified, Received);
            }

            File.WriteVerified(Received);
        }

        File.DeleteReceived();
        return null;
    }
}

/// <summary>What happens to a schema that is not as verified.</summary>
internal enum OnMismatch
{
    /// <summary>It is received beside the verified file, and the test fails.</summary>
    Fail,

    /// <summary>It becomes the verified file.</summary>
    Accept,
}

/// <summary>A schema that is not as verified.</summary>
/// <param name="File">Where it was compared.</param>
/// <param name="Verified">The verified text; null where there is none yet.</param>
/// <param name="Received">The schema's text.</param>
internal sealed record Mismatch(SnapshotFile File, string? Verified, string Received);
