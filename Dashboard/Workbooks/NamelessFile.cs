namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A file for a book that is sent and then gone.</summary>
internal static class NamelessFile
{
    /// <summary>Its name goes at once, so that a crash leaves nothing in any folder.</summary>
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    /// <summary>The book from its beginning.</summary>
    public static async Task<Stream> OfAsync(Book book, CancellationToken cancellationToken)
    {
        var file = Create();
        try
        {
            await new BookWriter().WriteAsync(book, file, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
