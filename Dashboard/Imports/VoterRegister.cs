using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Who spoke. The same name with the same phone is the same voter; without a phone nobody can tell.</summary>
internal sealed class VoterRegister(IEnumerable<Voter> known)
{
    private readonly Dictionary<(string Name, string Phone), Voter> _byPhone = known.GroupBy(voter => (voter.Name, voter.Phone)).ToDictionary(same => same.Key, same => same.First());

    public IReadOnlyList<Voter> Of(LedgerEntry entry, Findings findings)
    {
        var name = entry.Person;
        if (name.Length > 0 && !LedgerWords.IsName(name))
        {
            findings.Remark(entry.Line, "选民一栏是账号或匿名，不作为姓名登记。");
            name = "";
        }

        return (name, entry.Phone) switch
        {
            ("", "") => [],
            (_, "") => [new Voter(name, "", entry.Community)],
            _ => [WithPhone(name, entry)],
        };
    }

    private Voter WithPhone(string name, LedgerEntry entry)
    {
        if (!_byPhone.TryGetValue((name, entry.Phone), out var voter))
        {
            voter = new Voter(name, entry.Phone, entry.Community);
            _byPhone.Add((name, entry.Phone), voter);
        }

        return voter;
    }
}
