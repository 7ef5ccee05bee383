using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Verifying;

/// <summary>One reception against itself: what its row says, and what was entered last.</summary>
/// <remarks>One planned before entries were kept has none of its beginning, and is judged by those it has.</remarks>
internal sealed partial class SessionCheck(Differences differences, IReadOnlyDictionary<int, string> stationNames)
{
    private const string ByEntries = "按登记经过";

    public async Task RunAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        await foreach (var session in db.ContactSessions.AsNoTracking().AsSplitQuery().OrderBy(s => s.Id)
            .Include(s => s.Deputies).Include(s => s.Entries.OrderBy(entry => entry.Sequence)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            Check(session);
        }
    }

    private void Check(ContactSession session)
    {
        if (session.Entries is not [.., var last])
        {
            return;
        }

        var where = $"{session.Number}　{stationNames.GetValueOrDefault(session.StationId)}{session.On:yyyy-MM-dd}";
        if (!session.Entries.Select(entry => entry.Sequence).SequenceEqual(Enumerable.Range(last.Sequence - session.Entries.Count + 1, session.Entries.Count)))
        {
            differences.Add(where, "登记经过", $"序号不连续：{string.Join('、', session.Entries.Select(entry => entry.Sequence))}。");
        }

        differences.Expect(where, "版本", session.Version, last.Sequence - 1, ByEntries);
        if (session.Entries.Select(entry => StatusAfter(entry.Act)).LastOrDefault(status => status is not null) is { } status)
        {
            differences.Expect(where, "情况", session.Status.InWords(), status.InWords(), ByEntries);
        }

        if (session.Entries.LastOrDefault(entry => entry.Act is SessionAct.Hold or SessionAct.Correct) is { } record)
        {
            CheckRecord(where, session, record);
        }
    }

    private void CheckRecord(string where, ContactSession session, SessionEntry record)
    {
        var told = Told().Match(record.Note);
        differences.Expect(where, "接待人次", session.VoterTimes, int.TryParse(told.Groups["times"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : null, ByEntries);
        differences.Expect(where, "到场代表", session.Deputies.Count(link => link.Attended is true), told.Groups["names"].Value.Split('、').Length, ByEntries);
        var since = session.Entries.Where(entry => entry.Sequence > record.Sequence).ToList();
        differences.Expect(where, "核对的代表", session.Deputies.Count(link => link.ConfirmedOn is not null), since.Count(entry => entry.Act is SessionAct.Confirm), ByEntries);
        differences.Expect(where, "登记到活动服务系统", session.HandedOverOn is not null, since.Exists(entry => entry.Act is SessionAct.HandOver), ByEntries);
    }

    private static SessionStatus? StatusAfter(SessionAct act) => act switch
    {
        SessionAct.Plan or SessionAct.Change => SessionStatus.Planned,
        SessionAct.Hold or SessionAct.Correct => SessionStatus.Held,
        SessionAct.Cancel => SessionStatus.Cancelled,
        SessionAct.Confirm or SessionAct.HandOver => null,
    };

    [GeneratedRegex("^到场(?<names>[^，]+)，(?<times>[0-9]+)人次")]
    private static partial Regex Told();
}
