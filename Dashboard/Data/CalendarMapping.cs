using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Data;

internal sealed class CalendarYearMapping : IEntityTypeConfiguration<CalendarYear>
{
    public void Configure(EntityTypeBuilder<CalendarYear> year)
    {
        year.HasKey(y => y.Year);
        year.Property(y => y.Year).ValueGeneratedNever();
        year.OwnsMany(y => y.Days, day =>
        {
            day.ToTable("CalendarDays").HasKey(d => d.On);
            day.WithOwner().HasForeignKey("Year");
        });
    }
}
