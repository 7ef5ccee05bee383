namespace VoterLiaison.Dashboard.Books;

/// <summary>口径 of receptions and reports, in words.</summary>
internal static class ContactWording
{
    public static IReadOnlyList<(string Name, string Definition)> All { get; } =
    [
        ("接待场次", "统计期间内已举行并登记的接待；安排了没有举行、取消的不计。"),
        ("进站代表人次", "到场的代表，一位代表一场计一个人次。"),
        ("接待选民人次", "登记的来访选民人次，各场相加。"),
        ("进站率", "驻站代表中期间内至少参加过一次接待的÷驻站代表，不论在哪个家站参加。驻站代表为在任、在该家站接待选民的。"),
        ("参加接待", "代表期间内在各家站到场的接待场次。"),
        ("述职率", "已述职的÷应述职的。应述职的为区人大代表中年末（年度未完的为数据截至时）在任的；只安排、还没有述职的不算。"),
    ];
}
