using System.Globalization;

namespace VoterLiaison.Bench;

internal static class Rows
{
    public static int Parse(string written) => int.Parse(written, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
