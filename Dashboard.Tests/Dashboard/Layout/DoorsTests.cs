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
}
