using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Weather : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Flags",
                table: "messages",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(name: "InTest", table: "messages", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<Guid>(name: "SenderId", table: "messages", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<int>(name: "SenderNumber", table: "messages", type: "integer", nullable: true);

            migrationBuilder.CreateTable(
                name: "limits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    MessagesPerMinute = table.Column<int>(type: "integer", nullable: true),
                    TestMessagesPerMinute = table.Column<int>(type: "integer", nullable: true),
                    MessagesPerHourForAll = table.Column<int>(type: "integer", nullable: true),
                    LiveReplies = table.Column<int>(type: "integer", nullable: true),
                    BuiltInVoiceWhenModelsFail = table.Column<bool>(type: "boolean", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_limits", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "route_circuits",
                columns: table => new
                {
                    Route = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    OpenUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FailuresInARow = table.Column<int>(type: "integer", nullable: false),
                    Misconfigured = table.Column<bool>(type: "boolean", nullable: false),
                    LastError = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    LastErrorAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_route_circuits", x => x.Route);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_messages_SenderId_SenderNumber",
                table: "messages",
                columns: new[] { "SenderId", "SenderNumber" },
                unique: true,
                filter: "\"SenderId\" is not null"
            );

            migrationBuilder.CreateIndex(
                name: "sent_by_students",
                table: "messages",
                column: "SentAt",
                filter: "\"SenderId\" is not null and not \"InTest\""
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "limits");

            migrationBuilder.DropTable(name: "route_circuits");

            migrationBuilder.DropIndex(name: "IX_messages_SenderId_SenderNumber", table: "messages");

            migrationBuilder.DropIndex(name: "sent_by_students", table: "messages");

            migrationBuilder.DropColumn(name: "Flags", table: "messages");

            migrationBuilder.DropColumn(name: "InTest", table: "messages");

            migrationBuilder.DropColumn(name: "SenderId", table: "messages");

            migrationBuilder.DropColumn(name: "SenderNumber", table: "messages");
        }
    }
}
