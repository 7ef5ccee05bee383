using System.Globalization;
using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A rate with what it is made of; of nothing there is no rate, and it prints a dash.</summary>
internal readonly record struct Rate(int Numerator, int Denominator)
{
    private const string Nothing = "—";

    public Cell Fraction => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    public Cell Share => Denominator == 0 ? Nothing : (decimal)Numerator / Denominator;

    /// <summary>Its two cells: numerator over denominator, and the share.</summary>
    public IEnumerable<Cell> Cells => [Fraction, Share];

    /// <summary>The mean of a sum, one decimal; of nothing there is none.</summary>
    public static Cell Mean(long sum, int count) => count == 0 ? Nothing : Math.Round((decimal)sum / count, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
}
