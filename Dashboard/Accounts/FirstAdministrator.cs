namespace VoterLiaison.Dashboard.Accounts;

/// <summary>While there is no account at all, every start says how the first administrator is made.</summary>
internal sealed partial class FirstAdministrator(DoorQueries queries, ILogger<FirstAdministrator> logger) : IHostedService
{
    public const string Command = "dotnet VoterLiaison.Dashboard.dll accounts add 登录名 --name 姓名 --role administrator";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await queries.DoorAsync(cancellationToken)).HasNoAccounts)
        {
            LogNoAccounts(Command);
            await Console.Error.WriteLineAsync($"还没有账号，谁也登录不了。请新建第一个系统管理员：{Command}");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no account yet, nobody can sign in. Make the first administrator: {Command}")]
    private partial void LogNoAccounts(string command);
}
