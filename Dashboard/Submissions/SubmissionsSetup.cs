using Microsoft.Extensions.Options;

namespace VoterLiaison.Dashboard.Submissions;

internal static class SubmissionsSetup
{
    public static IServiceCollection AddSubmissions(this IServiceCollection services) => services
        .AddSingleton<PublicPace>()
        .AddScoped<SpeakDesk>()
        .AddScoped<SpeakQueries>()
        .AddScoped<ReceiptReading>()
        .AddScoped<ReceiptDesk>()
        .AddScoped<SubmissionQueries>()
        .AddScoped<SubmissionDesk>();

    public static void UseSubmissions(this IApplicationBuilder app) => app.Use(TooLarge.RefuseAsync);

    public static void MapSubmissions(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Addresses.ReceiptPicture, PictureAsync).AllowAnonymous().DisableAntiforgery(); // it changes nothing, and only number and code open it

    private static async Task<IResult> PictureAsync(HttpContext http, PublicPace pace, ReceiptReading reading, IOptions<LiaisonOptions> options, CancellationToken cancellationToken)
    {
        if (!pace.MayLookUp(http))
        {
            return Results.Text("这个网络上刚才查得很多，请过几分钟再试。", statusCode: StatusCodes.Status429TooManyRequests);
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        var (number, code) = (ReceiptBook.ReadNumber(form["number"]), ReceiptBook.Grouped(form["code"]));
        if (await reading.SlipAsync(number, code, cancellationToken) is not { } slip)
        {
            return Results.Text("没有查到这张回执。", statusCode: StatusCodes.Status404NotFound);
        }

        var receipt = new IssuedReceipt(number, code, slip.On);
        var link = http.Request.LinkTo(Addresses.ReceiptWithCode(number, code), options.Value);
        var png = ReceiptPicture.Draw(receipt, link, options.Value.PublicName, $"{slip.On:yyyy年M月d日}　{slip.Station}");
        return Results.File(png, "image/png", $"receipt-{number}.png");
    }
}
