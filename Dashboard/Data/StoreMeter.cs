using System.Diagnostics;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What the one door says of itself: how long writes wait and take, and when the disk last refused one.</summary>
public sealed class StoreMeter
{
    private long _failures;

    /// <summary>How many writes the disk did not take since the start.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>Somebody asks for the door.</summary>
    internal MeasuredWrite Begin() => new(this);

    internal void NoteFailure() => Interlocked.Increment(ref _failures);
}

/// <summary>One write, from asking for the door to its end.</summary>
internal sealed class MeasuredWrite(StoreMeter meter) : IDisposable
{
    private readonly long _asked = Stopwatch.GetTimestamp();
    private long _entered;
    private string _outcome = "refused";

    /// <summary>The door opened.</summary>
    public void Entered()
    {
        _entered = Stopwatch.GetTimestamp();
        LiaisonMeter.GateWait.Record(Stopwatch.GetElapsedTime(_asked, _entered).TotalSeconds);
    }

    public void Committed() => _outcome = "committed";

    /// <summary>It was the disk or the database that refused; where another program only held it for too long, nothing is said of the disk.</summary>
    public void Failed(StorageTrouble trouble)
    {
        if (trouble is not StorageTrouble.Busy)
        {
            _outcome = "failed";
            meter.NoteFailure();
        }
    }

    public void Dispose()
    {
        if (_entered != 0)
        {
            LiaisonMeter.WriteDuration.Record(Stopwatch.GetElapsedTime(_entered).TotalSeconds, new KeyValuePair<string, object?>("outcome", _outcome));
        }
    }
}
