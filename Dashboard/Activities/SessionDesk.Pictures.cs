using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Activities;

/// <content>Photos of a session: optional, a few, and taken down again where somebody is seen on them who should not be.</content>
public sealed partial class SessionDesk
{
    /// <summary>Of one session, in all.</summary>
    public const int MostPictures = 6;

    public Task AddPicturesAsync(int sessionId, IReadOnlyList<Developed> pictures) => PictureAsync(sessionId, async (writing, session) =>
    {
        var already = await writing.Db.Pictures.CountAsync(picture => picture.SessionId == session.Id);
        if (already + pictures.Count > MostPictures)
        {
            throw new RuleBrokenException($"一场最多存{MostPictures}张照片，已经有{already}张。");
        }

        writing.Db.AddRange(pictures.Select(picture => new Picture(picture.Content, picture.Width, picture.Height, writing.At) { SessionId = session.Id }));
        return $"加照片 {pictures.Count} 张";
    });

    /// <summary>撤下; one that is gone already is no mistake.</summary>
    public Task RemovePictureAsync(int sessionId, int pictureId) => PictureAsync(
        sessionId,
        async (writing, session) => await writing.Db.Pictures.Where(picture => picture.Id == pictureId && picture.SessionId == session.Id).ExecuteDeleteAsync() > 0 ? "撤下照片 1 张" : null);

    private Task PictureAsync(int sessionId, Func<Writing, ContactSession, Task<string?>> act) => door.WriteAsync(Deed.PlanSessions, async writing =>
    {
        var session = await writing.Db.ContactSessions.SingleOrDefaultAsync(s => s.Id == sessionId) ?? throw new RuleBrokenException(NotFound);
        var station = await StationOfAsync(writing, session);
        if (!writing.Reach.CoversStation(station.Id))
        {
            throw new OutOfReachException(NotFound, About(station, session));
        }

        if (await act(writing, session) is { } done)
        {
            await writing.RecordAsync(AuditAct.SessionChanged, About(station, session), done);
        }
    });
}
