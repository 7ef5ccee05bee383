using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What is larger than may be sent is refused in words. Of the public form only the photos are left behind: what was typed stands in it again.</summary>
internal static class TooLarge
{
    private const string Sentence = "发来的内容太大，没有收。请退回上一页，减少内容再发。";

    /// <summary>In bytes. So much is still read to its end and thrown away, because a browser that is cut off while sending shows no answer.</summary>
    private const long LargestPassedOver = 4L * SpeakForm.LargestRequest;

    private const int LongestField = 1_000_000;
    private const int MostFields = 100;

    private static readonly object PhotosLeft = new();

    /// <summary>Whether this is what was typed into the public form without its photos.</summary>
    public static bool HasLeftPhotosOf(HttpContext http) => http.Items.ContainsKey(PhotosLeft);

    public static async Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        var size = http.Features.Get<IHttpMaxRequestBodySizeFeature>(); // routing has set what the page allows
        if (http.Request.ContentLength is { } length && length > size?.MaxRequestBodySize)
        {
            size.MaxRequestBodySize = Math.Min(length, LargestPassedOver);
            await PassOverAsync(http, next, isReadable: length <= LargestPassedOver);
            return;
        }

        try
        {
            await next(http);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode is StatusCodes.Status413PayloadTooLarge && !http.Response.HasStarted)
        {
            await SayAsync(http); // sent in pieces, its length untold
        }
    }

    private static async Task PassOverAsync(HttpContext http, RequestDelegate next, bool isReadable)
    {
        if (isReadable && HttpMethods.IsPost(http.Request.Method) && http.Request.Path == Addresses.PublicSpeakPattern && await TypedAsync(http.Request) is { } typed)
        {
            http.Items[PhotosLeft] = true;
            http.Features.Set<IFormFeature>(new FormFeature(typed));
            http.Response.OnStarting(() =>
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            });
            await next(http);
            return;
        }

        if (isReadable)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        await SayAsync(http);
    }

    /// <summary>The fields of a form with files, the files passed over; null where it is no such form.</summary>
    private static async Task<FormCollection?> TypedAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
        {
            return null;
        }

        try
        {
            var typed = new KeyValueAccumulator();
            var reader = new MultipartReader(boundary.ToString(), request.Body);
            var letters = new char[LongestField];
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
            {
                if (section.AsFormDataSection() is { } field && typed.ValueCount < MostFields)
                {
                    using var text = new StreamReader(section.Body, leaveOpen: true);
                    typed.Append(field.Name, new string(letters, 0, await text.ReadBlockAsync(letters, request.HttpContext.RequestAborted)));
                }
            }

            return new FormCollection(typed.GetResults());
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static Task SayAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(Sentence, http.RequestAborted);
    }
}
