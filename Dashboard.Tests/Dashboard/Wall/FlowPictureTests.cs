using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;

namespace VoterLiaison.Dashboard.Wall;

public sealed class FlowPictureTests
{
    private const double NamesHeight = 85;

    [Fact]
    public void Each_column_takes_everything_and_has_room_for_every_name()
    {
        var picture = FlowPicture.Of(SomeYear());

        Assert.All([picture.Channels, picture.Handlers, picture.Outcomes], column =>
        {
            Assert.Equal(picture.Total, column.Sum(node => node.Times));
            Assert.All(column, node => Assert.InRange(node.Top, 0, FlowPicture.Height - node.Height));
            Assert.All(column.Zip(column.Skip(1)), pair => Assert.True(Middle(pair.Second) - Middle(pair.First) >= NamesHeight, $"{pair.First.Name} is too near to {pair.Second.Name}."));
        });

        static double Middle(FlowNode node) => node.Top + (node.Height / 2);
    }

    [Fact]
    public void Bars_of_all_columns_have_one_scale()
    {
        var picture = FlowPicture.Of(SomeYear());

        var scales = picture.Channels.Concat(picture.Handlers).Concat(picture.Outcomes).Select(node => node.Height / node.Times).ToList();
        Assert.All(scales, scale => Assert.Equal(scales[0], scale, 6));
    }

    [Fact]
    public void Many_organs_become_few_names_in_official_order()
    {
        var picture = FlowPicture.Of(SomeYear());

        Assert.Equal(
            ["部门6", "部门7", "部门8", "部门9", "部门10", "部门11", "其他 5 个单位", "街道办事处", "监察委、法院", "市人大代表", "还未指定单位"],
            picture.Handlers.Select(node => node.Name));
    }

    [Fact]
    public void One_that_would_be_the_only_other_stands_by_its_own_name()
    {
        var picture = FlowPicture.Of([.. Enumerable.Range(1, 7).Select(id => To(Department(id), id)), To(Organ(20, "八角街道办事处", OrganKind.SubdistrictOffice), 3)]);

        Assert.Equal(["部门1", "部门2", "部门3", "部门4", "部门5", "部门6", "部门7", "八角街道办事处"], picture.Handlers.Select(node => node.Name));
    }

    [Fact]
    public void Less_than_a_hundredth_draws_no_line_and_keeps_its_place_in_the_bars()
    {
        var picture = FlowPicture.Of([To(Department(1), 995), To(Department(2), 5)]);

        Assert.Equal((1, 1), (picture.Out.Count, picture.Home.Count));
        Assert.Equal([995, 5], picture.Handlers.Select(node => node.Times));
    }

    [Fact]
    public void Where_nothing_was_forwarded_nothing_is_drawn()
    {
        var picture = FlowPicture.Of([]);

        Assert.Equal(0, picture.Total);
        Assert.Empty(picture.Handlers);
    }

    private static List<Journeys> SomeYear() =>
    [
        .. Enumerable.Range(1, 11).Select(id => To(Department(id), 10 * id)),
        To(Organ(31, "八角街道办事处", OrganKind.SubdistrictOffice), 40, AnswerOutcome.Solved),
        To(Organ(32, "鲁谷街道办事处", OrganKind.SubdistrictOffice), 60, AnswerOutcome.Planned),
        To(Organ(41, "区监察委", OrganKind.SupervisoryCommission), 2, AnswerOutcome.ForReference),
        To(Organ(42, "区法院", OrganKind.Court), 3, AnswerOutcome.BeyondPower),
        new(ForwardingChannel.MunicipalDeputy, null, AnswerOutcome.Solved, 15),
        new(ForwardingChannel.CongressSession, null, null, 8),
    ];

    private static Journeys To(Organ lead, int times, AnswerOutcome? outcome = null) => new(ForwardingChannel.StateOrgan, lead, outcome, times);

    private static Organ Department(int id) => Organ(id, $"部门{id}", OrganKind.GovernmentDepartment);

    private static Organ Organ(int id, string name, OrganKind kind)
    {
        var organ = new Organ($"O{id}", name, name, kind);
        typeof(Organ).GetProperty(nameof(organ.Id))!.SetValue(organ, id);
        return organ;
    }
}
