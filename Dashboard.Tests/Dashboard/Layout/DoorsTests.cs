using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Layout;

public sealed class DoorsTests
{
    [Theory]
    [InlineData(Addresses.SessionsPattern, "接待安排")]
    [InlineData("/sessions/7", "接待安排")]
    [InlineData(Addresses.LedgersPattern, "登记表")]
    public void A_page_lies_in_one_room_and_of_a_room_within_a_room_in_the_inner_one(string path, string room) =>
        Assert.Equal(("接待", room), Assert.Single(Doors.For(Rights.OfTheHouse).Where(hall => hall.Holds(path)).Select(hall => (hall.Name, hall.Open(path)!.Name))));

    [Fact]
    public void Every_hall_has_a_letter_of_its_own_and_none_is_that_of_the_help()
    {
        var keys = Doors.For(Rights.OfTheHouse).Select(hall => hall.Key).Append('b').Append('g').ToList();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public void No_two_ways_have_the_same_name_to_be_asked_for_by() =>
        Assert.All(new[] { Rights.OfTheHouse, new Rights([new Holding(Role.Deputy, Reach.OfDeputy(1))]) }, rights => Assert.Distinct(Doors.WaysFor(rights).Select(way => way.Name)));

    [Theory]
    [InlineData("/chasing?tab=promises", "催办")]
    [InlineData("/chasing/", null)]
    [InlineData("https://elsewhere.example/chasing", null)]
    [InlineData("//elsewhere.example/chasing", null)]
    [InlineData("/my", null)]
    public void A_way_back_is_named_only_where_it_leads_to_a_room_of_the_reader(string address, string? name) =>
        Assert.Equal(name, Doors.NameOf(Rights.OfTheHouse, address));
}
