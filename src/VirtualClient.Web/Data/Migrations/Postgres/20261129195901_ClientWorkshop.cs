using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ClientWorkshop : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ConfirmedAt",
                table: "client_profiles",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsShared",
                table: "client_profiles",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "IssueCodes",
                table: "client_profiles",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PublishedAt",
                table: "client_profiles",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "client_profiles",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.CreateTable(
                name: "client_drafts",
                columns: table => new
                {
                    ClientProfileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    BasedOn = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_drafts", x => x.ClientProfileId);
                    table.ForeignKey(
                        name: "FK_client_drafts_client_profiles_ClientProfileId",
                        column: x => x.ClientProfileId,
                        principalTable: "client_profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "client_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientProfileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Persona = table.Column<string>(type: "text", nullable: false),
                    SavedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_client_versions_AspNetUsers_SavedBy",
                        column: x => x.SavedBy,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_client_versions_client_profiles_ClientProfileId",
                        column: x => x.ClientProfileId,
                        principalTable: "client_profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_client_versions_ClientProfileId_Number",
                table: "client_versions",
                columns: new[] { "ClientProfileId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_client_versions_SavedBy", table: "client_versions", column: "SavedBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "client_drafts");

            migrationBuilder.DropTable(name: "client_versions");

            migrationBuilder.DropColumn(name: "ConfirmedAt", table: "client_profiles");

            migrationBuilder.DropColumn(name: "IsShared", table: "client_profiles");

            migrationBuilder.DropColumn(name: "IssueCodes", table: "client_profiles");

            migrationBuilder.DropColumn(name: "PublishedAt", table: "client_profiles");

            migrationBuilder.DropColumn(name: "SearchText", table: "client_profiles");
        }
    }
}
