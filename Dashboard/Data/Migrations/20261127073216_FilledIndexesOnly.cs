using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoterLiaison.Dashboard.Data.Migrations
{
    /// <inheritdoc />
    public partial class FilledIndexesOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opinions_CategoryId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_ConcernsDeputyId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_DueOn",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_ImportBatchId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_LeadOpinionId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_LeadOrganId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_LookAgainOn",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_SessionId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_SupervisedSince",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_TopicId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_History_Submission",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_Forwardings_CityDeputyId",
                table: "Forwardings");

            migrationBuilder.DropIndex(
                name: "IX_Forwardings_LeadOrganId",
                table: "Forwardings");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_CategoryId",
                table: "Opinions",
                column: "CategoryId",
                filter: "\"CategoryId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_ConcernsDeputyId",
                table: "Opinions",
                column: "ConcernsDeputyId",
                filter: "\"ConcernsDeputyId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_DueOn",
                table: "Opinions",
                column: "DueOn",
                filter: "\"DueOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_ImportBatchId",
                table: "Opinions",
                column: "ImportBatchId",
                filter: "\"ImportBatchId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_LeadOpinionId",
                table: "Opinions",
                column: "LeadOpinionId",
                filter: "\"LeadOpinionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_LeadOrganId",
                table: "Opinions",
                column: "LeadOrganId",
                filter: "\"LeadOrganId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_LookAgainOn",
                table: "Opinions",
                column: "LookAgainOn",
                filter: "\"LookAgainOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_SessionId",
                table: "Opinions",
                column: "SessionId",
                filter: "\"SessionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_SupervisedSince",
                table: "Opinions",
                column: "SupervisedSince",
                filter: "\"SupervisedSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_TopicId",
                table: "Opinions",
                column: "TopicId",
                filter: "\"TopicId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_Submission",
                table: "History",
                column: "Submission",
                unique: true,
                filter: "\"Submission\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Forwardings_CityDeputyId",
                table: "Forwardings",
                column: "CityDeputyId",
                filter: "\"CityDeputyId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Forwardings_LeadOrganId",
                table: "Forwardings",
                column: "LeadOrganId",
                filter: "\"LeadOrganId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opinions_CategoryId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_ConcernsDeputyId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_DueOn",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_ImportBatchId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_LeadOpinionId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_LeadOrganId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_LookAgainOn",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_SessionId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_SupervisedSince",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_TopicId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_History_Submission",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_Forwardings_CityDeputyId",
                table: "Forwardings");

            migrationBuilder.DropIndex(
                name: "IX_Forwardings_LeadOrganId",
                table: "Forwardings");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_CategoryId",
                table: "Opinions",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_ConcernsDeputyId",
                table: "Opinions",
                column: "ConcernsDeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_DueOn",
                table: "Opinions",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_ImportBatchId",
                table: "Opinions",
                column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_LeadOpinionId",
                table: "Opinions",
                column: "LeadOpinionId");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_LeadOrganId",
                table: "Opinions",
                column: "LeadOrganId");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_LookAgainOn",
                table: "Opinions",
                column: "LookAgainOn");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_SessionId",
                table: "Opinions",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_SupervisedSince",
                table: "Opinions",
                column: "SupervisedSince");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_TopicId",
                table: "Opinions",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_History_Submission",
                table: "History",
                column: "Submission",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Forwardings_CityDeputyId",
                table: "Forwardings",
                column: "CityDeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Forwardings_LeadOrganId",
                table: "Forwardings",
                column: "LeadOrganId");
        }
    }
}
