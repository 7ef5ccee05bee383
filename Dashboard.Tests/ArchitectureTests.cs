using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison;

/// <summary>Who may know whom: docs and design say it, these hold it.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly App = typeof(LiaisonApp).Assembly;

    /// <summary>The rooms of the app, and those each may enter. Data serves every room; rooms meet in the Domain, in Addresses, Wording and Parts.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Data"] = [],
        ["Access"] = ["Data"],
        ["Guides"] = [],
        ["Accounts"] = ["Access", "Data", "Guides"], // whoever cannot sign in reads its guide at the door
        ["Live"] = ["Access", "Data"],
        ["Overview"] = ["Access", "Calendar", "Chasing", "Data", "Live", "Opinions"], // a number links to its rows by OpinionFilter; silence is that of 催办; the board says which calendar is missing
        ["Opinions"] = ["Access", "Data", "Live", "Pictures"], // a list's counts are the board's
        ["Deputies"] = ["Access", "Calendar", "Data", "Live", "Opinions"], // what a deputy does is done at the opinions' desk
        ["Chasing"] = ["Access", "Data", "Opinions"], // an act on many is the opinion's own on each
        ["Plans"] = ["Access", "Activities", "Calendar", "Data", "Live", "Opinions"], // a line becomes a reception; working days; fields, what can be chosen from, and the counts of a topic
        ["Activities"] = ["Access", "Data", "Deputies", "Opinions", "Pictures", "Workbooks"], // fields and what can be chosen from; the layout of a deputy's own pages; ledgers are written as books
        ["Reports"] = ["Access", "Activities", "Data", "Deputies", "Inquiries", "Live", "Opinions"], // a deputy's opinions are counted as the board's; the file links to its inquiries by InquiryFilter
        ["Registers"] = ["Access", "Data", "Ledgers", "Opinions", "Pictures"], // fields and what can be chosen from; a roster is read as a ledger is; a station's photo is made anew
        ["Inquiries"] = ["Access", "Data", "Deputies", "Opinions"], // fields, masks and what can be chosen from; the layout of a deputy's own pages
        ["Pictures"] = ["Access", "Data"],
        ["Submissions"] = ["Access", "Data", "Opinions", "Pictures", "Public"], // taken in at the opinions' desk; in the layout of the public pages
        ["Ledgers"] = [],
        ["Calendar"] = ["Access", "Data", "Ledgers"],
        ["Finding"] = ["Access", "Data", "Opinions"], // the search in the masthead; a station and an organ lead to their rows by OpinionFilter
        ["Feeds"] = ["Access", "Calendar", "Data"], // due dates count by the working days
        ["Public"] = ["Access", "Activities", "Calendar", "Data", "Feeds", "Guides", "Live"], // what everybody reads: the board's counts, hours as receptions say them, the same calendar document
        ["Notices"] = ["Access", "Data", "Opinions"], // told of an opinion, and written from its page
        ["Imports"] = ["Access", "Data", "Ledgers", "Live", "Opinions"], // stations to choose from; a batch links to its rows
        ["Workbooks"] = [],
        ["Late"] = ["Access", "Data", "Live"], // what is carried over is counted as everywhere
        ["Books"] = ["Access", "Activities", "Data", "Late", "Live", "Opinions", "Reports", "Workbooks"], // ledgers A and B are those of receptions; a deputy's year is that of the page
        ["Closing"] = ["Access", "Books", "Data", "Late", "Live", "Opinions"], // books are made as always and kept; counts are the board's; a number links to its rows
        ["Statistics"] = ["Access", "Activities", "Books", "Data", "Opinions"], // the figures are the book's, shaped for a page; a number links to its rows by OpinionFilter and LedgerFilter
        ["Audit"] = ["Access", "Data", "Workbooks"],
        ["Upkeep"] = ["Access", "Backups", "Data", "Live"], // how everything stands; no opinion and no count
        ["Backups"] = ["Data"],
        ["Verifying"] = ["Data", "Live"],
        ["Wall"] = ["Access", "Accounts", "Chasing", "Data", "Live", "Opinions"], // its door looks as the sign-in does; silence is that of 催办; rows by measure
    };

    [Fact]
    public void The_domain_knows_nothing_but_the_Measures() =>
        Assert.All(typeof(Opinion).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void The_domain_has_no_clock() =>
        Assert.Empty(Sources("Domain").Where(source => source.Text.Contains("TimeProvider", StringComparison.Ordinal)).Select(source => source.Path));

    [Fact]
    public void No_component_touches_the_database() => Assert.Empty(
        from component in App.GetTypes()
        where component.IsAssignableTo(typeof(IComponent))
        from dependency in Dependencies(component)
        where dependency.IsAssignableTo(typeof(DbContext)) || dependency == typeof(LiaisonStore)
            || (dependency.IsGenericType && dependency.GetGenericTypeDefinition() == typeof(IDbContextFactory<>))
        select $"{component.FullName} takes {dependency.Name}");

    [Fact]
    public void A_room_enters_only_those_it_may() => Assert.Empty(
        from room in Rooms
        from source in Sources("Dashboard/" + room.Key)
        from Match named in Room().Matches(source.Text)
        let other = named.Groups["room"].Value
        where Rooms.ContainsKey(other) && other != room.Key && !room.Value.Contains(other)
        select $"{source.Path} enters {other}");

    [Fact]
    public void What_is_SQLites_own_stays_with_the_data() => Assert.Empty(
        from source in Sources("Dashboard")
        where !source.Path.StartsWith("Dashboard/Data/", StringComparison.Ordinal) && source.Text.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
        select source.Path);

    [Fact]
    public void Every_room_of_the_list_is_there() =>
        Assert.All(Rooms.Keys, room => Assert.NotEmpty(Sources("Dashboard/" + room)));

    private static IEnumerable<Type> Dependencies(Type component)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return component.GetProperties(All).Where(property => property.IsDefined(typeof(InjectAttribute))).Select(property => property.PropertyType)
            .Concat(component.GetConstructors(All).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType));
    }

    private static IEnumerable<(string Path, string Text)> Sources(string folder)
    {
        var root = Root();
        var start = Path.Combine(root, folder);
        return !Directory.Exists(start) ? [] :
            from file in Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(root, file).Replace('\\', '/')
            where Path.GetExtension(path) is ".cs" or ".razor" && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            select (path, File.ReadAllText(file));
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

    [GeneratedRegex(@"VoterLiaison\.Dashboard\.(?<room>\w+)")]
    private static partial Regex Room();
}
