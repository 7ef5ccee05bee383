using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Imports;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Commands;

public sealed class StartupTests
{
    private const string Ledger = "编号,收集日期,意见内容\nL1,2026-03-02,路灯不亮";

    private static readonly DateOnly Today = new(2026, 3, 2);
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_folder_gets_the_demonstration_under_development_and_only_once()
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(Today, Environments.Development);
        await Startup.DemonstrateAsync(workplace.Services);
        var demonstrated = await OpinionsAsync(workplace);

        await Startup.DemonstrateAsync(workplace.Services);

        Assert.InRange(demonstrated, 1, int.MaxValue);
        Assert.Equal(demonstrated, await OpinionsAsync(workplace));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Testing")]
    public async Task Elsewhere_a_new_folder_stays_empty(string environment)
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(Today, environment);
        await Startup.DemonstrateAsync(workplace.Services);
        Assert.Equal(0, await OpinionsAsync(workplace));
    }

    [Fact]
    public async Task A_folder_whose_only_import_was_undone_was_in_use_and_gets_none()
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(Today, Environments.Development);
        await using var scope = workplace.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().IsTrusted("值班员", Rights.OfTheHouse);
        var desk = scope.ServiceProvider.GetRequiredService<ImportDesk>();
        var reading = await LedgerReading.ReadAsync(Encoding.UTF8.GetBytes(Ledger), "来信.csv", year: null, cancellationToken: Cancelled);
        var written = await desk.WriteAsync(reading, "BJ01", skipRefused: false, cancellationToken: Cancelled);
        await desk.UndoAsync(written.BatchId!.Value, Cancelled);

        await Startup.DemonstrateAsync(workplace.Services);

        Assert.Equal(0, await OpinionsAsync(workplace));
    }

    private static async Task<int> OpinionsAsync(LiaisonWorkplace workplace)
    {
        await using var db = await workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        return await db.Opinions.CountAsync(Cancelled);
    }
}
