using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Classes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ArchivedAt",
                table: "sections",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "JoinCode",
                table: "sections",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "JoinCodeExpiresAt",
                table: "sections",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(name: "Version", table: "sections", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "ClockHidden",
                table: "enrollments",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "ExtraTime",
                table: "enrollments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "standard"
            );

            migrationBuilder.AddColumn<bool>(name: "Scribe", table: "enrollments", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<int>(name: "Version", table: "enrollments", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Input = table.Column<string>(type: "text", nullable: false),
                    Result = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeaseOwner = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_jobs_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "join_tries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_join_tries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_join_tries_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_sections_CreatedAt_Id", table: "sections", columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(name: "IX_sections_JoinCode", table: "sections", column: "JoinCode", unique: true);

            migrationBuilder.CreateIndex(name: "IX_jobs_OwnerId_CreatedAt", table: "jobs", columns: new[] { "OwnerId", "CreatedAt" });

            migrationBuilder.CreateIndex(name: "IX_jobs_State_CreatedAt", table: "jobs", columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(name: "IX_join_tries_UserId_At", table: "join_tries", columns: new[] { "UserId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "jobs");

            migrationBuilder.DropTable(name: "join_tries");

            migrationBuilder.DropIndex(name: "IX_sections_CreatedAt_Id", table: "sections");

            migrationBuilder.DropIndex(name: "IX_sections_JoinCode", table: "sections");

            migrationBuilder.DropColumn(name: "ArchivedAt", table: "sections");

            migrationBuilder.DropColumn(name: "JoinCode", table: "sections");

            migrationBuilder.DropColumn(name: "JoinCodeExpiresAt", table: "sections");

            migrationBuilder.DropColumn(name: "Version", table: "sections");

            migrationBuilder.DropColumn(name: "ClockHidden", table: "enrollments");

            migrationBuilder.DropColumn(name: "ExtraTime", table: "enrollments");

            migrationBuilder.DropColumn(name: "Scribe", table: "enrollments");

            migrationBuilder.DropColumn(name: "Version", table: "enrollments");
        }
    }
}
