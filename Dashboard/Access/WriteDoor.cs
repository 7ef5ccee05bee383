using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Access;

/// <summary>The door through which a person's acts are written: it lets them in, lets them act, and what they did stands in the audit log by the same commit.</summary>
public sealed class WriteDoor(LiaisonStore store, Doorkeeper doorkeeper, ActsUnderWay acts, TimeProvider clock)
{
    /// <summary>Runs an act of somebody who may do it somewhere; the act itself asks whether it is within <see cref="Writing.Reach"/>.</summary>
    /// <exception cref="NotAdmittedException">The session is over, or something is owed first.</exception>
    /// <exception cref="OutOfReachException">The person may do this nowhere, or the act found it outside their scope. That is entered in the audit log.</exception>
    public Task<T> WriteAsync<T>(Deed deed, Func<Writing, Task<T>> act, CancellationToken cancellationToken = default) =>
        LiaisonMeter.MeasureAsync(deed.ToString(), () => AdmitAndWriteAsync(deed, act, isLong: false, cancellationToken));

    /// <summary>As <see cref="WriteAsync{T}"/>, for what writes thousands of rows.</summary>
    public Task<T> WriteLongAsync<T>(Deed deed, Func<Writing, Task<T>> act, CancellationToken cancellationToken = default) =>
        LiaisonMeter.MeasureAsync(deed.ToString(), () => AdmitAndWriteAsync(deed, act, isLong: true, cancellationToken));

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Deed deed, Func<Writing, Task> act, CancellationToken cancellationToken = default) => WriteAsync(
        deed,
        async writing =>
        {
            await act(writing);
            return true;
        },
        cancellationToken);

    private async Task<T> AdmitAndWriteAsync<T>(Deed deed, Func<Writing, Task<T>> act, bool isLong, CancellationToken cancellationToken)
    {
        using var underWay = acts.Begin(cancellationToken);
        Admitted? who = null;
        try
        {
            return isLong ? await store.WriteLongAsync(AdmitAndActAsync, underWay.GivenUp) : await store.WriteAsync(AdmitAndActAsync, underWay.GivenUp);
        }
        catch (OutOfReachException refused) when (who is not null)
        {
            await store.WriteAsync(
                db => db.AuditAsync(clock.GetUtcNow().UtcDateTime, who.Actor, AuditAct.OutOfReach, refused.About, deed.InWords(), AuditResult.Refused, CancellationToken.None),
                CancellationToken.None);
            throw;
        }

        async Task<T> AdmitAndActAsync(LiaisonDbContext db)
        {
            who = await doorkeeper.AdmitAsync(db, cancellationToken);
            var reach = who.Rights.For(deed);
            return reach.IsNothing
                ? throw new OutOfReachException("您的账号没有办这件事的权限。", deed.InWords())
                : await act(new Writing(db, who, reach, clock.GetUtcNow().UtcDateTime));
        }
    }
}

/// <summary>One act under way, in its transaction.</summary>
/// <param name="Db">Saved and committed when the act is done.</param>
/// <param name="Who">The person.</param>
/// <param name="Reach">Where they may do it.</param>
/// <param name="At">When, UTC.</param>
public sealed record Writing(LiaisonDbContext Db, Admitted Who, Reach Reach, DateTime At)
{
    /// <summary>Who enters it, and when, for records that keep both.</summary>
    public Signature Signature => new(Who.Name, At);

    /// <summary>Enters the act in the audit log.</summary>
    public Task RecordAsync(AuditAct act, string about, string detail = "") => Db.AuditAsync(At, Who.Actor, act, about, detail);
}
