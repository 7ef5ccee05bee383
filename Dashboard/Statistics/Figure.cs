using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics;

/// <summary>A part of the page: a picture where there is one, and the tables that say the same.</summary>
/// <param name="Key">Its name in the address and for tests.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Tables">Every number of the picture stands in one of them.</param>
public sealed record Figure(string Key, string Title, IReadOnlyList<FigureTable> Tables)
{
    /// <summary>Beside the heading: in what it is counted.</summary>
    public required string Unit { get; init; }

    public Picture? Picture { get; init; }

    /// <summary>What has to be known to read it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>All that it explains.</summary>
    public IEnumerable<Term> Terms => Tables.SelectMany(table => table.Columns.Select(column => column.Term).Concat(table.Rows.Select(row => row.Term))).Where(term => term.Definition is not null);
}

/// <summary>A word over or beside numbers, and what they mean.</summary>
/// <param name="Name">As the table says it.</param>
/// <param name="Definition">口径; of a rate what stands above the line and below it. Null where the word says it.</param>
public sealed record Term(string Name, string? Definition = null)
{
    internal static Term Of(Measure measure) => new(measure.InWords(), measure.Definition());
}

/// <param name="Name">What it lists, for those who hear it.</param>
/// <param name="Columns">The first is of the rows' names.</param>
/// <param name="Rows">In official order.</param>
public sealed record FigureTable(string Name, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows);

/// <param name="Term">The head.</param>
public sealed record FigureColumn(Term Term)
{
    /// <summary>A head over several.</summary>
    public string? Group { get; init; }

    /// <summary>In what its numbers are counted.</summary>
    public string Unit { get; init; } = "件";

    /// <summary>How its numbers look: owe, late.</summary>
    public string? Look { get; init; }

    /// <summary>A column of words or bars, which is read from the left.</summary>
    public bool FromTheLeft { get; init; }

    public static implicit operator FigureColumn(Term term) => new(term);

    public static implicit operator FigureColumn(string name) => new(new Term(name));

    internal static FigureColumn Of(Measure measure) => new(Term.Of(measure))
    {
        Look = measure.Late is not Lateness.None ? "late" : measure.Owed ? "owe" : null,
    };
}

/// <param name="Term">Whose numbers they are.</param>
/// <param name="Cells">One for each column but the first.</param>
public sealed record FigureRow(Term Term, IReadOnlyList<FigureCell> Cells)
{
    /// <summary>unit, home, st, total; null for the others.</summary>
    public string? Look { get; init; }
}

/// <summary>What stands in a row under a head.</summary>
public abstract record FigureCell
{
    public static implicit operator FigureCell(string? words) => new Words(words);

    /// <summary>A number of which there is no list.</summary>
    public static implicit operator FigureCell(int count) => new Counted(count, null);
}

/// <param name="Count">The number.</param>
/// <param name="Rows">The address of the rows it counts; null where no list counts just these.</param>
public sealed record Counted(int Count, string? Rows) : FigureCell;

/// <summary>A rate, with what it is made of; a dash where nothing stands below the line.</summary>
public sealed record Share(int Numerator, int Denominator) : FigureCell
{
    internal static Share Of(Rate rate) => new(rate.Numerator, rate.Denominator);
}

public sealed record Words(string? Text) : FigureCell;

/// <summary>More or less than before.</summary>
public sealed record Change(int By) : FigureCell;

/// <summary>How far some opinions have come. Each bar is its own hundred per cent, because there is no race between places.</summary>
public sealed record Stages(OpinionCounts Counts) : FigureCell;

/// <summary>A number as a bar.</summary>
/// <param name="Part">The number.</param>
/// <param name="Of">What a whole bar stands for.</param>
public sealed record Bar(int Part, int Of) : FigureCell
{
    /// <summary>None in the row of a total, which would be longer than all.</summary>
    internal static FigureCell OrNone(int part, int? of) => of is { } whole ? new Bar(part, whole) : new Words(null);
}
