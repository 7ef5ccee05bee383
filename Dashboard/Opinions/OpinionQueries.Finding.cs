using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>The first few while somebody types: nothing is counted, and looking ends with the last that is shown.</content>
public sealed partial class OpinionQueries
{
    /// <summary>Those in whose number, or number in an old ledger, the text stands; the very number first. None where it has no digit, because then it is no number.</summary>
    public async Task<IReadOnlyList<OpinionRow>> NumberedAsync(string text, int take, CancellationToken cancellationToken = default)
    {
        var number = text.ToUpperInvariant(); // numbers carry capitals only
        if (!number.Any(char.IsAsciiDigit) || !number.All(character => char.IsAsciiLetterOrDigit(character) || character is '-'))
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (await SeenAsync(db, cancellationToken)).Where(o => o.Number.Contains(number) || o.SourceNumber == text)
            .OrderByDescending(o => o.Number == number).ThenByDescending(o => o.Id).Take(take).Select(OpinionRow.From(db)).ToListAsync(cancellationToken);
        return await NotToldWhoSpokeAsync(db, rows, cancellationToken);
    }

    /// <summary>The newest in whose words or subject the text stands; 第七条: what is said about the reader's own work is not looked through.</summary>
    public async Task<IReadOnlyList<OpinionRow>> SayingAsync(string text, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        List<int> own = [.. rights.OwnDeputies];
        var opinions = (await SeenAsync(db, cancellationToken))
            .Where(o => (o.Words.Contains(text) || o.Subject.Contains(text)) && !(o.ConcernsDeputyId != null && own.Contains(o.ConcernsDeputyId.Value)));
        return await OpinionSort.Newest.Order(opinions).Take(take).Select(OpinionRow.From(db)).ToListAsync(cancellationToken);
    }
}
