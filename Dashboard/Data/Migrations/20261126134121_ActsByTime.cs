using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoterLiaison.Dashboard.Data.Migrations
{
    /// <inheritdoc />
    public partial class ActsByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_History_At",
                table: "History",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_At",
                table: "History");
        }
    }
}
