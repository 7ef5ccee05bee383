using System.Text;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>A voter as the office's screens and papers show them: enough to recognise, not enough to call.</summary>
internal static class VoterMask
{
    private static readonly string[] Titles = ["女士", "先生", "老师", "同志", "阿姨", "大爷", "大妈", "师傅"];

    public static string Masked(this Voter voter) => string.Join(' ', new[] { Name(voter.Name), Phone(voter.Phone) }.Where(part => part.Length > 0)) is { Length: > 0 } known
        ? known
        : "未留姓名";

    /// <summary>张女士 stays; 张小明 becomes 张**, 张小明女士 张**女士.</summary>
    public static string Name(string name)
    {
        var title = Array.Find(Titles, name.EndsWith) ?? "";
        List<Rune> own = [.. name[..^title.Length].EnumerateRunes()]; // 𠮷 is one character
        return own.Count < 2 ? name : $"{own[0]}{new string('*', own.Count - 1)}{title}";
    }

    /// <summary>138****0058; shorter numbers keep their last two digits.</summary>
    public static string Phone(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            0 => "",
            >= 11 => $"{digits[..3]}****{digits[^4..]}",
            _ => $"****{digits[Math.Max(0, digits.Length - 2)..]}",
        };
    }
}
