using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Audit;

/// <summary>The entries a filter finds, as an Excel book. Taking them out is itself entered in the log, before the first row is read.</summary>
internal sealed class AuditWorkbook(AuditQueries queries, WriteDoor door, IOptions<LiaisonOptions> office)
{
    private static readonly Column[] _columns =
    [
        new("编号", 9, ColumnKind.Number), new("时间（北京时间）", 19), new("时间（UTC）", 24), new("人员", 12), new("账号", 12), new("角色", 18), new("地址", 15),
        new("事项", 14), new("对象", 30, ColumnKind.LongText), new("说明", 60, ColumnKind.LongText), new("结果", 7), new("校验值（SHA-256）", 66),
    ];

    /// <summary>Writes the book into a file without a name, to be sent and then gone.</summary>
    /// <returns>The book from its beginning, and what to call it.</returns>
    public async Task<(Stream Book, string Name)> WriteAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var order = await door.WriteAsync(Deed.ReadAudit, writing => EnterAsync(writing, filter), cancellationToken);
        return (await NamelessFile.OfAsync(Book(filter, order, cancellationToken), cancellationToken), $"审计记录-{ChinaTime.At(order.At):yyyyMMdd-HHmmss}.xlsx");
    }

    private static async Task<Order> EnterAsync(Writing writing, AuditFilter filter)
    {
        var last = await writing.Db.AuditEntries.MaxAsync(entry => (int?)entry.Id) ?? 0;
        var count = await filter.Apply(writing.Db).CountAsync();
        await writing.RecordAsync(AuditAct.AuditExported, $"审计记录 {count} 条", filter.InWords);
        return new Order(last, count, writing.At, writing.Who.Name);
    }

    private Book Book(AuditFilter filter, Order order, CancellationToken cancellationToken)
    {
        var at = ChinaTime.At(order.At);
        var heading = new Heading($"{office.Value.DistrictName}人大代表联系选民工作台审计记录", office.Value.OfficeName, Period(filter), "条") { Note = $"数据截至{at:yyyy年M月d日 HH:mm:ss}" };
        var sheet = new Sheet("审计记录", heading, _columns, RowsAsync(filter, order, cancellationToken))
        {
            OnA3 = true,
            FrozenColumns = 2,
            Notes =
            [
                order.Count == 0 ? $"没有符合条件的记录（{filter.InWords}）。" : $"共 {order.Count} 条（{filter.InWords}），按先后排列，没有删减。",
                "每条的校验值由该条全部内容和前一条的校验值算出。日后核对时，系统中同一编号的校验值与本表不同，说明记录被改写过。",
            ],
            Signatures = new Signatures(ChinaTime.DayOf(order.At), order.By),
        };
        return new Book(heading.Title, office.Value.OfficeName, new DateTimeOffset(order.At, TimeSpan.Zero), [sheet]);
    }

    private async IAsyncEnumerable<SheetRow> RowsAsync(AuditFilter filter, Order order, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var row in queries.ReadAsync(filter, order.UpTo, cancellationToken))
        {
            count++;
            yield return SheetRow.Detail(
                row.Id, $"{ChinaTime.At(row.At):yyyy-MM-dd HH:mm:ss}", $"{row.At:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}", row.Who, row.UserName, row.Role, row.Address,
                row.Act.InWords(), row.About, row.Detail, row.Result.InWords(), row.Hash);
        }

        if (count != order.Count)
        {
            throw new InvalidOperationException($"Of {order.Count} entries {count} were read; a book that lacks some is not handed out.");
        }
    }

    private static string Period(AuditFilter filter) => (filter with { Who = null, Act = null, About = null, Result = null, Address = null }).InWords;

    /// <param name="UpTo">The last entry before the one about this.</param>
    /// <param name="Count">How many the filter found up to there.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">Who takes them out.</param>
    private sealed record Order(int UpTo, int Count, DateTime At, string By);
}
