using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Upkeep;

public sealed class LiaisonMeterTests
{
    private static readonly string[] _tags = ["deed", "outcome", "kind"];

    [Fact]
    public async Task An_act_is_counted_and_timed_by_its_deed_and_what_came_of_it_and_tells_of_nobody()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        using var measured = new Measured();

        await house.CollectAsync("路灯不亮");
        await Assert.ThrowsAnyAsync<RuleBrokenException>(() => house.CollectAsync(""));
        await Assert.ThrowsAsync<OutOfReachException>(() => house.As("审计员", new Rights([new Holding(Role.Auditor, Reach.All)])).GetRequiredService<OpinionDesk>()
            .CollectAsync(new CollectForm { StationId = house.District.BajiaoHome.Id, Words = "路灯不亮", On = LiaisonHouse.Today }, Guid.NewGuid()));

        Assert.All(["done", "refused", "out_of_reach"], outcome => Assert.Contains(("liaison.acts", $"deed=Collect,outcome={outcome}"), measured.Heard));
        Assert.Contains(("liaison.act.duration", "deed=Collect,outcome=done"), measured.Heard);
        Assert.Contains(("liaison.store.wait", ""), measured.Heard);
        Assert.Contains(("liaison.store.write.duration", "outcome=committed"), measured.Heard);
        Assert.All(measured.Names, name => Assert.Contains(name, _tags));
    }

    [Fact]
    public async Task Signing_in_is_counted_by_how_it_went()
    {
        await using var at = await AccountHouse.OpenAsync();
        using var measured = new Measured();

        await at.SignInAsync();
        for (var failure = 0; failure < 5; failure++)
        {
            await at.SignInAsync("wrong");
        }

        Assert.All(["ok", "refused", "locked"], outcome => Assert.Contains(("liaison.sign_ins", $"outcome={outcome}"), measured.Heard));
    }

    [Fact]
    public async Task How_things_stand_can_be_asked_for_at_any_time()
    {
        await using var site = new LiaisonSite();
        using var measured = new Measured();

        measured.Ask();

        Assert.All(
            ["liaison.watchers", "liaison.circuits", "liaison.hub.listeners", "liaison.walls", "liaison.database.size", "liaison.wal.size", "liaison.disk.free"],
            name => Assert.Contains((name, ""), measured.Heard));
        Assert.Contains(("liaison.alarms", "kind=StorageFails"), measured.Heard);
    }

    [Fact]
    public async Task Nothing_is_sent_anywhere_until_a_place_is_set()
    {
        await using var silent = await LiaisonHouse.OpenAsync();
        await using var sending = silent.Another("--Upkeep:TelemetryEndpoint=http://localhost:1");

        Assert.Null(silent.As("", Rights.None).GetService<MeterProvider>());
        Assert.NotNull(sending.The<MeterProvider>());
        Assert.NotNull(sending.The<TracerProvider>());
    }

    [Fact]
    public void A_trace_says_which_door_it_was_and_not_the_address()
    {
        using var activity = new Activity("GET").SetTag("url.path", "/calendar-feeds/SECRET.ics").SetTag("url.query", "?q=漏水");
        var http = new DefaultHttpContext();
        http.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(Addresses.CalendarFeedPattern), 0, null, null));

        Telemetry.NameByRoute(activity, http);

        Assert.Equal([("url.path", (object?)Addresses.CalendarFeedPattern)], activity.TagObjects.Select(tag => (tag.Key, tag.Value)));
    }

    /// <summary>Hears everything the house measures; also what other tests do at the same time.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentDictionary<(string Name, string Tags), bool> _heard = [];
        private readonly ConcurrentDictionary<string, bool> _names = [];

        public Measured()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == LiaisonMeter.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear(instrument, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
            _listener.Start();
        }

        public ICollection<(string Name, string Tags)> Heard => _heard.Keys;

        public ICollection<string> Names => _names.Keys;

        public void Ask() => _listener.RecordObservableInstruments();

        public void Dispose() => _listener.Dispose();

        private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var said = tags.ToArray();
            _heard[(instrument.Name, string.Join(',', said.Select(tag => $"{tag.Key}={tag.Value}")))] = true;
            Array.ForEach(said, tag => _names[tag.Key] = true);
        }
    }
}
