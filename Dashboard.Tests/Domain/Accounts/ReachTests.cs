using CsCheck;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Domain.Accounts;

/// <summary>What memory says of a scope and what the database selects must be the same, or something is shown that may not be.</summary>
public sealed class ReachTests : IDisposable
{
    private readonly LiaisonDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void What_a_scope_covers_is_what_the_database_selects_for_any_opinions_and_grants()
    {
        var district = _database.District;
        var (stations, deputies) = (new[] { district.BajiaoHome, district.BajiaoStation, district.ShougangHome }, new[] { district.Gu, district.Tao });
        var opinions = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Array[1, 8];
        var reach = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 7], Gen.Int[0, 7]);

        Gen.Select(opinions, reach).Sample(
            (some, far) =>
            {
                using var db = _database.CreateDbContext();
                using var undone = db.Database.BeginTransaction();
                var series = stations.Select(station => new OpinionSeries(station.Id, 2026)).ToList();
                db.AddRange(series);
                var taken = some.Select(one => Opinion.Collect(
                    series[one.Item1],
                    db.Stations.Single(station => station.Id == stations[one.Item1].Id),
                    new CollectedFacts
                    {
                        Words = "路灯不亮",
                        On = new DateOnly(2026, 3, 2),
                        Deputies = [.. db.Deputies.AsEnumerable().Where(deputy => deputies.Index().Any(known => known.Item.Id == deputy.Id && (one.Item2 & (1 << known.Index)) != 0))],
                    },
                    new Stamp("王静", new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), new ClockLimits()))).ToList();
                db.AddRange(taken);
                db.SaveChanges();

                var scope = far.Item1 == 0 ? Reach.All : new Reach(
                    false,
                    [.. stations.Where((_, i) => (far.Item2 & (1 << i)) != 0).Select(station => station.Id)],
                    [.. deputies.Where((_, i) => (far.Item3 & (1 << i)) != 0).Select(deputy => deputy.Id)]);
                Assert.Equal(
                    taken.Where(scope.Covers).Select(opinion => opinion.Id).Order(),
                    db.Opinions.Within(scope).Select(opinion => opinion.Id).OrderBy(id => id).ToList());
                Assert.Equal(
                    stations.Where(station => scope.CoversStation(station.Id)).Select(station => station.Id).Order(),
                    db.Stations.Within(scope).Select(station => station.Id).OrderBy(id => id).ToList());
            },
            iter: 100,
            threads: 1);
    }
}
