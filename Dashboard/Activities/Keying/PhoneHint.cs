namespace VoterLiaison.Dashboard.Activities.Keying;

/// <summary>What looks wrong with a phone number. It never stops anyone from saving.</summary>
internal static class PhoneHint
{
    private const int Mobile = 11;
    private const int ShortestLandline = 7;
    private const string Comfort = "不确定可以先空着，照样能存。";

    public static string? Of(string phone)
    {
        var digits = phone.Count(char.IsAsciiDigit);
        return string.IsNullOrWhiteSpace(phone) ? null
            : phone.TrimStart().StartsWith('1') && digits != Mobile ? $"电话{(digits < Mobile ? "少" : "多")}{Math.Abs(Mobile - digits)}位，现在{digits}位。{Comfort}"
            : digits < ShortestLandline ? $"电话只有{digits}位。{Comfort}"
            : null;
    }
}
