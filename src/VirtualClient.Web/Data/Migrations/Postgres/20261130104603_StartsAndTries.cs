using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StartsAndTries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "Tries", table: "jobs", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "prepared_by",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Build = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prepared_by", x => x.Id);
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "prepared_by");

            migrationBuilder.DropColumn(name: "Tries", table: "jobs");
        }
    }
}
