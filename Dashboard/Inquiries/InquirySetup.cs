namespace VoterLiaison.Dashboard.Inquiries;

internal static class InquirySetup
{
    public static IServiceCollection AddInquiries(this IServiceCollection services) => services.AddScoped<InquiryDesk>().AddScoped<InquiryQueries>();
}
