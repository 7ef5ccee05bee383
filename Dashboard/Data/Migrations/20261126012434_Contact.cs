using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoterLiaison.Dashboard.Data.Migrations
{
    /// <inheritdoc />
    public partial class Contact : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Contact",
                table: "Stations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Notice",
                table: "Stations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "OpenedOn",
                table: "Stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Phone",
                table: "Stations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConfirmedOn",
                table: "SessionDeputies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Dissatisfied",
                table: "PerformanceReports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostlySatisfied",
                table: "PerformanceReports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Present",
                table: "PerformanceReports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PublishedOn",
                table: "PerformanceReports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Satisfied",
                table: "PerformanceReports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "PerformanceReports",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Held");

            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "PerformanceReports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Organs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Communities",
                table: "ElectoralDistricts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PublicContact",
                table: "Deputies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ChangeReason",
                table: "ContactSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "FirstFrom",
                table: "ContactSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeOnly(0, 0, 0));

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstOn",
                table: "ContactSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "FirstPlace",
                table: "ContactSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<TimeOnly>(
                name: "FirstUntil",
                table: "ContactSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeOnly(0, 0, 0));

            migrationBuilder.AddColumn<string>(
                name: "HandedOverBy",
                table: "ContactSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HandedOverOn",
                table: "ContactSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Notes",
                table: "ContactSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "PublishedOn",
                table: "ContactSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedAt",
                table: "ContactSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecordedBy",
                table: "ContactSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "ContactSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Way",
                table: "ContactSessions",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContactPlans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    CopiedFromId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactPlans_ContactPlans_CopiedFromId",
                        column: x => x.CopiedFromId,
                        principalTable: "ContactPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContactPlans_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Inquiries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeputyId = table.Column<int>(type: "INTEGER", nullable: false),
                    StationId = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    VoterName = table.Column<string>(type: "TEXT", nullable: false),
                    VoterPhone = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inquiries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Inquiries_Deputies_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "Deputies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Inquiries_Stations_StationId",
                        column: x => x.StationId,
                        principalTable: "Stations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficeChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeputyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficeChanges_Deputies_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "Deputies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgressNotices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OpinionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Asked = table.Column<string>(type: "TEXT", nullable: false),
                    Done = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgressNotices_Opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "Opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReceiptSecrets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptSecrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReceiptSeries",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptSeries", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "SessionEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SessionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionEntries_ContactSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ContactSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Topics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Topics", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InquiryEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InquiryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InquiryEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InquiryEntries_Inquiries_InquiryId",
                        column: x => x.InquiryId,
                        principalTable: "Inquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Form = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DeputyId = table.Column<int>(type: "INTEGER", nullable: true),
                    CategoryId = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ParkedWhy = table.Column<string>(type: "TEXT", nullable: true),
                    OpinionId = table.Column<int>(type: "INTEGER", nullable: true),
                    InquiryId = table.Column<int>(type: "INTEGER", nullable: true),
                    RefusedWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Submissions_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Submissions_Deputies_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "Deputies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Submissions_Inquiries_InquiryId",
                        column: x => x.InquiryId,
                        principalTable: "Inquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Submissions_Opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "Opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Submissions_Stations_StationId",
                        column: x => x.StationId,
                        principalTable: "Stations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlannedSessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<int>(type: "INTEGER", nullable: false),
                    StationId = table.Column<int>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TopicId = table.Column<int>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    SessionId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedSessions_ContactPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "ContactPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlannedSessions_ContactSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ContactSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedSessions_Stations_StationId",
                        column: x => x.StationId,
                        principalTable: "Stations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedSessions_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pictures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: true),
                    OpinionId = table.Column<int>(type: "INTEGER", nullable: true),
                    SessionId = table.Column<int>(type: "INTEGER", nullable: true),
                    StationId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pictures_ContactSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ContactSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pictures_Opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "Opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pictures_Stations_StationId",
                        column: x => x.StationId,
                        principalTable: "Stations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pictures_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: true),
                    OpinionId = table.Column<int>(type: "INTEGER", nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipts_Opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "Opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Receipts_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmissionEntries_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlannedDeputies",
                columns: table => new
                {
                    PlannedSessionId = table.Column<int>(type: "INTEGER", nullable: false),
                    DeputyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedDeputies", x => new { x.PlannedSessionId, x.DeputyId });
                    table.ForeignKey(
                        name: "FK_PlannedDeputies_Deputies_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "Deputies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedDeputies_PlannedSessions_PlannedSessionId",
                        column: x => x.PlannedSessionId,
                        principalTable: "PlannedSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // As columns of their own and not as keys added later: for that EF would build the tables anew under the triggers that name them.
            migrationBuilder.Sql("ALTER TABLE RecordObjections ADD COLUMN SessionId INTEGER NULL CONSTRAINT FK_RecordObjections_ContactSessions_SessionId REFERENCES ContactSessions (Id) ON DELETE RESTRICT;");
            migrationBuilder.Sql("ALTER TABLE Organs ADD COLUMN SuccessorId INTEGER NULL CONSTRAINT FK_Organs_Organs_SuccessorId REFERENCES Organs (Id) ON DELETE RESTRICT;");
            migrationBuilder.Sql("ALTER TABLE Opinions ADD COLUMN SessionId INTEGER NULL CONSTRAINT FK_Opinions_ContactSessions_SessionId REFERENCES ContactSessions (Id) ON DELETE RESTRICT;");
            migrationBuilder.Sql("ALTER TABLE Opinions ADD COLUMN TopicId INTEGER NULL CONSTRAINT FK_Opinions_Topics_TopicId REFERENCES Topics (Id) ON DELETE RESTRICT;");
            migrationBuilder.Sql("ALTER TABLE ContactSessions ADD COLUMN PlanId INTEGER NULL CONSTRAINT FK_ContactSessions_ContactPlans_PlanId REFERENCES ContactPlans (Id) ON DELETE RESTRICT;");
            migrationBuilder.Sql("ALTER TABLE ContactSessions ADD COLUMN TopicId INTEGER NULL CONSTRAINT FK_ContactSessions_Topics_TopicId REFERENCES Topics (Id) ON DELETE RESTRICT;");

            // What was arranged before there was a record of it was announced as it stands.
            migrationBuilder.Sql("""UPDATE ContactSessions SET PublishedOn = "On", FirstOn = "On", FirstFrom = "From", FirstUntil = "Until", FirstPlace = Place;""");

            migrationBuilder.CreateIndex(
                name: "IX_RecordObjections_SessionId",
                table: "RecordObjections",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Organs_SuccessorId",
                table: "Organs",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_SessionId",
                table: "Opinions",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_TopicId",
                table: "Opinions",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactSessions_PlanId",
                table: "ContactSessions",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactSessions_TopicId",
                table: "ContactSessions",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactPlans_CopiedFromId",
                table: "ContactPlans",
                column: "CopiedFromId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactPlans_UnitId",
                table: "ContactPlans",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactPlans_Year_UnitId",
                table: "ContactPlans",
                columns: new[] { "Year", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_DeputyId",
                table: "Inquiries",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_Stage_StationId",
                table: "Inquiries",
                columns: new[] { "Stage", "StationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_StationId",
                table: "Inquiries",
                column: "StationId");

            migrationBuilder.CreateIndex(
                name: "IX_InquiryEntries_InquiryId_Sequence",
                table: "InquiryEntries",
                columns: new[] { "InquiryId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficeChanges_DeputyId",
                table: "OfficeChanges",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_OpinionId",
                table: "Pictures",
                column: "OpinionId");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_SessionId",
                table: "Pictures",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_StationId",
                table: "Pictures",
                column: "StationId");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_SubmissionId",
                table: "Pictures",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedDeputies_DeputyId",
                table: "PlannedDeputies",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedSessions_On",
                table: "PlannedSessions",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedSessions_PlanId",
                table: "PlannedSessions",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedSessions_SessionId",
                table: "PlannedSessions",
                column: "SessionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlannedSessions_StationId",
                table: "PlannedSessions",
                column: "StationId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedSessions_TopicId",
                table: "PlannedSessions",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressNotices_OpinionId",
                table: "ProgressNotices",
                column: "OpinionId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressNotices_PublishedOn",
                table: "ProgressNotices",
                column: "PublishedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Number",
                table: "Receipts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_OpinionId",
                table: "Receipts",
                column: "OpinionId");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_SubmissionId",
                table: "Receipts",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionEntries_SessionId_Sequence",
                table: "SessionEntries",
                columns: new[] { "SessionId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionEntries_SubmissionId_Sequence",
                table: "SubmissionEntries",
                columns: new[] { "SubmissionId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CategoryId",
                table: "Submissions",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_DeputyId",
                table: "Submissions",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Form",
                table: "Submissions",
                column: "Form",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_InquiryId",
                table: "Submissions",
                column: "InquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_OpinionId",
                table: "Submissions",
                column: "OpinionId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Stage_StationId",
                table: "Submissions",
                columns: new[] { "Stage", "StationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_StationId",
                table: "Submissions",
                column: "StationId");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_Year",
                table: "Topics",
                column: "Year");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ContactSessions_ContactPlans_PlanId",
                table: "ContactSessions");

            migrationBuilder.DropForeignKey(
                name: "FK_ContactSessions_Topics_TopicId",
                table: "ContactSessions");

            migrationBuilder.DropForeignKey(
                name: "FK_Opinions_ContactSessions_SessionId",
                table: "Opinions");

            migrationBuilder.DropForeignKey(
                name: "FK_Opinions_Topics_TopicId",
                table: "Opinions");

            migrationBuilder.DropForeignKey(
                name: "FK_Organs_Organs_SuccessorId",
                table: "Organs");

            migrationBuilder.DropForeignKey(
                name: "FK_RecordObjections_ContactSessions_SessionId",
                table: "RecordObjections");

            migrationBuilder.DropTable(
                name: "InquiryEntries");

            migrationBuilder.DropTable(
                name: "OfficeChanges");

            migrationBuilder.DropTable(
                name: "Pictures");

            migrationBuilder.DropTable(
                name: "PlannedDeputies");

            migrationBuilder.DropTable(
                name: "ProgressNotices");

            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "ReceiptSecrets");

            migrationBuilder.DropTable(
                name: "ReceiptSeries");

            migrationBuilder.DropTable(
                name: "SessionEntries");

            migrationBuilder.DropTable(
                name: "SubmissionEntries");

            migrationBuilder.DropTable(
                name: "PlannedSessions");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "ContactPlans");

            migrationBuilder.DropTable(
                name: "Topics");

            migrationBuilder.DropTable(
                name: "Inquiries");

            migrationBuilder.DropIndex(
                name: "IX_RecordObjections_SessionId",
                table: "RecordObjections");

            migrationBuilder.DropIndex(
                name: "IX_Organs_SuccessorId",
                table: "Organs");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_SessionId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_TopicId",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_ContactSessions_PlanId",
                table: "ContactSessions");

            migrationBuilder.DropIndex(
                name: "IX_ContactSessions_TopicId",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "Contact",
                table: "Stations");

            migrationBuilder.DropColumn(
                name: "Notice",
                table: "Stations");

            migrationBuilder.DropColumn(
                name: "OpenedOn",
                table: "Stations");

            migrationBuilder.DropColumn(
                name: "Phone",
                table: "Stations");

            migrationBuilder.DropColumn(
                name: "ConfirmedOn",
                table: "SessionDeputies");

            migrationBuilder.DropColumn(
                name: "SessionId",
                table: "RecordObjections");

            migrationBuilder.DropColumn(
                name: "Dissatisfied",
                table: "PerformanceReports");

            migrationBuilder.DropColumn(
                name: "MostlySatisfied",
                table: "PerformanceReports");

            migrationBuilder.DropColumn(
                name: "Present",
                table: "PerformanceReports");

            migrationBuilder.DropColumn(
                name: "PublishedOn",
                table: "PerformanceReports");

            migrationBuilder.DropColumn(
                name: "Satisfied",
                table: "PerformanceReports");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "PerformanceReports");

            migrationBuilder.DropColumn(
                name: "Text",
                table: "PerformanceReports");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "Organs");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Organs");

            migrationBuilder.DropColumn(
                name: "SessionId",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "TopicId",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "Communities",
                table: "ElectoralDistricts");

            migrationBuilder.DropColumn(
                name: "PublicContact",
                table: "Deputies");

            migrationBuilder.DropColumn(
                name: "ChangeReason",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "FirstFrom",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "FirstOn",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "FirstPlace",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "FirstUntil",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "HandedOverBy",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "HandedOverOn",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "Notes",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "PlanId",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "PublishedOn",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "RecordedBy",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "TopicId",
                table: "ContactSessions");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "ContactSessions");
        }
    }
}
