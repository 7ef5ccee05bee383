using Bunit;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Parts;

public sealed class ActButtonTests : BunitContext
{
    [Fact]
    public async Task A_broken_rule_is_told_beside_the_button_as_it_is()
    {
        var done = false;
        var button = Render<ActButton>(the => the
            .Add(b => b.Act, () => throw new RuleBrokenException("尚无答复，不能反馈选民。"))
            .Add(b => b.Done, () => done = true)
            .AddChildContent("反馈"));

        await button.Find("button").ClickAsync(new());

        Assert.Equal("尚无答复，不能反馈选民。", button.Find("[role=alert]").TextContent);
        Assert.False(done);
    }

    [Fact]
    public async Task An_error_nobody_foresaw_is_told_by_a_number_only()
    {
        var button = Render<ActButton>(the => the
            .Add(b => b.Act, () => throw new InvalidOperationException("no such table"))
            .AddChildContent("反馈"));

        await button.Find("button").ClickAsync(new());

        Assert.Matches("^没有办成。编号 [0-9A-F]{6}，请稍后再试或联系管理员。$", button.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Three_clicks_in_one_tick_act_once()
    {
        var acts = 0;
        var finish = new TaskCompletionSource();
        var button = Render<ActButton>(the => the
            .Add(b => b.Act, () => { acts++; return finish.Task; })
            .AddChildContent("转交"));

        var clicks = Enumerable.Range(0, 3).Select(_ => button.Find("button").ClickAsync(new())).ToArray();
        finish.SetResult();
        await Task.WhenAll(clicks);

        Assert.Equal(1, acts);
    }

    [Fact]
    public async Task It_is_busy_while_the_act_runs_and_ready_again_afterwards()
    {
        var acts = 0;
        var finish = new TaskCompletionSource();
        var button = Render<ActButton>(the => the
            .Add(b => b.Act, () => { acts++; return finish.Task; })
            .AddChildContent("转交"));

        var click = button.Find("button").ClickAsync(new());
        Assert.Equal("true", button.Find("button").GetAttribute("aria-busy"));
        finish.SetResult();
        await click;
        Assert.False(button.Find("button").HasAttribute("aria-busy"));
        await button.Find("button").ClickAsync(new());

        Assert.Equal(2, acts);
    }

    [Fact]
    public async Task A_second_try_takes_the_refusal_away()
    {
        var refuse = true;
        var button = Render<ActButton>(the => the
            .Add(b => b.Act, () => refuse ? throw new RuleBrokenException("还没有写承办单位。") : Task.CompletedTask)
            .AddChildContent("转交"));
        await button.Find("button").ClickAsync(new());

        refuse = false;
        await button.Find("button").ClickAsync(new());

        Assert.Empty(button.FindAll("[role=alert]"));
    }
}
