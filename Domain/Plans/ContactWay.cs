namespace VoterLiaison.Domain.Plans;

/// <summary>第五条: the five ways in which deputies are brought together with voters. What is none of them is ordinary reception (日常接待).</summary>
public enum ContactWay
{
    /// <summary>年中集中联系.</summary>
    MidYear = 1,

    /// <summary>年末听取意见和述职.</summary>
    YearEnd,

    /// <summary>围绕常委会监督议题.</summary>
    SupervisionTopic,

    /// <summary>应选民之约.</summary>
    Invitation,

    /// <summary>市人大代表联系选民 (第五条五).</summary>
    CityDeputies,
}
