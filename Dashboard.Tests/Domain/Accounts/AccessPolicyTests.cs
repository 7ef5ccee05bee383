using VoterLiaison.Domain.Opinions;
using static VoterLiaison.Domain.Accounts.Role;

namespace VoterLiaison.Domain.Accounts;

public sealed class AccessPolicyTests
{
    private static readonly Deed[] OnOpinions =
    [
        Deed.ReadOpinions, Deed.Collect, Deed.Sort, Deed.Explain, Deed.Forward, Deed.Assign, Deed.RecordAnswer, Deed.FeedBack, Deed.RateAnswer, Deed.ForwardAgain,
        Deed.RevealVoters, Deed.EraseVoters, Deed.ExportBooks, Deed.ExportVoters, Deed.ImportLedgers,
    ];

    [Theory]
    [InlineData(Administrator)]
    [InlineData(Auditor)]
    public void Who_keeps_the_accounts_or_reads_the_audit_log_sees_no_opinion(Role role) =>
        Assert.DoesNotContain(OnOpinions.Append(Deed.SeeCounts), deed => AccessPolicy.Allows(role, deed));

    [Theory]
    [InlineData(Deed.Assign, LiaisonOffice)]
    [InlineData(Deed.EraseVoters, LiaisonOffice)]
    [InlineData(Deed.ExportVoters, LiaisonOffice)]
    [InlineData(Deed.KeepCalendar, LiaisonOffice)]
    [InlineData(Deed.ManageAccounts, Administrator)]
    [InlineData(Deed.ManageDisplayKeys, Administrator)]
    [InlineData(Deed.ReadAudit, Auditor)]
    public void Some_deeds_are_one_roles_alone(Deed deed, Role only) =>
        Assert.Equal([only], Enum.GetValues<Role>().Where(role => AccessPolicy.Allows(role, deed)));

    [Fact]
    public void Forwarding_is_the_deputys_and_staff_of_a_single_station_do_not_do_it_for_them() =>
        Assert.Equal([LiaisonOffice, UnitStaff, Role.Deputy], Enum.GetValues<Role>().Where(role => AccessPolicy.Allows(role, Deed.Forward)));

    [Fact]
    public void A_deputy_sees_no_board_and_exports_nothing() =>
        Assert.DoesNotContain([Deed.SeeCounts, Deed.ExportBooks, Deed.ImportLedgers, Deed.Sort, Deed.RecordAnswer], (Deed deed) => AccessPolicy.Allows(Role.Deputy, deed));

    [Fact]
    public void Whoever_acts_on_opinions_may_read_them() => Assert.Empty(
        from role in Enum.GetValues<Role>()
        where !AccessPolicy.Allows(role, Deed.ReadOpinions)
        from deed in OnOpinions
        where AccessPolicy.Allows(role, deed)
        select $"{role} {deed}");

    [Fact]
    public void Every_deed_is_somebodys_and_every_act_is_a_deed()
    {
        Assert.All(Enum.GetValues<Deed>(), deed => Assert.Contains(Enum.GetValues<Role>(), role => AccessPolicy.Allows(role, deed)));
        Assert.All(Enum.GetValues<OpinionAct>(), act => Assert.True(Enum.IsDefined(AccessPolicy.DeedOf(act))));
    }
}
