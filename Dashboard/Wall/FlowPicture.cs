using System.Globalization;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>Where opinions went and what came of them, laid out in three columns: channel, who handles it, outcome. Heights are thousandths of the picture's.</summary>
/// <remarks>
/// Calm enough to be read from across a room: few nodes, each with room for its name, at places that stay; bars and ribbons of one scale throughout; and
/// no line for what is less than a hundredth of the whole.
/// </remarks>
internal sealed record FlowPicture(IReadOnlyList<FlowNode> Channels, IReadOnlyList<FlowNode> Handlers, IReadOnlyList<FlowNode> Outcomes, IReadOnlyList<FlowRibbon> Out, IReadOnlyList<FlowRibbon> Home, int Total)
{
    public const double Height = 1000;

    /// <summary>A line thinner than this part of the whole is not drawn.</summary>
    private const double Thinnest = 0.01;

    /// <summary>So many departments stand by themselves; the others together.</summary>
    private const int OwnNodes = 6;

    /// <summary>The room a name needs, in a picture of eleven nodes.</summary>
    private const double Slot = 88;

    /// <summary>Of the height, at most so much for bars.</summary>
    private const double Tallest = 0.84;

    private static readonly OrganKind[] _beside = [OrganKind.SupervisoryCommission, OrganKind.Court, OrganKind.Procuratorate];

    public static FlowPicture Of(IReadOnlyList<Journeys> journeys)
    {
        var total = journeys.Sum(one => one.Times);
        var channels = Columns(journeys, [.. Enum.GetValues<ForwardingChannel>().Select(channel => new Kind(channel.InWords(), "", one => one.Channel == channel))]);
        var handlers = Columns(journeys, Handling(journeys));
        var outcomes = Columns(journeys, [.. Enum.GetValues<AnswerOutcome>().Select(outcome => new Kind(outcome.InWords(), outcome is AnswerOutcome.Solved ? "done" : "", one => one.Outcome == outcome)), new Kind(OpinionStage.Forwarded.InWords(), "owed", one => one.Outcome is null)]);
        var scale = new[] { channels, handlers, outcomes }.Min(column => Scale([.. column.Select(node => (double)node.Times / total)]));
        var (left, middle, right) = (Place(channels, total, scale), Place(handlers, total, scale), Place(outcomes, total, scale));
        return new FlowPicture(left, middle, right, Ribbons(journeys, channels, left, handlers, middle, total, scale), Ribbons(journeys, handlers, middle, outcomes, right, total, scale), total);
    }

    /// <summary>The departments with the most, in official order; the nine offices as one, the commission, the court and the procuratorate as one; then who is no organ.</summary>
    private static List<Kind> Handling(IReadOnlyList<Journeys> journeys)
    {
        var leads = journeys.Where(one => one.Lead is not null).GroupBy(one => one.Lead!.Id).Select(group => (Organ: group.First().Lead!, Times: group.Sum(one => one.Times))).ToList();
        var offices = leads.Where(lead => lead.Organ.Kind is OrganKind.SubdistrictOffice).Select(lead => lead.Organ).ToList();
        var beside = leads.Where(lead => _beside.Contains(lead.Organ.Kind)).Select(lead => lead.Organ).OrderBy(organ => organ.Kind).ToList();
        var others = leads.Where(lead => lead.Organ.Kind is not OrganKind.SubdistrictOffice && !_beside.Contains(lead.Organ.Kind)).OrderByDescending(lead => lead.Times).ThenBy(lead => lead.Organ.Id).Select(lead => lead.Organ).ToList();
        var own = others.Take(others.Count == OwnNodes + 1 ? others.Count : OwnNodes).OrderBy(organ => organ.Kind).ThenBy(organ => organ.Id).ToList();
        var rest = others.Except(own).ToList();
        return
        [
            .. own.Select(organ => new Kind(organ.ShortName, "", one => one.Lead?.Id == organ.Id)),
            Of(rest, $"其他 {rest.Count} 个单位"),
            Of(offices, "街道办事处"),
            Of(beside, string.Join('、', beside.Select(organ => organ.ShortName.TrimStart('区')))),
            new Kind(WallWords.WithoutOrgan(ForwardingChannel.MunicipalDeputy), "", one => one.Lead is null && one.Channel is ForwardingChannel.MunicipalDeputy),
            new Kind(WallWords.WithoutOrgan(null), "", one => one.Lead is null && one.Channel is not ForwardingChannel.MunicipalDeputy),
        ];

        static Kind Of(List<Organ> organs, string together) => new(organs.Count is 1 ? organs[0].ShortName : together, "", one => one.Lead is { } lead && organs.Exists(organ => organ.Id == lead.Id));
    }

    private static List<Column> Columns(IReadOnlyList<Journeys> journeys, IReadOnlyList<Kind> kinds) =>
        [.. kinds.Select(kind => new Column(kind, journeys.Where(kind.Holds).Sum(one => one.Times))).Where(column => column.Times > 0)];

    /// <summary>The greatest scale by which every node of a column has its bar and the room for its name.</summary>
    private static double Scale(IReadOnlyList<double> shares)
    {
        var slot = SlotOf(shares.Count);
        var (low, high) = (0.0, Tallest * Height);
        for (var halving = 0; halving < 32; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = shares.Sum(share => Math.Max(share * middle, slot)) <= Height ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double SlotOf(int nodes) => Math.Min(Slot, Height / Math.Max(nodes, 1));

    private static List<FlowNode> Place(List<Column> columns, int total, double scale)
    {
        var slots = columns.ConvertAll(column => Math.Max(scale * column.Times / total, SlotOf(columns.Count)));
        var gap = (Height - slots.Sum()) / Math.Max(columns.Count, 1);
        var nodes = new List<FlowNode>();
        var top = gap / 2;
        foreach (var (column, slot) in columns.Zip(slots))
        {
            var height = scale * column.Times / total;
            nodes.Add(new FlowNode(column.Kind.Name, column.Kind.Class, column.Times, top + ((slot - height) / 2), height));
            top += slot + gap;
        }

        return nodes;
    }

    private static List<FlowRibbon> Ribbons(IReadOnlyList<Journeys> journeys, List<Column> from, List<FlowNode> left, List<Column> to, List<FlowNode> right, int total, double scale)
    {
        var ribbons = new List<FlowRibbon>();
        var arrived = right.ConvertAll(node => node.Top);
        foreach (var (column, node) in from.Zip(left))
        {
            var leaves = node.Top;
            foreach (var (target, place) in to.Select((target, place) => (target, place)))
            {
                var times = journeys.Where(one => column.Kind.Holds(one) && target.Kind.Holds(one)).Sum(one => one.Times);
                var width = scale * times / total;
                if (times >= Thinnest * total && times > 0)
                {
                    ribbons.Add(new FlowRibbon(PathOf(leaves, arrived[place], width), target.Kind.Class));
                }

                leaves += width;
                arrived[place] += width;
            }
        }

        return ribbons;
    }

    private static string PathOf(double left, double right, double width) => string.Create(
        CultureInfo.InvariantCulture,
        $"M0 {left:0.#}C500 {left:0.#} 500 {right:0.#} 1000 {right:0.#}V{right + width:0.#}C500 {right + width:0.#} 500 {left + width:0.#} 0 {left + width:0.#}Z");

    /// <summary>What a node takes.</summary>
    private sealed record Kind(string Name, string Class, Func<Journeys, bool> Holds);

    private sealed record Column(Kind Kind, int Times);
}

/// <param name="Name">In words.</param>
/// <param name="Class">How it looks.</param>
/// <param name="Times">How many opinions go through it.</param>
/// <param name="Top">Where its bar begins.</param>
/// <param name="Height">Of its bar.</param>
internal sealed record FlowNode(string Name, string Class, int Times, double Top, double Height);

/// <param name="Path">Its outline, 1000 wide.</param>
/// <param name="Class">How it looks.</param>
internal sealed record FlowRibbon(string Path, string Class);
