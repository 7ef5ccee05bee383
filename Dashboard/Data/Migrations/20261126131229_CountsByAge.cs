using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoterLiaison.Dashboard.Data.Migrations
{
    /// <inheritdoc />
    public partial class CountsByAge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opinions_Counts",
                table: "Opinions");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_Counts",
                table: "Opinions",
                columns: new[] { "Year", "StationId", "Stage", "AwaitingFeedbackSince", "ConcludedOn", "DueOn", "GravelyDueOn", "CollectedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Forwardings_ForwardedOn",
                table: "Forwardings",
                column: "ForwardedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Feedbacks_FedBackOn",
                table: "Feedbacks",
                column: "FedBackOn");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_AnsweredOn",
                table: "Answers",
                column: "AnsweredOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opinions_Counts",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Forwardings_ForwardedOn",
                table: "Forwardings");

            migrationBuilder.DropIndex(
                name: "IX_Feedbacks_FedBackOn",
                table: "Feedbacks");

            migrationBuilder.DropIndex(
                name: "IX_Answers_AnsweredOn",
                table: "Answers");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_Counts",
                table: "Opinions",
                columns: new[] { "Year", "StationId", "Stage", "AwaitingFeedbackSince", "ConcludedOn", "DueOn", "GravelyDueOn" });
        }
    }
}
