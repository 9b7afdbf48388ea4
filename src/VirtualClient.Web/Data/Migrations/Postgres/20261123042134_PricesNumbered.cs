using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PricesNumbered : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "Number", table: "price_changes", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<long>(name: "MarkNanoUsd", table: "cost_alerts", type: "bigint", nullable: false, defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(name: "SectionId", table: "cost_alerts", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<long>(name: "SpentNanoUsd", table: "cost_alerts", type: "bigint", nullable: false, defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(name: "StudentId", table: "cost_alerts", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "TeacherId", table: "cost_alerts", type: "uuid", nullable: true);

            migrationBuilder.CreateIndex(name: "IX_price_changes_Number", table: "price_changes", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_cost_alerts_TeacherId_At", table: "cost_alerts", columns: new[] { "TeacherId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_price_changes_Number", table: "price_changes");

            migrationBuilder.DropIndex(name: "IX_cost_alerts_TeacherId_At", table: "cost_alerts");

            migrationBuilder.DropColumn(name: "Number", table: "price_changes");

            migrationBuilder.DropColumn(name: "MarkNanoUsd", table: "cost_alerts");

            migrationBuilder.DropColumn(name: "SectionId", table: "cost_alerts");

            migrationBuilder.DropColumn(name: "SpentNanoUsd", table: "cost_alerts");

            migrationBuilder.DropColumn(name: "StudentId", table: "cost_alerts");

            migrationBuilder.DropColumn(name: "TeacherId", table: "cost_alerts");
        }
    }
}
