using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClientWorkshop : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "ConfirmedAt", table: "client_profiles", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsShared",
                table: "client_profiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "IssueCodes",
                table: "client_profiles",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<long>(name: "PublishedAt", table: "client_profiles", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "client_profiles",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.CreateTable(
                name: "client_drafts",
                columns: table => new
                {
                    ClientProfileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    BasedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientProfileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Persona = table.Column<string>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
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
