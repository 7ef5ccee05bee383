using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard;

public sealed class AddressesTests
{
    [Fact]
    public void A_list_of_opinions_carries_its_whole_filter() => Assert.Equal(
        "/opinions?year=2026&unit=BJ&station=BJ01&measure=overdue&stage=forwarded&channel=state-organ&organ=1&category=2&deputy=3&batch=4&from=2026-01-01&to=2026-11-23&q=%E8%B7%AF%E7%81%AF",
        Addresses.Opinions(new OpinionFilter
        {
            Year = 2026,
            Unit = "BJ",
            Station = "BJ01",
            Measure = Measure.Overdue,
            Stage = OpinionStage.Forwarded,
            Channel = ForwardingChannel.StateOrgan,
            OrganId = 1,
            CategoryId = 2,
            DeputyId = 3,
            BatchId = 4,
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2026, 11, 23),
            Text = "路灯",
        }));

    [Fact]
    public void What_is_not_filtered_is_not_in_the_address() => Assert.Equal("/opinions", Addresses.Opinions(new OpinionFilter()));
}
