using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Domain.Opinions;

/// <summary>A district on paper: what the rules need, and no database. Everything is entered on Monday, 1 June 2026, unless a test says otherwise.</summary>
internal static class PaperDistrict
{
    private static readonly Lock Taking = new();
    private static readonly Dictionary<(int Station, int Year), OpinionSeries> Series = [];
    private static int _opinions;

    public static readonly DateOnly March2 = new(2026, 3, 2);
    public static readonly DateOnly Today = new(2026, 6, 1);
    public static readonly Station Home = Known(new Station(1, "BJ01", "八角代表之家", StationKind.Home, "", ""), 1);
    public static readonly Station Station = Known(new Station(1, "BJ02", "古城南路联络站", StationKind.Station, "", ""), 2);
    public static readonly Organ UrbanManagement = Known(new Organ("QCGW", "区城市管理委员会", "区城市管理委", OrganKind.GovernmentDepartment), 1);
    public static readonly Organ Housing = Known(new Organ("QZJW", "区住房和城乡建设委员会", "区住建委", OrganKind.GovernmentDepartment), 2);
    public static readonly Organ Court = Known(new Organ("QFY", "区人民法院", "区法院", OrganKind.Court), 3);
    public static readonly Deputy Gu = Known(Deputy.OfDistrict("17-0001", "顾砚清", 17, 31, 1, ""), 1);
    public static readonly Deputy Tao = Known(Deputy.OfDistrict("17-0002", "陶知言", 17, 31, 1, ""), 2);
    public static readonly Deputy CityDeputy = Known(Deputy.OfCity("16-0001", "裴见微", 16, "石景山区人民代表大会", null, ""), 3);
    public static readonly Category Transport = Known(new Category("TRANSPORT", "交通运输", 1, 1, ""), 1);

    public static readonly Topic Lighting = Known(new Topic("城市照明", TopicKind.Supervision, 2026, ""), 1);

    public static Handlers LeadAndBeside => new(UrbanManagement, Housing);

    /// <summary>Entered at noon of a day in the district.</summary>
    public static Stamp EnteredOn(DateOnly day, ClockLimits? limits = null) => new("值班员", ChinaTime.StartOf(day).AddHours(12), limits ?? new ClockLimits());

    public static Stamp Entered => EnteredOn(Today);

    public static CollectedFacts Facts(DateOnly? on = null) => new() { Words = "路灯不亮", On = on ?? March2 };

    public static Opinion TakeDown(CollectedFacts facts, Stamp? stamp = null, Station? at = null)
    {
        var station = at ?? Home;
        lock (Taking)
        {
            if (!Series.TryGetValue((station.Id, facts.On.Year), out var series))
            {
                Series[(station.Id, facts.On.Year)] = series = new OpinionSeries(station.Id, facts.On.Year);
            }

            return Known(Opinion.Collect(series, station, facts, stamp ?? Entered), ++_opinions);
        }
    }

    public static Opinion AnOpinion(DateOnly? on = null) => TakeDown(Facts(on));

    public static ForwardingFacts FactsFor(ForwardingChannel channel, DateOnly on) => channel switch
    {
        ForwardingChannel.CongressSession => new CongressSessionFacts("第十七届第六次会议", ProposalKind.Suggestion, "第12号"),
        ForwardingChannel.BetweenSessions => new BetweenSessionsFacts(BetweenSessionsWay.DirectLine, "直通车3号"),
        ForwardingChannel.CommitteeMeeting => new CommitteeMeetingFacts(CommitteeMeetingKind.StandingCommittee, "城市照明", on),
        ForwardingChannel.StateOrgan => new StateOrganFacts(LeadAndBeside),
        ForwardingChannel.MunicipalDeputy => new MunicipalDeputyFacts(CityDeputy),
    };

    /// <summary>As the database would know it: by an id.</summary>
    private static T Known<T>(T thing, int id) where T : class
    {
        typeof(T).GetProperty("Id")!.SetValue(thing, id);
        return thing;
    }
}
