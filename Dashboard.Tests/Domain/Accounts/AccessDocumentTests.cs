using System.Text;
using VoterLiaison.Dashboard;

namespace VoterLiaison.Domain.Accounts;

/// <summary>docs/access.md prints the policy; when the two differ, the test prints the table as it should stand there.</summary>
public sealed class AccessDocumentTests
{
    private const string Begin = "<!-- AccessPolicy: begin -->\n";
    private const string End = "<!-- AccessPolicy: end -->";

    [Fact]
    public void The_table_of_the_document_is_the_policy()
    {
        var document = File.ReadAllText(Path.Combine(Root(), "docs", "access.md")).ReplaceLineEndings("\n");
        var begin = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;

        Assert.Equal(Table(), document[begin..document.IndexOf(End, StringComparison.Ordinal)]);
    }

    private static string Table()
    {
        var roles = Enum.GetValues<Role>();
        var table = new StringBuilder();
        table.Append("| deed | ").AppendJoin(" | ", roles.Select(role => role.InWords())).Append(" |\n|---|").Append(string.Concat(roles.Select(_ => ":-:|"))).Append('\n');
        foreach (var deed in Enum.GetValues<Deed>())
        {
            table.Append("| ").Append(deed).Append(' ').Append(deed.InWords()).Append(" | ").AppendJoin(" | ", roles.Select(role => AccessPolicy.Allows(role, deed) ? "●" : " ")).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("VoterLiaison.Dashboard.sln").Any())
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
