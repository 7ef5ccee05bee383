using System.IO.Compression;
using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Layout;

public sealed partial class StyleSheetsTests(LiaisonSite app) : BunitContext, IClassFixture<LiaisonSite>
{
    private const string MudBlazor = "_content/MudBlazor/MudBlazor.min.css";

    /// <summary>The wall is a document of its own, and asks for its styles itself.</summary>
    private static readonly string[] _alone = ["wall.css"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void No_rooms_styles_are_forgotten() => Assert.Equal(
        app.The<IWebHostEnvironment>().WebRootFileProvider.GetDirectoryContents("css").Select(file => file.Name).Where(name => name.EndsWith(".css", StringComparison.Ordinal)).Except(_alone).Order(StringComparer.Ordinal),
        StyleSheets.StaffFiles.Concat(StyleSheets.VotersFiles).Where(file => file != MudBlazor).Select(Path.GetFileName).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(StyleSheets.StaffPath, 55_000)]
    [InlineData(StyleSheets.VotersPath, 20_000)]
    public async Task A_sheet_travels_once_compressed_and_is_kept_for_ever(string path, int bytes)
    {
        using var client = app.ClientOf();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br, zstd");

        using var answer = await client.GetAsync($"{path}?v=1", Cancel);
        var compressed = await answer.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange(compressed.Length, 1_000, bytes);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        await using var plain = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        using var simple = app.ClientOf();
        Assert.Equal(await simple.GetStringAsync(path, Cancel), await reader.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task What_is_printed_only_is_printed_only()
    {
        using var client = app.ClientOf();
        var sheet = await client.GetStringAsync(StyleSheets.StaffPath, Cancel);
        var print = Text("css/print.css");

        Assert.Contains($"@media print {{{print}}}", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_class_of_MudBlazor_that_dialogs_and_snackbars_show_keeps_its_rules()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        var providers = Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudDialogProvider>(1);
            builder.AddAttribute(2, nameof(MudDialogProvider.CloseButton), true);
            builder.CloseComponent();
            builder.OpenComponent<MudSnackbarProvider>(3);
            builder.CloseComponent();
        });
        providers.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<SmallDialog>("换口令"));
        Services.GetRequiredService<ISnackbar>().Add("公布了 3 场。");
        providers.WaitForElement(".mud-snackbar");
        var styled = Class().Matches(Text(MudBlazor)).Select(match => match.Groups[1].Value).ToHashSet();

        var shown = providers.FindAll("*").SelectMany(element => element.ClassList).Where(styled.Contains).Distinct().ToList();

        Assert.Contains("mud-dialog-content", shown);
        Assert.All(shown, name => Assert.True(MudStyles.IsShown(name), $"{name} is shown and its rules are left out."));
    }

    [Fact]
    public void What_is_not_shown_is_left_out_of_lists_and_of_conditions() => Assert.Equal(
        ":root{--a:1}a,.mud-dialog{b:c}@media (x){.mud-dialog{d:e}}@keyframes k{to{f:g}}",
        MudStyles.Of("/* {} */:root{--a:1}a,.mud-table,.mud-dialog{b:c}.mud-chart .mud-dialog{h:i}@media (x){.mud-dialog{d:e}.mud-tab{j:k}}@media (y){.mud-tab{l:m}}@keyframes k{to{f:g}}"));

    private string Text(string path)
    {
        using var reader = new StreamReader(app.The<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.(-?[A-Za-z_][\w-]*)")]
    private static partial Regex Class();

    private sealed class SmallDialog : Microsoft.AspNetCore.Components.ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<MudDialog>(0);
            builder.AddAttribute(1, nameof(MudDialog.DialogContent), (Microsoft.AspNetCore.Components.RenderFragment)(content => content.AddContent(0, "口令")));
            builder.AddAttribute(2, nameof(MudDialog.DialogActions), (Microsoft.AspNetCore.Components.RenderFragment)(content => content.AddContent(0, "确定")));
            builder.CloseComponent();
        }
    }
}
