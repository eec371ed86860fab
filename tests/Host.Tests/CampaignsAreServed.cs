using System.Text.Json;

namespace Host.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CampaignsAreServed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    [CancelAfter(120_000)]
    public async Task WithTheNamesOfTheirSurveys(CancellationToken timeout)
    {
        var (process, http) = await HostProcess.ServeAsync(_folder.Path, timeout);
        await using var _ = process;
        using var __ = http;

        using var campaigns = JsonDocument.Parse(await http.GetStringAsync("/disco", timeout));

        Assert.That(
            campaigns.RootElement.EnumerateArray().Select(campaign => $"{campaign.GetProperty("_id").GetString()}: {campaign.GetProperty("survey_project_name").GetString()}"),
            Is.EqualTo(["bootstrap-campaign-community: Shared Beds", "bootstrap-campaign-library: Reading Hours", "bootstrap-campaign-workshop: Repair Evenings"]));
    }
}
