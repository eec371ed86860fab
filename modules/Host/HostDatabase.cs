namespace Host;

/// <summary>Where this application's database is.</summary>
internal static class HostDatabase
{
    /// <summary>The connection string <c>Host</c> of the configuration, or else the file <c>data/host.db</c> below the content root.</summary>
    public static string ConnectionString(WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("Host") is { Length: > 0 } configured)
            return configured;

        var folder = Directory.CreateDirectory(Path.Combine(builder.Environment.ContentRootPath, "data"));
        return $"Filename={Path.Combine(folder.FullName, "host.db")}";
    }
}
