using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>Identity keeps to <see cref="SignInRules"/>. Kinds of characters and the user's name are asked by <see cref="PasswordRules"/>, which counts where Identity only insists.</summary>
internal sealed class IdentityByRules(IOptions<SignInRules> rules) : IConfigureOptions<IdentityOptions>
{
    public void Configure(IdentityOptions options)
    {
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = rules.Value.FailuresBeforeLock;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(rules.Value.LockMinutes);
        options.Password.RequiredLength = rules.Value.PasswordLength;
        options.Password.RequiredUniqueChars = 1;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
    }
}
