namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>自存视图: a list of opinions as one account keeps it, under a name of its own. It is the query of the list's address and nothing else: what it finds is read anew each time, within the reader's reach.</summary>
public sealed class SavedView(int accountId, string name, string query, DateTime createdAt)
{
    public int Id { get; private set; }

    public int AccountId { get; private set; } = accountId;

    public string Name { get; private set; } = name;

    /// <summary>From the question mark on; without the page, and without any text that is looked for.</summary>
    public string Query { get; private set; } = query;

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    public void Rename(string name) => Name = name;
}
