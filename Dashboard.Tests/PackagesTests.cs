using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace VoterLiaison;

/// <summary>Nothing that is shipped has a hole known here. The list is data (known-holes.json): add a line when one becomes known.</summary>
public sealed class PackagesTests
{
    [Fact]
    public void No_resolved_package_has_a_known_hole()
    {
        var resolved = Resolved().ToList();

        Assert.Contains(resolved, package => package.Name == "MudBlazor");
        Assert.Empty(
            from hole in Holes()
            from package in resolved
            where hole.Has(package.Name, package.Version)
            select $"{package.Name} {package.Version}: {hole.Why}");
    }

    [Theory]
    [InlineData("System.Drawing.Common", "4.7.0", true)]
    [InlineData("System.Drawing.Common", "4.7.2", false)]
    [InlineData("Microsoft.AspNetCore.DataProtection", "10.0.6", true)]
    [InlineData("Microsoft.AspNetCore.DataProtection", "9.0.1", false)]
    [InlineData("Microsoft.AspNetCore.DataProtection", "10.0.7", false)]
    public void A_hole_is_known_by_name_and_version(string name, string version, bool known) =>
        Assert.Equal(known, Holes().Any(hole => hole.Has(name, Version.Parse(version))));

    /// <summary>The packages the app and its tests were resolved to, what came with the framework, and the SQLite inside.</summary>
    private static IEnumerable<(string Name, Version Version)> Resolved()
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{typeof(PackagesTests).Assembly.GetName().Name}.deps.json");
        using var dependencies = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var library in dependencies.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Name.Split('/') is [var name, var version])
            {
                yield return (name, Plain(version));
            }
        }

        foreach (var shared in new[] { typeof(IDataProtector).Assembly, typeof(JsonDocument).Assembly })
        {
            yield return (shared.GetName().Name!.Replace(".Abstractions", "", StringComparison.Ordinal), Plain(shared.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion));
        }

        using var sqlite = new SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        yield return ("SQLite", Plain(sqlite.ServerVersion));
    }

    private static Version Plain(string version) => Version.Parse(version.Split('-', '+')[0]);

    private static List<Hole> Holes() =>
        JsonSerializer.Deserialize<List<Hole>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "known-holes.json")), JsonSerializerOptions.Web)!;

    private sealed record Hole(string Package, Version? From, Version Below, string Why)
    {
        public bool Has(string name, Version version) => name == Package && version >= (From ?? new Version(0, 0)) && version < Below;
    }
}
