using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Reports;

/// <summary>异议: a deputy says that the own performance file is not right. It stays open until somebody answers.</summary>
public sealed class RecordObjection
{
    private RecordObjection(int deputyId, int year, RecordPart part, string words, DateTime raisedAt, string raisedBy)
    {
        DeputyId = deputyId;
        Year = year;
        Part = part;
        Words = words;
        RaisedAt = raisedAt;
        RaisedBy = raisedBy;
    }

    public int Id { get; private set; }

    public int DeputyId { get; private set; }

    /// <summary>The year of the file.</summary>
    public int Year { get; private set; }

    public RecordPart Part { get; private set; }

    /// <summary>The one session it speaks of, if it is about one.</summary>
    public int? SessionId { get; private set; }

    /// <summary>What is not right, in the deputy's words.</summary>
    public string Words { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RaisedAt { get; private set; }

    public string RaisedBy { get; private set; }

    /// <summary>What was found and done; null while it is open.</summary>
    public string? Reply { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RepliedAt { get; private set; }

    public string? RepliedBy { get; private set; }

    /// <summary>提出异议.</summary>
    /// <exception cref="RuleBrokenException">It does not say what is not right.</exception>
    public static RecordObjection Raise(Deputy deputy, int year, RecordPart part, string words, DateTime at, string by, int? sessionId = null) =>
        new(deputy.Id, year, part, Rule.Written(words, "请写下哪里不对，写一句也可以。"), at, by) { SessionId = sessionId };

    /// <summary>答复异议.</summary>
    /// <exception cref="RuleBrokenException">It was answered already, or the reply is empty.</exception>
    public void Answer(string reply, DateTime at, string by)
    {
        Rule.Require(Reply is null, "这条异议已经答复过了。");
        Reply = Rule.Written(reply, "请写明核对的结果。");
        (RepliedAt, RepliedBy) = (at, by);
    }
}

/// <summary>Which part of the performance file.</summary>
public enum RecordPart
{
    /// <summary>参加接待.</summary>
    Sessions = 1,

    /// <summary>收集意见.</summary>
    Opinions,

    /// <summary>向选民述职.</summary>
    Report,

    Other,
}
