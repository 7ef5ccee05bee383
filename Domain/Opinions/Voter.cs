namespace VoterLiaison.Domain.Opinions;

/// <summary>选民: a person who spoke. One voter may have several opinions; an opinion several voters, or none who left a name.</summary>
public sealed class Voter(string name, string phone, string community)
{
    public int Id { get; private set; }

    /// <summary>As the voter gave it: 王女士. May be empty where only a phone was left.</summary>
    public string Name { get; private set; } = name.Trim();

    public string Phone { get; private set; } = phone.Trim();

    /// <summary>选区或社区.</summary>
    public string Community { get; private set; } = community.Trim();
}

/// <summary>That a voter stands behind an opinion.</summary>
public sealed class OpinionVoter
{
    private OpinionVoter()
    {
    }

    internal OpinionVoter(Voter voter) => Voter = voter;

    public int OpinionId { get; private set; }

    public int VoterId { get; private set; }

    public Voter Voter { get; private set; } = null!; // loaded with the link
}

/// <summary>That an opinion is a deputy's to carry and to bring home.</summary>
public sealed class OpinionDeputy
{
    internal OpinionDeputy(int deputyId, int order)
    {
        DeputyId = deputyId;
        Order = order;
    }

    public int OpinionId { get; private set; }

    public int DeputyId { get; private set; }

    /// <summary>From 1; the first one named is the one the voter knows.</summary>
    public int Order { get; internal set; }
}
