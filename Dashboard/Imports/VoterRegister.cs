using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Who spoke. The same name with the same phone is the same voter; without a phone nobody can tell.</summary>
internal sealed class VoterRegister(IEnumerable<Voter> known)
{
    /// <summary>How our own books say that nobody left a name, or is not shown.</summary>
    private static readonly string[] OwnWords = ["（未留姓名）", "（只留电话）", "（按第七条不显示）"];

    private readonly Dictionary<(string Name, string Phone), Voter> _byPhone = known.GroupBy(voter => (voter.Name, voter.Phone)).ToDictionary(same => same.Key, same => same.First());

    public IReadOnlyList<Voter> Of(LedgerEntry entry, Findings findings)
    {
        var names = NamesOf(entry, findings);
        var phones = PhonesOf(entry, findings);
        return
        [
            .. from place in Enumerable.Range(0, Math.Max(names.Count, phones.Count))
               let name = place < names.Count ? names[place] : ""
               let phone = place < phones.Count ? phones[place] : ""
               where name.Length > 0 || phone.Length > 0
               select phone.Length > 0 ? WithPhone(name, phone, entry) : new Voter(name, "", entry.Community),
        ];
    }

    /// <summary>One, or several as our own books write them; who left no name has an empty one.</summary>
    private static List<string> NamesOf(LedgerEntry entry, Findings findings)
    {
        var names = new List<string>();
        foreach (var written in entry.Person.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (LedgerWords.IsName(written))
            {
                names.Add(written);
            }
            else
            {
                names.Add("");
                if (!OwnWords.Contains(written))
                {
                    findings.Remark(entry.Line, "选民一栏是账号或匿名，不作为姓名登记。");
                }
            }
        }

        return names;
    }

    private static List<string> PhonesOf(LedgerEntry entry, Findings findings)
    {
        List<string> phones = [.. entry.Phone.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (phones.RemoveAll(phone => phone.Contains('*', StringComparison.Ordinal)) > 0)
        {
            findings.Remark(entry.Line, "联系方式已隐去，没有登记。");
        }

        return phones;
    }

    private Voter WithPhone(string name, string phone, LedgerEntry entry)
    {
        if (!_byPhone.TryGetValue((name, phone), out var voter))
        {
            voter = new Voter(name, phone, entry.Community);
            _byPhone.Add((name, phone), voter);
        }

        return voter;
    }
}
