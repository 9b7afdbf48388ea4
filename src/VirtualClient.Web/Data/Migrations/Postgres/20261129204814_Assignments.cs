using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Assignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_conversations_OwnerId_ClientProfileId_IsTest", table: "conversations");

            migrationBuilder.AddColumn<Guid>(name: "AssignmentId", table: "conversations", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<int>(name: "AttemptNumber", table: "conversations", type: "integer", nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DueAt",
                table: "conversations",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "GivenBackAt",
                table: "conversations",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "LongestMs", table: "conversations", type: "bigint", nullable: true);

            migrationBuilder.Sql("UPDATE \"conversations\" SET \"LongestMs\" = 7200000");

            migrationBuilder.AddColumn<Guid>(name: "PairId", table: "conversations", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Rubric", table: "conversations", type: "text", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "SectionId", table: "conversations", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<long>(name: "TimeLimitMs", table: "conversations", type: "bigint", nullable: true);

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AvailableFrom = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MaxAttempts = table.Column<int>(type: "integer", nullable: true),
                    Settings = table.Column<string>(type: "text", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assignments_sections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "sections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assignment_clients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientProfileId = table.Column<Guid>(type: "uuid", nullable: false),
                    RubricId = table.Column<Guid>(type: "uuid", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignment_clients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assignment_clients_assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_assignment_clients_client_profiles_ClientProfileId",
                        column: x => x.ClientProfileId,
                        principalTable: "client_profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_assignment_clients_rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assignment_extensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    StudentId = table.Column<Guid>(type: "uuid", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ExtraAttempts = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    GrantedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignment_extensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assignment_extensions_AspNetUsers_StudentId",
                        column: x => x.StudentId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_assignment_extensions_assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_conversations_AssignmentId", table: "conversations", column: "AssignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_OwnerId_ClientProfileId_IsTest",
                table: "conversations",
                columns: new[] { "OwnerId", "ClientProfileId", "IsTest" },
                unique: true,
                filter: "\"Status\" = 'active' AND \"PairId\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_conversations_OwnerId_PairId",
                table: "conversations",
                columns: new[] { "OwnerId", "PairId" },
                unique: true,
                filter: "\"Status\" = 'active' AND \"PairId\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_conversations_PairId_OwnerId_AttemptNumber",
                table: "conversations",
                columns: new[] { "PairId", "OwnerId", "AttemptNumber" },
                unique: true,
                filter: "\"PairId\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_conversations_SectionId", table: "conversations", column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_assignment_clients_AssignmentId_ClientProfileId",
                table: "assignment_clients",
                columns: new[] { "AssignmentId", "ClientProfileId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_assignment_clients_ClientProfileId",
                table: "assignment_clients",
                column: "ClientProfileId"
            );

            migrationBuilder.CreateIndex(name: "IX_assignment_clients_RubricId", table: "assignment_clients", column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_assignment_extensions_AssignmentId_StudentId",
                table: "assignment_extensions",
                columns: new[] { "AssignmentId", "StudentId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_assignment_extensions_StudentId", table: "assignment_extensions", column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_assignments_SectionId_CreatedAt",
                table: "assignments",
                columns: new[] { "SectionId", "CreatedAt" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "assignment_clients");

            migrationBuilder.DropTable(name: "assignment_extensions");

            migrationBuilder.DropTable(name: "assignments");

            migrationBuilder.DropIndex(name: "IX_conversations_AssignmentId", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_OwnerId_ClientProfileId_IsTest", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_OwnerId_PairId", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_PairId_OwnerId_AttemptNumber", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_SectionId", table: "conversations");

            migrationBuilder.DropColumn(name: "AssignmentId", table: "conversations");

            migrationBuilder.DropColumn(name: "AttemptNumber", table: "conversations");

            migrationBuilder.DropColumn(name: "DueAt", table: "conversations");

            migrationBuilder.DropColumn(name: "GivenBackAt", table: "conversations");

            migrationBuilder.DropColumn(name: "LongestMs", table: "conversations");

            migrationBuilder.DropColumn(name: "PairId", table: "conversations");

            migrationBuilder.DropColumn(name: "Rubric", table: "conversations");

            migrationBuilder.DropColumn(name: "SectionId", table: "conversations");

            migrationBuilder.DropColumn(name: "TimeLimitMs", table: "conversations");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_OwnerId_ClientProfileId_IsTest",
                table: "conversations",
                columns: new[] { "OwnerId", "ClientProfileId", "IsTest" },
                unique: true,
                filter: "\"Status\" = 'active'"
            );
        }
    }
}
