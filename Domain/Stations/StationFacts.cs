namespace VoterLiaison.Domain.Stations;

/// <summary>What is published of a home or station (第八条): where it is, when it is open, whom to call.</summary>
public sealed record StationFacts
{
    public required string Name { get; init; }

    public required StationKind Kind { get; init; }

    public string Address { get; init; } = "";

    /// <summary>As it is posted at the door: 周一至周五 9:00–17:00.</summary>
    public string OpeningHours { get; init; } = "";

    /// <summary>The station's own number; never a private mobile.</summary>
    public string Phone { get; init; } = "";

    /// <summary>联系人, as published.</summary>
    public string Contact { get; init; } = "";

    /// <summary>One line of news for voters: 已搬到新址（11月1日起）.</summary>
    public string Notice { get; init; } = "";

    /// <summary>The day it took up its work; null where nobody noted it.</summary>
    public DateOnly? OpenedOn { get; init; }
}
