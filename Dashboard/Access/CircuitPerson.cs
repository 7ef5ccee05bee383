using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Names the person of a circuit, hears their signs of life, and lets no circuit do more at once than a person could.</summary>
internal sealed class CircuitPerson(AuthenticationStateProvider authentication, CurrentPerson person, SessionBook sessions, ILogger<CircuitPerson> logger) : CircuitHandler, IDisposable
{
    // Typing and scrolling stay far below; a script that floods its circuit waits.
    private readonly TokenBucketRateLimiter _pace = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = 400,
        TokensPerPeriod = 100,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if ((await authentication.GetAuthenticationStateAsync()).User.SessionOf() is { } session)
        {
            person.SignedInBy(session);
        }
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async activity =>
    {
        if (person.Session is { } session)
        {
            sessions.Active(session);
        }

        using var scope = logger.BeginScope(new CircuitScope(activity.Circuit.Id));
        using var turn = await _pace.AcquireAsync();
        await next(activity);
    };

    public void Dispose() => _pace.Dispose();
}
