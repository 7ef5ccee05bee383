namespace VoterLiaison.Dashboard.Pictures;

internal static class PicturesSetup
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services.AddSingleton<Darkroom>();
}
