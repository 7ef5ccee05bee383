using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Accounts;

public sealed class RightsTests
{
    private const int Home = 1;
    private const int Elsewhere = 2;
    private const int Own = 38;

    [Fact]
    public void Nobody_may_do_anything() => Assert.DoesNotContain(Enum.GetValues<Deed>(), Rights.None.May);

    [Fact]
    public void Several_grants_add_up()
    {
        var rights = new Rights([At(Role.StationStaff, Home), At(Role.StationStaff, Elsewhere)]);

        Assert.Equal(Reach.OfStations(Home, Elsewhere), rights.For(Deed.ReadOpinions));
    }

    [Fact]
    public void Each_grant_counts_only_where_it_was_given()
    {
        // Of a unit with one station, and of another station that is not the unit's.
        var rights = new Rights([At(Role.UnitStaff, Home), At(Role.StationStaff, Elsewhere)]);

        Assert.Equal(Reach.OfStations(Home, Elsewhere), rights.For(Deed.Sort));
        Assert.Equal(Reach.OfStations(Home), rights.For(Deed.Forward));
    }

    [Fact]
    public void Station_staff_who_are_also_a_deputy_forward_what_they_carry_and_not_what_the_station_has()
    {
        var rights = new Rights([At(Role.StationStaff, Home), new Holding(Role.Deputy, Reach.OfDeputy(Own))]);

        Assert.Equal(Reach.OfDeputy(Own), rights.For(Deed.Forward));
        Assert.Equal(Reach.OfStations(Home) + Reach.OfDeputy(Own), rights.For(Deed.ReadOpinions));
        Assert.Equal(Reach.OfStations(Home), rights.For(Deed.ExportBooks));
    }

    [Fact]
    public void The_office_that_is_also_an_administrator_is_both() =>
        Assert.True(new Rights([new Holding(Role.LiaisonOffice, Reach.All), new Holding(Role.Administrator, Reach.All)]) is var rights && rights.May(Deed.Assign) && rights.May(Deed.ManageAccounts));

    [Fact]
    public void Who_spoke_of_a_deputys_own_work_is_known_to_everyone_but_that_deputy()
    {
        var opinion = AnOpinion();
        var (own, other) = (new Rights([new Holding(Role.Deputy, Reach.OfDeputy(Tao.Id)), new Holding(Role.LiaisonOffice, Reach.All)]), new Rights([new Holding(Role.LiaisonOffice, Reach.All)]));
        Assert.True(own.MayKnowWhoSpoke(opinion));

        opinion.Concern(Tao, Entered);

        Assert.False(own.MayKnowWhoSpoke(opinion));
        Assert.True(other.MayKnowWhoSpoke(opinion));
    }

    [Fact]
    public void Reaches_are_alike_when_they_hold_the_same()
    {
        Assert.Equal(Reach.OfStations(1, 2), Reach.OfStations(2, 1));
        Assert.NotEqual(Reach.OfStations(1), Reach.OfDeputy(1));
        Assert.Equal(Reach.All, Reach.OfStations(1) + Reach.All);
        Assert.True(Reach.Nothing.IsNothing && Reach.OfStations().IsNothing && !Reach.All.IsNothing);
    }

    private static Holding At(Role role, int station) => new(role, Reach.OfStations(station));
}
