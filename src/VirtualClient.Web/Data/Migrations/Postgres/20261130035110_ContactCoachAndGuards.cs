using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContactCoachAndGuards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_conversations_Status_LastActivityAt", table: "conversations");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ContactAskedAt",
                table: "enrollments",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "ByModel",
                table: "coached_turns",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateIndex(
                name: "first_text_of_replies",
                table: "usage_records",
                columns: new[] { "Purpose", "At", "FirstTextMs" },
                filter: "\"FirstTextMs\" is not null"
            );

            migrationBuilder.CreateIndex(
                name: "IX_conversations_Status_LastActivityAt_StartedAt_Id",
                table: "conversations",
                columns: new[] { "Status", "LastActivityAt", "StartedAt", "Id" }
            );

            AuditGuard.Add(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AuditGuard.Remove(migrationBuilder);

            migrationBuilder.DropIndex(name: "first_text_of_replies", table: "usage_records");

            migrationBuilder.DropIndex(name: "IX_conversations_Status_LastActivityAt_StartedAt_Id", table: "conversations");

            migrationBuilder.DropColumn(name: "ContactAskedAt", table: "enrollments");

            migrationBuilder.DropColumn(name: "ByModel", table: "coached_turns");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_Status_LastActivityAt",
                table: "conversations",
                columns: new[] { "Status", "LastActivityAt" }
            );
        }
    }
}
