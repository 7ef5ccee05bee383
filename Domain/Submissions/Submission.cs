using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Domain.Submissions;

/// <summary>来件: what a voter wrote on the public page. It waits at a station until somebody there takes it in; it is never dropped.</summary>
/// <remarks>Once it is an opinion or an inquiry, its words, name and phone are kept there and nowhere else.</remarks>
public sealed class Submission
{
    /// <summary>More than a voter writes by hand; what is longer is asked to come as a letter.</summary>
    public const int LongestWords = 20_000;

    /// <summary>What its first entry says where the voter chose neither station nor deputy.</summary>
    public const string Unaddressed = "网上提交，没有指定家站。";

    private const string PassedTo = "转给";

    private readonly List<SubmissionEntry> _entries = [];

    private Submission(Guid form, DateTime receivedAt, int stationId, SubmissionKind kind, string words, string name, string phone)
    {
        (Form, ReceivedAt, StationId, Kind) = (form, receivedAt, stationId, kind);
        (Words, Name, Phone) = (words, name, phone);
    }

    public int Id { get; private set; }

    /// <summary>One sending of the form; the same sent twice is one submission.</summary>
    public Guid Form { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>Where it waits.</summary>
    public int StationId { get; private set; }

    /// <summary>The deputy it is meant for, if the voter chose one.</summary>
    public int? DeputyId { get; private set; }

    public int? CategoryId { get; private set; }

    public SubmissionKind Kind { get; private set; }

    /// <summary>The voter's own words; empty once they are kept elsewhere.</summary>
    public string Words { get; private set; }

    public string Name { get; private set; }

    public string Phone { get; private set; }

    public SubmissionStage Stage { get; private set; } = SubmissionStage.Waiting;

    /// <summary>Why it looked like no voter's writing.</summary>
    public string? ParkedWhy { get; private set; }

    /// <summary>The opinion it became.</summary>
    public int? OpinionId { get; private set; }

    /// <summary>The inquiry it became.</summary>
    public int? InquiryId { get; private set; }

    /// <summary>Why it was not taken in, for the voter.</summary>
    public string? RefusedWhy { get; private set; }

    /// <summary>Rises by one with each act.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<SubmissionEntry> Entries => _entries;

    /// <summary>From station to station, each with its reason.</summary>
    public IEnumerable<SubmissionEntry> Passings => _entries.Where(entry => entry.Stage is SubmissionStage.Waiting or SubmissionStage.Parked && entry.Note.StartsWith(PassedTo, StringComparison.Ordinal));

    /// <summary>Nobody has decided yet.</summary>
    public bool IsOpen => Stage is SubmissionStage.Waiting or SubmissionStage.Parked;

    /// <summary>提交.</summary>
    /// <exception cref="RuleBrokenException">There are no words or too many; a name or a phone was left without consent to use it; or an inquiry names no deputy.</exception>
    public static Submission Send(SubmissionFacts facts, DateTime at)
    {
        var words = Rule.Written(facts.Words, "还没有写您想说的话。写一句也可以。");
        Rule.Require(words.Length <= LongestWords, $"写了{words.Length}个字，最多能收{LongestWords}个字。请分两次提，或者打印出来交到家站。");
        var (name, phone) = (facts.Name.Trim(), facts.Phone.Trim());
        Rule.Require((name.Length == 0 && phone.Length == 0) || facts.Consented, "您留了姓名或电话，请勾选同意，我们才能用它把结果告诉您；也可以把这两项删去。");
        Rule.Require(facts.Kind is not SubmissionKind.Inquiry || facts.DeputyId is not null, "想问哪位代表的工作，请选一位代表。");
        var submission = new Submission(facts.Form, at, facts.StationId, facts.Kind, words, name, phone) { DeputyId = facts.DeputyId, CategoryId = facts.CategoryId };
        submission.Enter(SubmissionStage.Waiting, facts.Unaddressed ? Unaddressed : "网上提交。", new Signature("选民", at));
        return submission;
    }

    /// <summary>放一放: it looks like no voter's writing; a person decides.</summary>
    public void Park(string why, DateTime at)
    {
        ParkedWhy = Rule.Written(why, "请写明为什么先放一放。");
        Enter(SubmissionStage.Parked, ParkedWhy, new Signature("系统", at));
    }

    /// <summary>It is a voter's writing after all.</summary>
    /// <exception cref="RuleBrokenException">It is not parked.</exception>
    public void Unpark(Signature signature)
    {
        Rule.Require(Stage is SubmissionStage.Parked, "它没有被放在一边。");
        Enter(SubmissionStage.Waiting, "是选民来件，转回待受理。", signature);
    }

    /// <summary>转给别的家站.</summary>
    /// <exception cref="RuleBrokenException">It was decided already, it is there already, the station is closed, or no reason is given.</exception>
    public void PassTo(Station station, string reason, Signature signature)
    {
        RequireOpen();
        Rule.Require(station.Id != StationId, $"它本来就在{station.Name}。");
        Rule.Require(station.IsOpenOn(signature.Today), $"{station.Name}已经停用，请转给别的家站。");
        var why = Rule.Written(reason, "请写明为什么转给这个家站。");
        StationId = station.Id;
        Enter(Stage, $"{PassedTo}{station.Name}：{why}", signature);
    }

    /// <summary>受理: it is an opinion now, taken in, merged or pointed elsewhere.</summary>
    /// <exception cref="RuleBrokenException">It was decided already.</exception>
    public void AcceptedAs(Opinion opinion, SubmissionStage stage, Signature signature)
    {
        RequireOpen();
        Rule.Require(stage is SubmissionStage.Accepted or SubmissionStage.Merged or SubmissionStage.PointedElsewhere, "受理以后只有登记、并案和指路三种。");
        OpinionId = opinion.Id;
        LetGo();
        Enter(stage, $"登记为意见{opinion.Number}。", signature);
    }

    /// <summary>It is an inquiry now (第七条).</summary>
    /// <exception cref="RuleBrokenException">It was decided already.</exception>
    public void TakenAs(Inquiry inquiry, Signature signature)
    {
        RequireOpen();
        InquiryId = inquiry.Id;
        LetGo();
        Enter(SubmissionStage.Inquiry, $"登记为{inquiry.Number}。", signature);
    }

    /// <summary>不收: advertising, or nothing that can be read. The voter reads why.</summary>
    /// <exception cref="RuleBrokenException">It was decided already, or no reason is given.</exception>
    public void Refuse(string reason, Signature signature)
    {
        RequireOpen();
        RefusedWhy = Rule.Written(reason, "请写明为什么不收，提交的人查得到。");
        Enter(SubmissionStage.Refused, RefusedWhy, signature);
    }

    /// <summary>删去个人信息.</summary>
    public void LetGo() => (Words, Name, Phone) = ("", "", "");

    private void RequireOpen() => Rule.Require(IsOpen, "这件来件已经处理过了。");

    private void Enter(SubmissionStage stage, string note, Signature signature)
    {
        Stage = stage;
        Version++;
        _entries.Add(new SubmissionEntry(Version, stage, signature.At, signature.By, note));
    }
}

/// <summary>What a voter wrote on the public form. Only the words are owed.</summary>
public sealed record SubmissionFacts
{
    public required Guid Form { get; init; }

    public required string Words { get; init; }

    public required int StationId { get; init; }

    public SubmissionKind Kind { get; init; } = SubmissionKind.Opinion;

    public int? DeputyId { get; init; }

    public int? CategoryId { get; init; }

    /// <summary>The voter chose neither station nor deputy; the station is only where it waits to be passed on.</summary>
    public bool Unaddressed { get; init; }

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>That name and phone may be used to tell the result; never ticked beforehand.</summary>
    public bool Consented { get; init; }
}

/// <summary>One step of a submission, as it was entered.</summary>
public sealed class SubmissionEntry
{
    internal SubmissionEntry(int sequence, SubmissionStage stage, DateTime at, string by, string note)
    {
        (Sequence, Stage, At, By, Note) = (sequence, stage, at, by, note);
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public int Sequence { get; private set; }

    /// <summary>The stage after it.</summary>
    public SubmissionStage Stage { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public string By { get; private set; }

    public string Note { get; private set; }
}

public enum SubmissionKind
{
    /// <summary>意见和要求.</summary>
    Opinion = 1,

    /// <summary>询问 (第七条).</summary>
    Inquiry,
}

public enum SubmissionStage
{
    /// <summary>待受理.</summary>
    Waiting = 1,

    /// <summary>放一放: it looks like no voter's writing.</summary>
    Parked,

    /// <summary>已登记.</summary>
    Accepted,

    /// <summary>已登记并案.</summary>
    Merged,

    /// <summary>已指路: 超出范围.</summary>
    PointedElsewhere,

    /// <summary>已登记为询问.</summary>
    Inquiry,

    /// <summary>不收.</summary>
    Refused,
}
