namespace VoterLiaison.Dashboard.Books;

/// <summary>口径 of the balance, in words.</summary>
internal static class BalanceWording
{
    /// <summary>As <see cref="BalanceSheet.Entries"/> names them, in their order.</summary>
    public static IReadOnlyList<(string Name, string Definition)> All(BookPeriod period) => [.. BalanceSheet.Entries(period).Zip(
    [
        $"以前收集，到{period.Edge}初还没有办结的。",
        "收集日期在统计期间内的。",
        "办结日期在统计期间内的，不论什么时候收集。办结以告诉选民之日为准；并案的以并案之日为准，主件有了结果又重新待反馈的，到告诉选民才算办结。",
        $"{period.Edge}初未办结＋{period.This}收集－{period.This}办结。期间未完的，为数据截至时的未办结。",
    ])];
}
