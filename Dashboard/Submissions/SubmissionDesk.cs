using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Where a person decides what becomes of a submission. What is taken in goes the same way as what a clerk takes down.</summary>
public sealed class SubmissionDesk(WriteDoor door, OpinionDesk opinions)
{
    private const string NotFound = "没有找到这件来件。";

    /// <summary>受理: it becomes an opinion.</summary>
    /// <returns>意见编号.</returns>
    public Task<string> AcceptAsync(SeenSubmission seen, AcceptForm form) => DecideAsync(seen, (writing, submission) => TakeDownAsync(writing, submission, form, SubmissionStage.Accepted));

    /// <summary>受理并案: it becomes an opinion that travels with another which says the same.</summary>
    public Task<string> MergeAsync(SeenSubmission seen, AcceptForm form, string leadNumber, string reason) => DecideAsync(seen, async (writing, submission) =>
    {
        var number = Rule.Written(leadNumber, "请选并入哪一件，或者写明主件的编号。").ToUpperInvariant();
        var unknown = $"没有编号为“{number}”的意见，请核对主件的编号。";
        var lead = await OpinionDesk.WithJourneys(writing.Db).SingleOrDefaultAsync(known => known.Number == number) ?? throw new RuleBrokenException(unknown);
        if (!writing.Who.Rights.For(Deed.Sort).Covers(lead))
        {
            throw new OutOfReachException(unknown, $"意见 {lead.Number}");
        }

        return await TakeDownAsync(writing, submission, form, SubmissionStage.Merged, (opinion, stamp) => opinion.MergeInto(lead, reason, stamp.Today, stamp));
    });

    /// <summary>指路: it becomes an opinion out of scope, and the receipt says whom to turn to.</summary>
    public Task<string> PointElsewhereAsync(SeenSubmission seen, AcceptForm form, string pointedTo, string reason) => DecideAsync(seen, (writing, submission) => TakeDownAsync(
        writing, submission, form, SubmissionStage.PointedElsewhere,
        (opinion, stamp) => opinion.PointElsewhere(pointedTo, reason, stamp.Today, new FeedbackFacts(FeedbackMeans.Receipt, writing.Who.Name, "", stamp.Today), stamp)));

    /// <summary>登记为询问 (第七条).</summary>
    /// <returns>询问编号.</returns>
    public Task<string> TakeAsInquiryAsync(SeenSubmission seen, int deputyId) => DecideAsync(seen, async (writing, submission) =>
    {
        var deputy = await writing.Db.Deputies.SingleOrDefaultAsync(known => known.Id == deputyId && known.Status == OfficeStatus.InOffice) ?? throw new RuleBrokenException("请选问的是哪位代表。");
        var inquiry = Inquiry.Ask(deputy, submission.StationId, new InquiryFacts(submission.Words, ChinaTime.DayOf(submission.ReceivedAt), submission.Name, submission.Phone), writing.Signature);
        writing.Db.Add(inquiry);
        await writing.Db.SaveChangesAsync();
        submission.TakenAs(inquiry, writing.Signature);
        return inquiry.Number;
    });

    /// <summary>转给别的家站.</summary>
    public Task PassAsync(SeenSubmission seen, int stationId, string reason) => DecideAsync(seen, async (writing, submission) =>
    {
        var station = await writing.Db.Stations.SingleOrDefaultAsync(known => known.Id == stationId) ?? throw new RuleBrokenException("请选转给哪个家站。");
        submission.PassTo(station, reason, writing.Signature);
        return $"转给{station.Name}";
    });

    public Task UnparkAsync(SeenSubmission seen) => DecideAsync(seen, (writing, submission) =>
    {
        submission.Unpark(writing.Signature);
        return Task.FromResult("转回待受理");
    });

    /// <summary>不收: the voter reads why.</summary>
    public Task RefuseAsync(SeenSubmission seen, string reason) => DecideAsync(seen, (writing, submission) =>
    {
        submission.Refuse(reason, writing.Signature);
        return Task.FromResult("不收");
    });

    private Task<string> DecideAsync(SeenSubmission seen, Func<Writing, Submission, Task<string>> decide) => door.WriteAsync(Deed.ReceiveSubmissions, async writing =>
    {
        var submission = await writing.Db.Submissions.Include(known => known.Entries.OrderBy(entry => entry.Sequence)).SingleOrDefaultAsync(known => known.Id == seen.Id) ?? throw new RuleBrokenException(NotFound);
        var receipt = await writing.Db.Receipts.Where(known => known.SubmissionId == seen.Id).Select(known => known.Number).FirstOrDefaultAsync();
        if (!writing.Reach.CoversStation(submission.StationId) || (submission is { Kind: SubmissionKind.Inquiry, DeputyId: { } deputy } && writing.Who.Rights.OwnDeputies.Contains(deputy)))
        {
            throw new OutOfReachException(NotFound, $"来件 {receipt}");
        }

        if (submission.Version != seen.Version)
        {
            var last = submission.Entries[^1];
            throw new SubmissionChangedException($"您打开以后，这件来件有了新的处理：{ChinaTime.At(last.At):H:mm}　{last.By}　{last.Note}请看过最新情况再决定。", submission.Version);
        }

        var came = await decide(writing, submission);
        await writing.RecordAsync(AuditAct.SubmissionDecided, $"来件 {receipt}", submission.Stage.InWords() + (submission.IsOpen ? $"　{came}" : ""));
        return came;
    });

    private async Task<string> TakeDownAsync(Writing writing, Submission submission, AcceptForm form, SubmissionStage stage, Action<Opinion, Stamp>? then = null)
    {
        var opinion = await opinions.TakeDownAsync(writing with { Reach = writing.Who.Rights.For(Deed.Collect) }, form.Collect(submission), submission.Form);
        then?.Invoke(opinion, opinions.Stamped(writing, Guid.NewGuid()));
        submission.AcceptedAs(opinion, stage, writing.Signature);
        foreach (var picture in await writing.Db.Pictures.Where(known => known.SubmissionId == submission.Id).ToListAsync())
        {
            (picture.SubmissionId, picture.OpinionId) = (null, opinion.Id);
        }

        return opinion.Number;
    }
}

/// <summary>What whoever takes it in adds to what the voter wrote; the words themselves are not changed.</summary>
public sealed record AcceptForm
{
    /// <summary>收集日期: the day it came, unless somebody knows better.</summary>
    public required DateOnly On { get; set; }

    public string Subject { get; set; } = "";

    public int? CategoryId { get; set; }

    public List<int> DeputyIds { get; set; } = [];

    /// <summary>第七条: the deputy whose work in office it speaks of, if it is about one.</summary>
    public int? ConcernsDeputyId { get; set; }

    public static AcceptForm For(SubmissionDetail detail) => new()
    {
        On = ChinaTime.DayOf(detail.Submission.ReceivedAt),
        CategoryId = detail.Submission.CategoryId,
        DeputyIds = detail.Submission.DeputyId is { } deputy ? [deputy] : [],
    };

    internal CollectForm Collect(Submission submission) => new()
    {
        StationId = submission.StationId,
        On = On,
        Source = OpinionSource.Online,
        Words = submission.Words,
        Subject = Subject,
        CategoryId = CategoryId,
        DeputyIds = DeputyIds,
        ConcernsDeputyId = ConcernsDeputyId,
        Voters = submission.Name.Length + submission.Phone.Length > 0 ? [new VoterForm { Name = submission.Name, Phone = submission.Phone }] : [],
    };
}

/// <summary>Somebody else decided after this person opened it.</summary>
public sealed class SubmissionChangedException(string message, int version) : RuleBrokenException(message)
{
    /// <summary>As it stands now.</summary>
    public int Version { get; } = version;
}
