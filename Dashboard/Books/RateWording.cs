namespace VoterLiaison.Dashboard.Books;

/// <summary>口径 of the rates, in words.</summary>
internal static class RateWording
{
    public const string Answer = "答复÷转交。";
    public const string InTime = "期限内答复的÷（已答复的＋答复逾期的）。还在期限内而没有答复的不计。";
    public const string Feedback = "反馈÷（反馈＋待反馈）。";
    public const string Satisfied = "满意÷已评价（满意、基本满意、不满意）。没有评价和未能联系上的，分子分母都不计。";
    public const string MostlySatisfied = "（满意＋基本满意）÷已评价。";

    /// <summary>平均答复天数, which is no rate.</summary>
    public const string MeanDays = "前两种途径从交办之日起，其他途径从转交之日起，到主办单位答复之日止，只算已答复的。";

    public static IReadOnlyList<(string Name, string Definition)> All { get; } =
        [("答复率", Answer), ("按期答复率", InTime), ("反馈率", Feedback), ("满意率", Satisfied), ("满意和基本满意率", MostlySatisfied)];
}
