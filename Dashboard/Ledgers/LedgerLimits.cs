namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>
/// How much of a file is taken in. A district's ledger of one year has two or three thousand rows and a few megabytes;
/// this leaves room for decades and still stops a file made to do harm. Whatever exceeds a limit is refused with a sentence, never cut.
/// </summary>
public static class LedgerLimits
{
    private const int Megabyte = 1 << 20;

    /// <summary>The file as it lies on the disk. It is held in memory while it is read.</summary>
    public const int FileBytes = 50 * Megabyte;

    /// <summary>All parts of a workbook together, counted while they are unpacked. Dense Chinese text unpacks to three times its size.</summary>
    public const long InflatedBytes = 256L * Megabyte;

    /// <summary>A ledger shrinks to a tenth when packed; only a zip bomb shrinks to a two-hundredth.</summary>
    public const int InflationRatio = 200;

    /// <summary>Below this the ratio proves nothing: blank formatted rows pack very well.</summary>
    public const long InflatedBytesWithoutSuspicion = 32L * Megabyte;

    /// <summary>Parts in the package of a workbook; a plain ledger has about a dozen.</summary>
    public const int Parts = 2_000;

    /// <summary>Rows with anything in them.</summary>
    public const int Rows = 200_000;

    /// <summary>Columns with anything in them; the widest ledger of the office has 32.</summary>
    public const int Columns = 256;

    /// <summary>Cells with anything in them, in all sheets together.</summary>
    public const int Cells = 5_000_000;

    /// <summary>One cell. Excel itself holds 32,767; a .csv may hold more, but a whole file in one cell is a quotation mark never closed.</summary>
    public const int CellCharacters = 100_000;

    /// <summary>Stretches of differently coloured or sized words within one cell.</summary>
    public const int RunsInACell = 2_000;

    /// <summary>Rows × columns from A1 to the last formatted cell, blank ones included: each has to be stepped over.</summary>
    public const long UsedRange = 1_200_000_000;

    /// <summary>What Excel can address.</summary>
    public const int SheetRows = 1_048_576;

    /// <summary>What Excel can address.</summary>
    public const int SheetColumns = 16_384;
}
