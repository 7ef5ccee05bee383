using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>How the voters of an opinion stand in a table that leaves the house.</summary>
/// <param name="InFull">Names and telephones whole; otherwise masked.</param>
/// <param name="OwnDeputies">The deputies the reader is: 第七条, who spoke of their own work is not said to them.</param>
internal sealed record VotersInWords(bool InFull, IReadOnlySet<int> OwnDeputies)
{
    private const string NoName = "（未留姓名）";
    private const string NotShown = "（按第七条不显示）";

    /// <summary>Whether somebody may have names and telephones whole: everywhere their tables reach, or not at all.</summary>
    public static bool MayBeInFull(Rights rights) =>
        rights.For(Deed.ExportVoters) is { IsNothing: false } full && (full + rights.For(Deed.ExportBooks)).Equals(full);

    /// <summary>How voters stand in the table, for those who read it.</summary>
    public string Masking =>
        (InFull ? "选民姓名和联系方式为全文，请按个人信息保管。" : "选民姓名只留姓氏，联系方式只留首尾几位，全文在系统中查看。")
        + (OwnDeputies.Count == 0 ? "" : "反映有关代表本人履职情况的意见，按《办法》第七条不显示选民。");

    public bool Hides(Opinion opinion) => opinion.ConcernsDeputyId is { } deputy && OwnDeputies.Contains(deputy);

    public string Names(Opinion opinion) =>
        Hides(opinion) ? NotShown
        : opinion.Voters.Count == 0 ? NoName
        : string.Join('、', opinion.Voters.Select(link => NameOf(link.Voter)));

    public string Phones(Opinion opinion) => Hides(opinion) ? "" : string.Join(
        '、', opinion.Voters.Select(link => InFull ? link.Voter.Phone : VoterMask.Phone(link.Voter.Phone)).Where(phone => phone.Length > 0));

    /// <summary>选区或社区, as the voters said it.</summary>
    public string Communities(Opinion opinion) => Hides(opinion) ? "" : string.Join(
        '、', opinion.Voters.Select(link => link.Voter.Community).Where(community => community.Length > 0).Distinct());

    private string NameOf(Voter voter) =>
        voter.Name.Length > 0 ? (InFull ? voter.Name : VoterMask.Name(voter.Name))
        : voter.Phone.Length > 0 ? "（只留电话）"
        : NoName;
}
