using System.Diagnostics;
using System.Diagnostics.Metrics;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard;

/// <summary>What the house measures of its own work, for whoever listens; durations are seconds. No tag names a person, a voter's words, or an address.</summary>
/// <remarks>It costs next to nothing while nobody listens. Where it goes is a setting: docs/operations.md.</remarks>
internal static class LiaisonMeter
{
    public const string Name = "VoterLiaison";

    private static readonly Meter _meter = new(Name);

    private static readonly InstrumentAdvice<double> _seconds = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private static readonly Counter<long> _acts = _meter.CreateCounter<long>("liaison.acts", "{act}", "Acts of persons, by deed and outcome.");

    private static readonly Histogram<double> _actDuration = Duration("liaison.act.duration", "From the click to the answer, with the wait at the gate, by deed and outcome.");

    private static readonly ActivitySource _activities = new(Name);

    /// <summary>From asking for the one door to being let in.</summary>
    public static Histogram<double> GateWait { get; } = Duration("liaison.store.wait", "Waiting at the gate of the one door for writes.");

    /// <summary>From being let in to the commit.</summary>
    public static Histogram<double> WriteDuration { get; } = Duration("liaison.store.write.duration", "A write behind the gate, until it is committed, by outcome.");

    public static Histogram<double> RecountDuration { get; } = Duration("liaison.recount.duration", "Counting anew what changes touched.");

    /// <summary>From the first commit that was not yet counted until its counts went out to all who watch.</summary>
    public static Histogram<double> FanOutDelay { get; } = Duration("liaison.fanout.delay", "From a commit until its counts went out to everybody who watches.");

    public static Counter<long> SignIns { get; } = _meter.CreateCounter<long>("liaison.sign_ins", "{attempt}", "Attempts to sign in, by outcome: ok, refused, locked.");

    public static Counter<long> TurnedAway { get; } = _meter.CreateCounter<long>("liaison.turned_away", "{request}", "Requests and connections that came too fast or were too many.");

    /// <summary>Runs a person's act and takes down how long it took and what came of it.</summary>
    public static async Task<T> MeasureAsync<T>(string deed, Func<Task<T>> act)
    {
        using var activity = _activities.StartActivity($"act {deed}");
        var (began, outcome) = (Stopwatch.GetTimestamp(), "failed");
        try
        {
            var result = await act();
            outcome = "done";
            return result;
        }
        catch (Exception stopped) when (stopped is RuleBrokenException or OperationCanceledException)
        {
            outcome = stopped is NotStoredException ? "failed" : stopped is OutOfReachException ? "out_of_reach" : stopped is RuleBrokenException ? "refused" : "given_up";
            throw;
        }
        finally
        {
            TagList tags = [new("deed", deed), new("outcome", outcome)];
            _acts.Add(1, tags);
            _actDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
            activity?.SetTag("outcome", outcome);
        }
    }

    private static Histogram<double> Duration(string name, string description) => _meter.CreateHistogram(name, "s", description, advice: _seconds);
}
