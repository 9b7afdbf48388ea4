using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DecidedAlone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "TakenBack", table: "assessments", type: "text", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "DecidedAlone", table: "assessed_criteria", type: "boolean", nullable: true);

            migrationBuilder.AddColumn<int>(name: "FirstPlace", table: "assessed_criteria", type: "integer", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "TakenBack", table: "assessments");

            migrationBuilder.DropColumn(name: "DecidedAlone", table: "assessed_criteria");

            migrationBuilder.DropColumn(name: "FirstPlace", table: "assessed_criteria");
        }
    }
}
