using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Plans;

/// <summary>Where setting up a topic, and ending it, become a change.</summary>
public sealed class TopicDesk(WriteDoor door, TimeProvider clock)
{
    private const string NotFound = "没有找到这个题目。";

    /// <summary>The same topic sent twice is set up once.</summary>
    public Task<int> SetUpAsync(TopicForm form) => door.WriteAsync(Deed.KeepTopics, async writing =>
    {
        var topic = new Topic(form.Title, form.Kind ?? throw new RuleBrokenException("请选监督议题还是调研题目。"), form.Year, form.Purpose);
        if (await writing.Db.Topics.FirstOrDefaultAsync(t => t.Year == topic.Year && t.Title == topic.Title) is { } already)
        {
            return already.Id;
        }

        writing.Db.Add(topic);
        await writing.Db.SaveChangesAsync();
        await writing.RecordAsync(AuditAct.TopicChanged, About(topic), "设立");
        return topic.Id;
    });

    public Task DescribeAsync(int id, TopicForm form) => ActAsync(id, "修改", topic =>
        topic.Describe(form.Title, form.Kind ?? throw new RuleBrokenException("请选监督议题还是调研题目。"), form.Year, form.Purpose));

    /// <summary>结束: nothing more is put under it.</summary>
    public Task CloseAsync(int id) => ActAsync(id, "结束", topic => topic.Close(clock.Today()));

    public Task ReopenAsync(int id) => ActAsync(id, "重新打开", topic => topic.Reopen());

    private Task ActAsync(int id, string what, Action<Topic> act) => door.WriteAsync(Deed.KeepTopics, async writing =>
    {
        var topic = await writing.Db.Topics.SingleOrDefaultAsync(t => t.Id == id) ?? throw new RuleBrokenException(NotFound);
        act(topic);
        await writing.RecordAsync(AuditAct.TopicChanged, About(topic), what);
    });

    private static string About(Topic topic) => $"{topic.Kind.InWords()} {topic.Title}";
}

/// <summary>What is keyed in of a topic.</summary>
public sealed class TopicForm
{
    public string Title { get; set; } = "";
    public TopicKind? Kind { get; set; }
    public int Year { get; set; }
    public string Purpose { get; set; } = "";
}
