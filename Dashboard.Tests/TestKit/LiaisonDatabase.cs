using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.TestKit;

/// <summary>A real SQLite database in memory, made by the migrations, with a small district in it. Each context opens its own connection, as in the app.</summary>
public sealed class LiaisonDatabase : IDbContextFactory<LiaisonDbContext>, IDisposable
{
    private readonly string _address = $"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared";
    private readonly SqliteConnection _keepAlive;
    private readonly RingOnCommit _ring;

    public LiaisonDatabase()
    {
        _keepAlive = new SqliteConnection(_address);
        _keepAlive.Open();
        _ring = new RingOnCommit(Changes);
        Store = new LiaisonStore(this, _ring, TimeProvider.System);
        MigratedDatabase.CopyTo(_keepAlive);
        using var db = CreateDbContext();
        District = SmallDistrict.AddTo(db);
    }

    public ChangeSignal Changes { get; } = new();

    public LiaisonStore Store { get; }

    public BatchWriter Batches => new(_ring);

    public RingOnCommit Ring => _ring;

    /// <summary>What was asked of it.</summary>
    internal AskedQueries Asked { get; } = new();

    public SmallDistrict District { get; }

    public LiaisonDbContext CreateDbContext() => new(new DbContextOptionsBuilder<LiaisonDbContext>().UseSqlite(_address).AddInterceptors(_ring, Asked).Options);

    /// <summary>What reads a table that has another name now fails as nobody foresaw.</summary>
    public async Task RenameAsync(string table, string name)
    {
        await using var renaming = _keepAlive.CreateCommand();
        renaming.CommandText = $"ALTER TABLE \"{table}\" RENAME TO \"{name}\"";
        await renaming.ExecuteNonQueryAsync();
    }

    /// <summary>The door for somebody who may do everything everywhere, and the doorkeeper who knows them.</summary>
    internal (WriteDoor Door, Doorkeeper Doorkeeper) DoorFor(string name, TimeProvider clock) => DoorFor(this, Store, name, clock);

    internal static (WriteDoor Door, Doorkeeper Doorkeeper) DoorFor(IDbContextFactory<LiaisonDbContext> contexts, LiaisonStore store, string name, TimeProvider clock)
    {
        var person = new CurrentPerson();
        person.IsTrusted(name, Rights.OfTheHouse);
        var doorkeeper = new Doorkeeper(person, new SessionBook(clock, Options.Create(new SignInRules())), contexts);
        return (new WriteDoor(store, doorkeeper, new ActsUnderWay(clock), clock), doorkeeper);
    }

    public void Dispose()
    {
        Store.Dispose();
        _keepAlive.Dispose();
    }
}

/// <summary>Enough of a district to work with: two units, three stations, organs of every kind that matters, deputies of both levels.</summary>
public sealed record SmallDistrict(
    Station BajiaoHome, Station BajiaoStation, Station ShougangHome,
    Organ UrbanManagement, Organ Housing, Organ Court,
    Deputy Gu, Deputy Tao, Deputy CityDeputy,
    Category Transport, Category Housekeeping)
{
    /// <summary>What the reference data has already is taken as it is.</summary>
    internal static SmallDistrict AddTo(LiaisonDbContext db)
    {
        var bajiao = db.Units.SingleOrDefault(unit => unit.Code == "BJ") ?? db.Add(new LiaisonUnit("BJ", "人大八角街道工作委员会", "八角街道", LiaisonUnitKind.StreetCommittee, 3)).Entity;
        var shougang = db.Units.SingleOrDefault(unit => unit.Code == "SG") ?? db.Add(new LiaisonUnit("SG", "首钢代表联组", "首钢代表联组", LiaisonUnitKind.JointGroup, 10)).Entity;
        var district = db.Add(new ElectoralDistrict(31, "第31选区", null)).Entity;
        db.SaveChanges();

        var made = new SmallDistrict(
            Of(new Station(bajiao.Id, "BJ01", "八角代表之家", StationKind.Home, "", "")),
            Of(new Station(bajiao.Id, "BJ02", "古城南路联络站", StationKind.Station, "", "")),
            Of(new Station(shougang.Id, "SG01", "首钢代表之家", StationKind.Home, "", "")),
            Known(new Organ("QCGW", "区城市管理委员会", "区城市管理委", OrganKind.GovernmentDepartment)),
            Known(new Organ("QZJW", "区住房和城乡建设委员会", "区住建委", OrganKind.GovernmentDepartment)),
            Known(new Organ("QFY", "区人民法院", "区法院", OrganKind.Court)),
            Deputy.OfDistrict("17-0001", "顾砚清", 17, district.Id, bajiao.Id, "某小学教师"),
            Deputy.OfDistrict("17-0002", "陶知言", 17, district.Id, bajiao.Id, "某医院医生"),
            Deputy.OfCity("16-0001", "裴见微", 16, "石景山区人民代表大会", null, "某企业工程师"),
            Kept(new Category("TRANSPORT", "交通运输", 1, 1, "")),
            Kept(new Category("HOUSING", "城乡建设", 2, 2, "")));
        db.AddRange(new object[]
            {
                made.BajiaoHome, made.BajiaoStation, made.ShougangHome, made.UrbanManagement, made.Housing, made.Court,
                made.Gu, made.Tao, made.CityDeputy, made.Transport, made.Housekeeping,
            }.Where(one => db.Entry(one).State is EntityState.Detached));
        if (!db.Topics.Any())
        {
            db.Add(new Topic("城市照明", TopicKind.Supervision, 2026, ""));
        }

        db.SaveChanges();
        return made;

        Station Of(Station station) => db.Stations.SingleOrDefault(known => known.Code == station.Code) ?? station;
        Organ Known(Organ organ) => db.Organs.SingleOrDefault(known => known.Code == organ.Code || known.ShortName == organ.ShortName) ?? organ;
        Category Kept(Category category) => db.Categories.SingleOrDefault(known => known.Code == category.Code || known.Name == category.Name) ?? category;
    }
}
