using Microsoft.Extensions.Configuration.Memory;

namespace Host;

/// <summary>The settings that hold where nobody says otherwise.</summary>
internal static class HostDefaults
{
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["urls"] = "http://127.0.0.1:5080",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",

        // The program prints plan, report and failures itself.
        ["Logging:LogLevel:TypedMigrations"] = "None",
    };

    /// <summary>Puts them below every other source. In <c>appsettings.json</c> they would win over environment variables such as ASPNETCORE_URLS.</summary>
    public static void AddDefaults(this ConfigurationManager configuration) =>
        ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
}
