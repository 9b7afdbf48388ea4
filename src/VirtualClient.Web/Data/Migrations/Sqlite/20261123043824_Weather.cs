using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Weather : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Flags", table: "messages", type: "TEXT", maxLength: 200, nullable: true);

            migrationBuilder.AddColumn<bool>(name: "InTest", table: "messages", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<Guid>(name: "SenderId", table: "messages", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<int>(name: "SenderNumber", table: "messages", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "limits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    MessagesPerMinute = table.Column<int>(type: "INTEGER", nullable: true),
                    TestMessagesPerMinute = table.Column<int>(type: "INTEGER", nullable: true),
                    MessagesPerHourForAll = table.Column<int>(type: "INTEGER", nullable: true),
                    LiveReplies = table.Column<int>(type: "INTEGER", nullable: true),
                    BuiltInVoiceWhenModelsFail = table.Column<bool>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                    Route = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OpenUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    FailuresInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    Misconfigured = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    LastErrorAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
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
