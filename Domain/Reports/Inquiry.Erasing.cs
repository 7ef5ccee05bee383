using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Domain.Reports;

public sealed partial class Inquiry
{
    private static readonly string[] Titles = ["女士", "先生", "老师", "同志", "阿姨", "大爷", "大妈", "师傅", "同学"];

    /// <summary>A text about the inquiry without what tells who asked: name, phone, 赵女士 for 赵小川, and numbers that belong to a person.</summary>
    public string WithoutTraces(string text) => Traces.TakeOutOf(text);

    /// <summary>Whether there is anything in it that tells who asked.</summary>
    /// <remarks>The entries must be loaded.</remarks>
    public bool TellsWhoAsked => VoterName.Length + VoterPhone.Length > 0 || _entries.Exists(entry => WithoutTraces(entry.Text) != entry.Text);

    /// <summary>删去个人信息: who asked is forgotten, on request or because the time for keeping it has passed; what was asked and answered stays.</summary>
    /// <remarks>The entries must be loaded.</remarks>
    public void ForgetVoter()
    {
        var traces = Traces;
        Words = traces.TakeOutOf(Words);
        _entries.ForEach(entry => entry.TakeOut(traces));
        (VoterName, VoterPhone) = ("", "");
    }

    private PersonalTraces Traces => new([new Voter(VoterName, VoterPhone, ""), .. Called.Select(name => new Voter(name, "", ""))]);

    /// <summary>How one speaks of somebody whose whole name is known: by the surname, of one character or of two.</summary>
    private IEnumerable<string> Called
    {
        get
        {
            var name = Titles.FirstOrDefault(VoterName.EndsWith) is { } title ? VoterName[..^title.Length] : VoterName;
            var surnames = Enumerable.Range(1, Math.Min(2, name.Length)).Select(length => name[..length]);
            return surnames.SelectMany(surname => Titles.Select(title => surname + title).Concat([$"姓{surname}", $"老{surname}", $"小{surname}"]));
        }
    }
}
