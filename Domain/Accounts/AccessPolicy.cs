using System.Collections.Frozen;
using VoterLiaison.Domain.Opinions;
using static VoterLiaison.Domain.Accounts.Role;

namespace VoterLiaison.Domain.Accounts;

/// <summary>Which role may do what. What is not in this table nobody may; docs/access.md prints it, and a test holds the two together.</summary>
/// <remarks>
/// Forwarding, feeding back and asking for another round are the deputy's own (第六条); staff do them in the deputy's name and the history says who.
/// 交办 is the office's. The administrator and the auditor see no opinion.
/// </remarks>
public static class AccessPolicy
{
    private static readonly FrozenDictionary<Deed, Role[]> Table = new Dictionary<Deed, Role[]>
    {
        [Deed.SeeCounts] = [LiaisonOffice, UnitStaff, StationStaff],
        [Deed.ReadOpinions] = [LiaisonOffice, UnitStaff, StationStaff, Role.Deputy],
        [Deed.Collect] = [LiaisonOffice, UnitStaff, StationStaff, Role.Deputy],
        [Deed.Sort] = [LiaisonOffice, UnitStaff, StationStaff],
        [Deed.Explain] = [LiaisonOffice, UnitStaff, StationStaff, Role.Deputy],
        [Deed.Forward] = [LiaisonOffice, UnitStaff, Role.Deputy],
        [Deed.Assign] = [LiaisonOffice],
        [Deed.RecordAnswer] = [LiaisonOffice, UnitStaff],
        [Deed.FeedBack] = [LiaisonOffice, UnitStaff, StationStaff, Role.Deputy],
        [Deed.RateAnswer] = [LiaisonOffice, UnitStaff, Role.Deputy],
        [Deed.ForwardAgain] = [LiaisonOffice, UnitStaff, Role.Deputy],
        [Deed.RevealVoters] = [LiaisonOffice, UnitStaff, StationStaff, Role.Deputy],
        [Deed.EraseVoters] = [LiaisonOffice],
        [Deed.ExportBooks] = [LiaisonOffice, UnitStaff, StationStaff],
        [Deed.ExportVoters] = [LiaisonOffice],
        [Deed.CloseYears] = [LiaisonOffice],
        [Deed.ImportLedgers] = [LiaisonOffice, UnitStaff, StationStaff],
        [Deed.KeepCalendar] = [LiaisonOffice],
        [Deed.ManageAccounts] = [Administrator],
        [Deed.ManageDisplayKeys] = [Administrator],
        [Deed.Chase] = [LiaisonOffice, UnitStaff],
        [Deed.Supervise] = [LiaisonOffice],
        [Deed.PlanSessions] = [LiaisonOffice, UnitStaff, StationStaff],
        [Deed.KeepPerformance] = [LiaisonOffice, UnitStaff],
        [Deed.ObjectToRecord] = [Role.Deputy],
        [Deed.WriteOwnReport] = [Role.Deputy],
        [Deed.KeepInquiries] = [LiaisonOffice, UnitStaff, StationStaff],
        [Deed.AnswerInquiries] = [LiaisonOffice, UnitStaff, Role.Deputy],
        [Deed.KeepRegisters] = [LiaisonOffice, UnitStaff],
        [Deed.PlanContacts] = [LiaisonOffice, UnitStaff],
        [Deed.KeepTopics] = [LiaisonOffice],
        [Deed.ReceiveSubmissions] = [LiaisonOffice, UnitStaff, StationStaff],
        [Deed.PublishNotices] = [LiaisonOffice, UnitStaff],
        [Deed.SubscribeCalendar] = [LiaisonOffice, UnitStaff, StationStaff, Role.Deputy],
        [Deed.KeepViews] = [LiaisonOffice, UnitStaff, StationStaff, Role.Deputy],
        [Deed.ReadAudit] = [Auditor],
        [Deed.WatchUpkeep] = [Administrator, Auditor],
    }.ToFrozenDictionary();

    public static bool Allows(Role role, Deed deed) => Table[deed].Contains(role);

    /// <summary>What a person must be allowed to do in order to carry out an act.</summary>
    public static Deed DeedOf(OpinionAct act) => act switch
    {
        OpinionAct.Collect => Deed.Collect,
        OpinionAct.Categorise or OpinionAct.NameDeputies or OpinionAct.Concern or OpinionAct.PutUnderTopic or OpinionAct.Merge or OpinionAct.Unmerge
            or OpinionAct.TakeIn or OpinionAct.LetGo => Deed.Sort,
        OpinionAct.Explain or OpinionAct.PointElsewhere => Deed.Explain,
        OpinionAct.Forward or OpinionAct.Withdraw => Deed.Forward,
        OpinionAct.Assign or OpinionAct.Extend => Deed.Assign,
        OpinionAct.Answer or OpinionAct.AnswerBeside or OpinionAct.Supplement or OpinionAct.Return or OpinionAct.HearFromLead => Deed.RecordAnswer,
        OpinionAct.FeedBack or OpinionAct.Rate => Deed.FeedBack,
        OpinionAct.RateAnswer => Deed.RateAnswer,
        OpinionAct.ForwardAgain => Deed.ForwardAgain,
        OpinionAct.EraseVoters => Deed.EraseVoters,
        OpinionAct.Urge or OpinionAct.LookAgain or OpinionAct.FallOverdue => Deed.Chase,
        OpinionAct.Supervise or OpinionAct.EndSupervision => Deed.Supervise,
    };
}
