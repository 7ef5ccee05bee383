namespace VoterLiaison.Domain.Books;

/// <summary>One number of one station, as it stood when the year was closed. A number that is not there was zero.</summary>
/// <param name="stationId">Whose.</param>
/// <param name="key">A measure's key, or one of the four of the year's balance.</param>
/// <param name="number">件.</param>
public sealed class FrozenCount(int stationId, string key, int number)
{
    /// <summary>年初未办结.</summary>
    public const string Opening = "opening";

    /// <summary>本年收集.</summary>
    public const string Received = "received";

    /// <summary>本年办结.</summary>
    public const string Concluded = "concluded";

    /// <summary>年末未办结: opening + received − concluded.</summary>
    public const string Closing = "closing";

    public int ClosedYearId { get; private set; }

    public int StationId { get; private set; } = stationId;

    public string Key { get; private set; } = key;

    public int Number { get; private set; } = number;
}
