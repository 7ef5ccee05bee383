using Microsoft.Data.Sqlite;
using SQLitePCL;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Data;

/// <summary>The disk or the database did not take an act. What was acknowledged before is not touched by it; the same act sent again is stored once.</summary>
/// <param name="trouble">What stood in the way.</param>
/// <param name="number">By which the log knows the whole of it.</param>
public sealed class NotStoredException(StorageTrouble trouble, string number)
    : RuleBrokenException($"{Cause(trouble)}，这次没有存下。您写的都还在这里，{Remedy(trouble)}，多点几次也只登记一次。编号 {number}。")
{
    public StorageTrouble Trouble => trouble;

    /// <summary>For whoever wanted to sign in, and wrote nothing that could be lost.</summary>
    public string AtTheDoor => $"{Cause(trouble)}，现在不能登录。请告诉系统管理员。编号 {number}。";

    /// <summary>For a voter, who knows no administrator.</summary>
    public string ForVoters => $"系统现在存不下东西，您写的还没有收到。您写的都在这一页，请过几分钟再点一次，多点几次也只收一次。急的话，请打电话给家站或联络室。编号 {number}。";

    /// <summary>What SQLite says of its file or its disk, in whatever that is wrapped; null where something else failed.</summary>
    internal static StorageTrouble? TroubleOf(Exception? failure) => failure switch
    {
        null => null,
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => StorageTrouble.Busy,
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY } => StorageTrouble.ReadOnly,
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } => StorageTrouble.Failing,
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => StorageTrouble.Damaged,
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => StorageTrouble.Full,
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN } => StorageTrouble.Unopened,
        _ => TroubleOf(failure.InnerException),
    };

    private static string Cause(StorageTrouble trouble) => trouble switch
    {
        StorageTrouble.Full => "服务器的磁盘满了",
        StorageTrouble.Failing => "服务器的磁盘出错了",
        StorageTrouble.ReadOnly => "服务器的数据目录现在不能写",
        StorageTrouble.Unopened => "服务器的数据库现在打不开",
        StorageTrouble.Damaged => "服务器的数据库坏了",
        StorageTrouble.Busy => "数据库一直被别的程序占着",
    };

    private static string Remedy(StorageTrouble trouble) => trouble switch
    {
        StorageTrouble.Full => "请告诉系统管理员腾出空间，腾出来以后再点一次",
        StorageTrouble.Failing or StorageTrouble.ReadOnly or StorageTrouble.Unopened => "请告诉系统管理员，过几分钟再点一次",
        StorageTrouble.Damaged => "请先不要关这一页，马上告诉系统管理员，恢复以后再点一次",
        StorageTrouble.Busy => "请过几分钟再点一次",
    };
}

/// <summary>Why something could not be stored.</summary>
public enum StorageTrouble
{
    Full = 1,
    Failing,
    ReadOnly,
    Unopened,
    Damaged,
    Busy,
}
