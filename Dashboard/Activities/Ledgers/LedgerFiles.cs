using System.Runtime.CompilerServices;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>The ledgers of receptions as files. That somebody takes one out stands in the audit log before its first row is read.</summary>
public sealed class LedgerFiles(IDbContextFactory<LiaisonDbContext> contexts, WriteDoor door, IOptions<LiaisonOptions> office)
{
    /// <summary>接待记录表 and 履职活动记录表 in one book.</summary>
    /// <exception cref="OutOfReachException">Names and telephones whole are asked for by somebody who may not have them.</exception>
    public Task<LedgerFile> BookAsync(LedgerFilter filter, bool votersInFull, CancellationToken cancellationToken = default) => TakeOutAsync(
        filter,
        votersInFull,
        "接待记录表、履职活动记录表",
        async (order, reading) => new LedgerFile(
            await NamelessFile.OfAsync(Book(order, [
                Sheet(order, ReceptionLedger.Tab, ReceptionLedger.Table, ReceptionLedger.Unit, ReceptionLedger.Columns, RowsAsync(reading, order.Filter, (session, before) => ReceptionLedger.Rows(session, order.Voters, before), cancellationToken)) with
                {
                    OnA3 = true,
                    FrozenColumns = 2,
                    Notes = ReceptionLedger.Notes(order.Voters),
                },
                Sheet(order, PerformanceLedger.Tab, PerformanceLedger.Table, PerformanceLedger.Unit, PerformanceLedger.Columns, RowsAsync(reading, order.Filter, PerformanceLedger.Rows, cancellationToken)) with
                {
                    FrozenColumns = 2,
                    Notes = PerformanceLedger.Notes,
                },
            ]), cancellationToken),
            $"接待和履职记录表-{Days(filter)}.xlsx"),
        cancellationToken);

    /// <summary>活动服务系统登记表 as an Excel book: what was not handed over yet, or everything.</summary>
    public Task<LedgerFile> RegisterBookAsync(LedgerFilter filter, bool everything, CancellationToken cancellationToken = default) => TakeOutAsync(
        filter,
        votersInFull: false,
        RegisterTable.Tab,
        async (order, reading) => new LedgerFile(
            await NamelessFile.OfAsync(Book(order, [
                Sheet(order, RegisterTable.Tab, RegisterTable.Table, RegisterTable.Unit, [.. Columns.Select(column => column.Column)], RegisterRowsAsync(reading, filter, everything, cancellationToken)) with
                {
                    Notes = [everything ? "包括已经登记到活动服务系统的。" : "只列还没有登记到活动服务系统的。登记以后请在系统里标为已登记。"],
                },
            ]), cancellationToken),
            $"{RegisterTable.Tab}-{Days(filter)}.xlsx"),
        cancellationToken);

    /// <summary>The same as a table of plain text, for systems that read no Excel.</summary>
    public Task<LedgerFile> RegisterTextAsync(LedgerFilter filter, bool everything, CancellationToken cancellationToken = default) => TakeOutAsync(
        filter,
        votersInFull: false,
        RegisterTable.Tab,
        async (_, reading) =>
        {
            var text = new MemoryStream();
            using (var csv = CsvWriter.Create(text, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
            {
                csv.WriteRecord([.. Columns.Select(column => column.Column.Header)]);
                await foreach (var row in RegisterRowsAsync(reading, filter, everything, cancellationToken))
                {
                    csv.WriteRecord([.. row.Cells.Select(cell => cell.Words)]);
                }
            }

            text.Position = 0;
            return new LedgerFile(text, $"{RegisterTable.Tab}-{Days(filter)}.csv");
        },
        cancellationToken);

    private IReadOnlyList<RegisterColumn> Columns => RegisterColumns.Parse(office.Value.RegisterColumns);

    private async Task<LedgerFile> TakeOutAsync(
        LedgerFilter filter, bool votersInFull, string what, Func<Order, SessionReading, Task<LedgerFile>> write, CancellationToken cancellationToken)
    {
        var order = await door.WriteAsync(Deed.ExportBooks, writing => EnterAsync(writing, filter, votersInFull, what), cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.HoldThisMomentAsync(cancellationToken);
        return await write(order, new SessionReading(db, order.Reach, order.Voters));
    }

    private static async Task<Order> EnterAsync(Writing writing, LedgerFilter filter, bool votersInFull, string what)
    {
        var rights = writing.Who.Rights;
        if (votersInFull && !VotersInWords.MayBeInFull(rights))
        {
            throw new OutOfReachException("您的账号只能导出隐去选民信息的表册。", Deed.ExportVoters.InWords());
        }

        var order = new Order(filter, writing.Reach, new VotersInWords(votersInFull, rights.OwnDeputies), writing.At, writing.Who.Name);
        var count = await new SessionReading(writing.Db, order.Reach, order.Voters).Of(filter).CountAsync();
        await writing.RecordAsync(AuditAct.BookExported, what, $"{filter.Period}，{count} 场，选民信息{(votersInFull ? "未隐去" : "已隐去")}");
        return order;
    }

    private Book Book(Order order, IReadOnlyList<Sheet> sheets) => new(sheets[0].Heading.Title, office.Value.OfficeName, new DateTimeOffset(order.At, TimeSpan.Zero), sheets);

    private Sheet Sheet(Order order, string tab, string table, string unit, IReadOnlyList<Column> columns, IAsyncEnumerable<SheetRow> rows) =>
        new(tab, new Heading($"{office.Value.DistrictName}人大代表{table}（{order.Filter.From.Year}年度）", office.Value.OfficeName, order.Filter.Period, unit) { Note = $"数据截至{ChinaTime.At(order.At):yyyy年M月d日 HH:mm:ss}" }, columns, rows)
        {
            Signatures = new Signatures(ChinaTime.DayOf(order.At), order.By),
        };

    private static async IAsyncEnumerable<SheetRow> RowsAsync(
        SessionReading reading, LedgerFilter filter, Func<LedgerSession, int, IEnumerable<SheetRow>> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var before = 0;
        await foreach (var session in reading.ReadAsync(reading.Of(filter), cancellationToken))
        {
            foreach (var row in rows(session, before))
            {
                before++;
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<SheetRow> RegisterRowsAsync(SessionReading reading, LedgerFilter filter, bool everything, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (columns, before) = (Columns, 0);
        await foreach (var session in reading.ReadAsync(reading.Of(filter).Where(s => everything || s.HandedOverOn == null), cancellationToken))
        {
            foreach (var row in RegisterTable.Rows(columns, session, before))
            {
                before++;
                yield return row;
            }
        }
    }

    private static string Days(LedgerFilter filter) => $"{filter.From:yyyyMMdd}-{filter.To:yyyyMMdd}";

    /// <param name="Filter">What is asked for.</param>
    /// <param name="Reach">How far.</param>
    /// <param name="Voters">How voters stand in it.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">Who takes it out.</param>
    private sealed record Order(LedgerFilter Filter, Reach Reach, VotersInWords Voters, DateTime At, string By);
}

/// <summary>A file to be sent.</summary>
public sealed record LedgerFile(Stream Content, string Name);
