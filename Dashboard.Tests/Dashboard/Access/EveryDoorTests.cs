using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Nothing is open because somebody forgot: every door says whom it is for.</summary>
public sealed class EveryDoorTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    [Fact]
    public void Every_endpoint_names_its_policy_or_says_that_it_is_open_to_anybody()
    {
        var endpoints = site.The<EndpointDataSource>().Endpoints;

        Assert.Empty(endpoints.Where(endpoint => !NamesItsPolicy(endpoint.Metadata)).Select(endpoint => endpoint.DisplayName));
        Assert.True(endpoints.Count > 20, "These cannot be all endpoints.");
    }

    [Fact]
    public void Every_page_names_its_policy_or_says_that_it_is_open_to_anybody()
    {
        var pages = typeof(LiaisonApp).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute))).ToList();

        Assert.Empty(pages.Where(page => !NamesItsPolicy(page.GetCustomAttributes())).Select(page => page.FullName));
        Assert.True(pages.Count > 5, "These cannot be all pages.");
    }

    [Fact]
    public void Every_hub_and_each_of_its_methods_is_behind_a_policy_of_its_own()
    {
        var hubs = typeof(LiaisonApp).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Hub))).ToList();

        Assert.NotEmpty(hubs);
        Assert.All(hubs, hub =>
        {
            Assert.Contains(hub.GetCustomAttributes<AuthorizeAttribute>(), authorize => authorize.Policy is not null);
            Assert.DoesNotContain(hub.GetMethods(), method => method.IsDefined(typeof(AllowAnonymousAttribute)));
        });
    }

    [Fact]
    public void What_is_open_to_anybody_is_known_by_name()
    {
        var open = site.The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(address => !IsAsset(address)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "/calendar-feeds/{key}.ics", "/error", "/healthz/live", "/healthz/ready", "/not-found", "/pictures/{id:int}.jpg",
                "/public", "/public/accepted", "/public/deputies", "/public/figures", "/public/help", "/public/notices", "/public/privacy", "/public/receipt", "/public/receipt.png", "/public/reports", "/public/reports/{Id:int}",
                "/public/schedule", "/public/schedule.ics", "/public/speak", "/public/stations", "/public/type", "/public/{*elsewhere}", "/session", "/sign-in", "/sign-in/code",
                "/sign-in/help", "/sign-in/passkey", "/sign-in/single-sign-on", "/sign-in/single-sign-on/done", "/sign-out", "/wall/door",
            ],
            open);
    }

    private static bool IsAsset(string address) =>
        address is "/{**path:file}" || address.StartsWith("/css/", StringComparison.Ordinal) || address.StartsWith("/js/", StringComparison.Ordinal) || address.StartsWith("/favicon", StringComparison.Ordinal)
        || address.StartsWith("/icons/", StringComparison.Ordinal) || address.StartsWith("/guide/", StringComparison.Ordinal) || address.Contains(".webmanifest", StringComparison.Ordinal)
        || address.StartsWith("/_content/", StringComparison.Ordinal) || address.StartsWith("/_framework/", StringComparison.Ordinal) || address.StartsWith("/VoterLiaison.", StringComparison.Ordinal);

    private static bool NamesItsPolicy(IEnumerable<object> metadata) =>
        metadata.Any(one => one is IAllowAnonymous or IAuthorizeData { Policy: not null } or AuthorizationPolicy);
}
