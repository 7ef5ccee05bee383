using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>通行密钥: what the browser is asked and whether its answer is right, by Identity. What is asked is kept meanwhile in a cookie that no script reads.</summary>
public sealed class PasskeyDesk(SignInManager<Account> identity, SignInDesk signIn, OwnAccountDesk own)
{
    private const int LongestAnswer = 32 * 1024;

    /// <summary>The question of the sign-in page, as the browser's own format.</summary>
    public Task<string> AskAnyoneAsync() => identity.MakePasskeyRequestOptionsAsync(null);

    public async Task<SignInOutcome> SignInAsync(string answer, string address, CancellationToken cancellationToken = default) =>
        await JudgeAsync(answer, identity.PerformPasskeyAssertionAsync) is { Succeeded: true } right
            ? await signIn.WithPasskeyAsync(right.User.Id, right.Passkey, address, cancellationToken)
            : SignInOutcome.Refused;

    /// <summary>The question by which the person signed in gets a new passkey.</summary>
    public async Task<string> AskForNewAsync(CancellationToken cancellationToken = default)
    {
        var (id, userName, name) = await own.WhoAsync(cancellationToken);
        return await identity.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = id, Name = userName, DisplayName = name });
    }

    /// <returns>Whether the answer was right, and the passkey was added.</returns>
    public async Task<bool> AddAsync(string answer, string name, CancellationToken cancellationToken = default)
    {
        if (await JudgeAsync(answer, identity.PerformPasskeyAttestationAsync) is not { Succeeded: true } right)
        {
            return false;
        }

        return await own.AddPasskeyAsync(right.UserEntity.Id, right.Passkey, name, cancellationToken);
    }

    /// <summary>A browser may send anything; what cannot be read, or was never asked, is a wrong answer.</summary>
    private static async Task<T?> JudgeAsync<T>(string answer, Func<string, Task<T>> judge)
        where T : class
    {
        if (answer.Length is 0 or > LongestAnswer)
        {
            return null;
        }

        try
        {
            return await judge(answer);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
