using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>What /healthz/ready goes by.</summary>
public sealed class ReadinessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_house_in_order_is_ready_in_every_point()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Upkeep:FreeMegabytes=16");

        var report = await house.The<HealthCheckService>().CheckHealthAsync(Cancel);

        Assert.Equal(["counts", "disk", "keys", "migrations", "running", "writes"], report.Entries.Keys.Order());
        Assert.Equal(HealthStatus.Healthy, report.Status);
    }

    [Fact]
    public async Task What_is_shutting_down_is_not_ready()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        house.The<IHostApplicationLifetime>().StopApplication();

        var report = await house.The<HealthCheckService>().CheckHealthAsync(Cancel);

        Assert.Equal(HealthStatus.Unhealthy, report.Entries["running"].Status);
        Assert.Equal(HealthStatus.Unhealthy, report.Status);
    }

    [Fact]
    public async Task A_disk_that_fills_up_is_said_while_the_house_is_still_of_use()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Upkeep:FreeMegabytes=10000000");

        var report = await house.The<HealthCheckService>().CheckHealthAsync(Cancel);

        Assert.Equal((HealthStatus.Degraded, HealthStatus.Degraded), (report.Entries["disk"].Status, report.Status));
    }

    [Fact]
    public async Task After_an_act_that_the_disk_refused_it_is_not_ready_at_once_and_is_again_when_a_write_was_taken()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var probe = house.The<WriteProbe>();
        Assert.True(await probe.HoldsAsync(Cancel));

        house.The<LiaisonStore>().Meter.NoteFailure();

        Assert.False(await probe.HoldsAsync(Cancel));
        Assert.False(await probe.HoldsAsync(Cancel));
        house.Clock.Advance(WriteProbe.Believed);
        Assert.True(await probe.HoldsAsync(Cancel));
        Assert.True(probe.FailedLately);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_found_by_writing_and_heals_by_itself()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        using var elsewhere = new LiaisonFolder();
        var missing = Path.Combine(elsewhere.Path, "unplugged");
        await using var unplugged = house.Another($"--Liaison:DataDirectory={missing}");
        using var probe = new WriteProbe(unplugged.The<LiaisonStore>(), house.The<Reserve>(), unplugged.The<WriteWatch>(), house.Clock, NullLogger<WriteProbe>.Instance);

        Assert.False(await probe.HoldsAsync(Cancel));
        Directory.CreateDirectory(missing);
        Assert.False(await probe.HoldsAsync(Cancel)); // believed for a while, so that asking costs nothing
        house.Clock.Advance(WriteProbe.Believed);

        Assert.True(await probe.HoldsAsync(Cancel));
    }

    [Fact]
    public async Task A_proof_is_written_to_the_file_and_rings_for_nobody()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var watch = house.The<WriteWatch>();
        await watch.SomethingWrittenAsync(Cancel);
        var before = DiskStanding.Of(house.The<DataFolder>()).Log;

        await watch.ProveAsync(Cancel);

        Assert.False(await watch.SomethingWrittenAsync(Cancel));
        Assert.True(DiskStanding.Of(house.The<DataFolder>()).Log > before, "Nothing was written.");
        await house.CollectAsync();
        Assert.False(await watch.SomethingWrittenAsync(Cancel)); // its own acts ring by themselves
        await using var another = house.Another();
        await another.CollectAsync();
        Assert.True(await watch.SomethingWrittenAsync(Cancel));
    }
}
