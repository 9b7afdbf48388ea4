using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AssessmentAndOversight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NotifiedAt",
                table: "problems",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(name: "Rules", table: "conversations", type: "text", nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ScrubbedAt",
                table: "conversations",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(name: "SharedWith", table: "conversations", type: "uuid", nullable: true);

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    StudentId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LeaseOwner = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Fault = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    DraftedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Notes = table.Column<string>(type: "text", nullable: false),
                    Labels = table.Column<string>(type: "text", nullable: false),
                    Overall = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Next = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Counts = table.Column<bool>(type: "boolean", nullable: false),
                    Undecided = table.Column<int>(type: "integer", nullable: false),
                    Share = table.Column<decimal>(type: "numeric", nullable: true),
                    Points = table.Column<decimal>(type: "numeric", nullable: true),
                    MostPoints = table.Column<decimal>(type: "numeric", nullable: true),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReleasedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Released = table.Column<string>(type: "text", nullable: true),
                    ChangedSinceRelease = table.Column<bool>(type: "boolean", nullable: false),
                    ReopenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assessments_assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_assessments_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "comment_bank",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_comment_bank", x => x.Id);
                    table.ForeignKey(
                        name: "FK_comment_bank_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Banner = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    RegistrationClosed = table.Column<bool>(type: "boolean", nullable: false),
                    KeepWordsDays = table.Column<int>(type: "integer", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "servers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RepliesLive = table.Column<int>(type: "integer", nullable: false),
                    RepliesWaiting = table.Column<int>(type: "integer", nullable: false),
                    DatabaseMs = table.Column<double>(type: "double precision", nullable: true),
                    FreeDiskBytes = table.Column<long>(type: "bigint", nullable: true),
                    MemoryBytes = table.Column<long>(type: "bigint", nullable: false),
                    Routes = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servers", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "assessed_criteria",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Competency = table.Column<int>(type: "integer", nullable: true),
                    Weight = table.Column<decimal>(type: "numeric", nullable: false),
                    LevelCount = table.Column<int>(type: "integer", nullable: false),
                    MostPoints = table.Column<decimal>(type: "numeric", nullable: false),
                    DraftState = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    DraftLevelKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    DraftPlace = table.Column<int>(type: "integer", nullable: true),
                    DraftReason = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false),
                    Confidence = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    Dropped = table.Column<int>(type: "integer", nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    LevelKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    LevelName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Points = table.Column<decimal>(type: "numeric", nullable: true),
                    Place = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessed_criteria", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assessed_criteria_assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assessment_comments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assessment_comments_assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "second_reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Levels = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_second_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_second_reviews_AspNetUsers_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_second_reviews_assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_conversations_SharedWith",
                table: "conversations",
                column: "SharedWith",
                filter: "\"SharedWith\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_assessed_criteria_AssessmentId_Key",
                table: "assessed_criteria",
                columns: new[] { "AssessmentId", "Key" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_assessment_comments_AssessmentId", table: "assessment_comments", column: "AssessmentId");

            migrationBuilder.CreateIndex(name: "IX_assessments_AssignmentId", table: "assessments", column: "AssignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_ConversationId",
                table: "assessments",
                column: "ConversationId",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_assessments_SectionId", table: "assessments", column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "drafts_waiting",
                table: "assessments",
                column: "NextTryAt",
                filter: "\"State\" = 'waiting'"
            );

            migrationBuilder.CreateIndex(
                name: "IX_comment_bank_OwnerId_CreatedAt",
                table: "comment_bank",
                columns: new[] { "OwnerId", "CreatedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_second_reviews_AssessmentId_ReviewerId",
                table: "second_reviews",
                columns: new[] { "AssessmentId", "ReviewerId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_second_reviews_ReviewerId", table: "second_reviews", column: "ReviewerId");

            migrationBuilder.CreateIndex(name: "IX_servers_SeenAt", table: "servers", column: "SeenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "assessed_criteria");

            migrationBuilder.DropTable(name: "assessment_comments");

            migrationBuilder.DropTable(name: "comment_bank");

            migrationBuilder.DropTable(name: "installation");

            migrationBuilder.DropTable(name: "second_reviews");

            migrationBuilder.DropTable(name: "servers");

            migrationBuilder.DropTable(name: "assessments");

            migrationBuilder.DropIndex(name: "IX_conversations_SharedWith", table: "conversations");

            migrationBuilder.DropColumn(name: "NotifiedAt", table: "problems");

            migrationBuilder.DropColumn(name: "Rules", table: "conversations");

            migrationBuilder.DropColumn(name: "ScrubbedAt", table: "conversations");

            migrationBuilder.DropColumn(name: "SharedWith", table: "conversations");
        }
    }
}
