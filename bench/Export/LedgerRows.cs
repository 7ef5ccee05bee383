using System.Globalization;

namespace VoterLiaison.Bench.Export;

/// <summary>Made-up rows of the shape of 选民意见建议台账: 32 columns, numbers, days and sentences. The same for every contender.</summary>
internal static class LedgerRows
{
    public const int Columns = 32;

    private static readonly string[] _sentences =
    [
        "小区北门外的路灯有三盏不亮，晚上老人出门看不清台阶，希望尽快修好。",
        "地铁站口共享单车堆得到处都是，轮椅过不去。",
        "楼上漏水一年多了，找过物业和居委会，都说没有维修资金，想请代表帮忙问问到底该找谁办。",
        "社区食堂的菜价涨了，八十岁以上的老人能不能打折。",
    ];

    private static readonly DateOnly _first = new(2026, 1, 1);

    /// <summary>A row: text, a whole number or a day in each place.</summary>
    public static object?[] Row(int number)
    {
        var row = new object?[Columns];
        for (var column = 0; column < Columns; column++)
        {
            row[column] = column switch
            {
                0 => number,
                1 => string.Create(CultureInfo.InvariantCulture, $"2026-BJ{number % 40:00}-{number:000000}"),
                2 or 13 or 15 or 16 or 18 or 22 or 29 => _first.AddDays((number + column) % 365),
                9 or 20 => string.Create(CultureInfo.InvariantCulture, $"{_sentences[(number + column) % _sentences.Length]}（{number}）"),
                21 or 28 => number % 9,
                17 or 11 => null,
                _ => _sentences[(number + column) % _sentences.Length][..4],
            };
        }

        return row;
    }

    public static bool IsLong(int column) => column is 9 or 20;

    public static bool IsDay(int column) => column is 2 or 13 or 15 or 16 or 18 or 22 or 29 or 17;

    public static bool IsNumber(int column) => column is 0 or 21 or 28;
}
