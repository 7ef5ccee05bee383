using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Does with a reception of ledger A what a clerk would key in: it is planned and held, under the same rules.</summary>
internal sealed class ReceptionClerk(ImportRegister register, Signature signature)
{
    /// <exception cref="RuleBrokenException">A deputy is not in the roster or not alone of that name, or the rules do not allow what the ledger says.</exception>
    public ContactSession Hold(LedgerReception reception)
    {
        List<Deputy> deputies = [.. reception.Deputies.Select(DeputyOf)];
        var session = ContactSession.Plan(
            register.Stations.Of(reception),
            new SessionFacts(reception.On, reception.From, reception.Until, reception.Place, reception.Form, deputies) { Way = reception.Way },
            signature);
        session.Hold(new HeldFacts(deputies, reception.VoterTimes, reception.Notes), signature);
        return session;
    }

    private Deputy DeputyOf(string name) => register.Deputies[name].ToList() switch
    {
        [var deputy] => deputy,
        [] => throw new RuleBrokenException($"接待代表“{name}”不在代表名册。请先导入代表名册，再导入这份记录表。"),
        _ => throw new RuleBrokenException($"有几位代表同名“{name}”，分不清是哪一位接待的。"),
    };
}
