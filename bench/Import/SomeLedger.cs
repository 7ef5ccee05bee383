using System.Globalization;
using System.Text;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Imports;

namespace VoterLiaison.Bench.Import;

/// <summary>A made-up ledger of letters, most of them answered, as CSV.</summary>
internal static class SomeLedger
{
    public const string Station = "BJ02";

    private const string Headings = "信件编号,标题,来信人,来信时间,来信内容,答复单位,答复时间,答复内容";

    /// <summary>No two ledgers have a number in common.</summary>
    private static int _made;

    public static byte[] Of(int rows)
    {
        var first = Interlocked.Add(ref _made, rows) - rows;
        var text = new StringBuilder(Headings).Append('\n');
        foreach (var number in Enumerable.Range(first + 1, rows))
        {
            var on = new DateOnly(BenchHouse.Today.Year - 1, 1, 1).AddDays(number % 300);
            text.Append(CultureInfo.InvariantCulture, $"信{number:00000000},第{number}件来信,赵{number % 97}先生,{on:yyyy-MM-dd},小区北门外的路灯有三盏不亮，晚上老人出门看不清台阶，希望尽快修好（{number}）。,");
            text.Append(CultureInfo.InvariantCulture, $"{(number % 5 == 0 ? ",," : $"区城市管理委,{on.AddDays(12):yyyy-MM-dd},已派人修好三盏路灯，并把这一带列入巡查（{number}）。")}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static Task<LedgerReading> ReadAsync(byte[] ledger) => LedgerReading.ReadAsync(ledger, "来信.csv", year: null);
}
