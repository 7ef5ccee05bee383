using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Stations;

/// <summary>家站: the place where deputies meet voters — a Home (人大代表之家) of a unit, or a Station (人大代表联络站) below it.</summary>
public sealed class Station
{
    /// <exception cref="RuleBrokenException">The code or the name is missing.</exception>
    public Station(int unitId, string code, string name, StationKind kind, string address, string openingHours)
    {
        UnitId = unitId;
        Code = Rule.Written(code, "请填写家站代码。").ToUpperInvariant();
        Name = Rule.Written(name, "请填写家站名称。");
        Kind = kind;
        Address = address.Trim();
        OpeningHours = openingHours.Trim();
    }

    public int Id { get; private set; }

    public int UnitId { get; private set; }

    /// <summary>Never changes and is never given to another station: opinion numbers carry it.</summary>
    public string Code { get; private set; }

    public string Name { get; private set; }

    public StationKind Kind { get; private set; }

    public string Address { get; private set; }

    public string OpeningHours { get; private set; }

    /// <summary>The station's own number; never a private mobile.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>联系人, as published.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>One line of news for voters; empty when there is none.</summary>
    public string Notice { get; private set; } = "";

    /// <summary>The day it took up its work; null where nobody noted it.</summary>
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>The day from which the station takes no more opinions, which may still be to come; null while no end is known.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The station this one was merged into, if it was.</summary>
    public int? SuccessorId { get; private set; }

    /// <summary>What is published of it now.</summary>
    public StationFacts AsDescribed() => new()
    {
        Name = Name,
        Kind = Kind,
        Address = Address,
        OpeningHours = OpeningHours,
        Phone = Phone,
        Contact = Contact,
        Notice = Notice,
        OpenedOn = OpenedOn,
    };

    public bool IsOpenOn(DateOnly day) => ClosedOn is null || day < ClosedOn;

    /// <summary>Changes what is published of it. The code stays.</summary>
    /// <exception cref="RuleBrokenException">The name is missing, or it would have opened after it closed.</exception>
    public void Describe(StationFacts facts)
    {
        Rule.Require(facts.OpenedOn is null || ClosedOn is null || facts.OpenedOn <= ClosedOn, $"{Name}已于{ClosedOn:yyyy年M月d日}停用，启用日期不能更晚。");
        Name = Rule.Written(facts.Name, "请填写家站名称。");
        (Kind, OpenedOn) = (facts.Kind, facts.OpenedOn);
        (Address, OpeningHours, Phone) = (facts.Address.Trim(), facts.OpeningHours.Trim(), facts.Phone.Trim());
        (Contact, Notice) = (facts.Contact.Trim(), facts.Notice.Trim());
    }

    /// <exception cref="RuleBrokenException">The station is closed already, or had not opened by then.</exception>
    public void Close(DateOnly on)
    {
        Rule.Require(ClosedOn is null, $"{Name}已于{ClosedOn:yyyy年M月d日}停用。");
        Rule.Require(OpenedOn is null || on >= OpenedOn, $"{Name}{OpenedOn:yyyy年M月d日}才启用，停用日期不能更早。");
        ClosedOn = on;
    }

    /// <exception cref="RuleBrokenException">The station is closed already, or the successor is itself or closed.</exception>
    public void MergeInto(Station successor, DateOnly on)
    {
        Rule.Require(successor != this, "家站不能并入自己。");
        Rule.Require(successor.IsOpenOn(on), $"{successor.Name}已经停用，不能并入。");
        Close(on);
        SuccessorId = successor.Id;
    }

    /// <summary>恢复使用: the closing, or the merger, was a mistake or is off. It was never closed, then.</summary>
    /// <exception cref="RuleBrokenException">It is not closed and will not be.</exception>
    public void Reopen()
    {
        Rule.Require(ClosedOn is not null, $"{Name}没有停用。");
        (ClosedOn, SuccessorId) = (null, null);
    }
}

public enum StationKind
{
    /// <summary>人大代表之家, one for each unit.</summary>
    Home = 1,

    /// <summary>人大代表联络站, below a Home.</summary>
    Station,
}
