using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AdminRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NotifiedAt",
                table: "problems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ScrubbedAt",
                table: "conversations",
                type: "timestamp with time zone",
                nullable: true);

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
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation", x => x.Id);
                });

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
                    Routes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_servers_SeenAt",
                table: "servers",
                column: "SeenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "installation");

            migrationBuilder.DropTable(
                name: "servers");

            migrationBuilder.DropColumn(
                name: "NotifiedAt",
                table: "problems");

            migrationBuilder.DropColumn(
                name: "ScrubbedAt",
                table: "conversations");
        }
    }
}
