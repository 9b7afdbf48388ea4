using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DebriefsAndBranches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "BranchOf", table: "conversations", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<int>(name: "BranchTurn", table: "conversations", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "coached_turns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AfterTurn = table.Column<int>(type: "INTEGER", nullable: false),
                    Goal = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Wording = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coached_turns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_coached_turns_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "debriefs",
                columns: table => new
                {
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    View = table.Column<string>(type: "TEXT", nullable: true),
                    Felt = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Assumed = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Next = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CodeFirst = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_debriefs", x => x.ConversationId);
                    table.ForeignKey(
                        name: "FK_debriefs_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "own_labels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Instead = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ByHandFirst = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_labels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_own_labels_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_conversations_BranchOf", table: "conversations", column: "BranchOf");

            migrationBuilder.CreateIndex(
                name: "IX_coached_turns_ConversationId_AfterTurn",
                table: "coached_turns",
                columns: new[] { "ConversationId", "AfterTurn" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_own_labels_ConversationId_MessageId_Label",
                table: "own_labels",
                columns: new[] { "ConversationId", "MessageId", "Label" },
                unique: true
            );

            migrationBuilder.AddForeignKey(
                name: "FK_conversations_conversations_BranchOf",
                table: "conversations",
                column: "BranchOf",
                principalTable: "conversations",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "FK_conversations_conversations_BranchOf", table: "conversations");

            migrationBuilder.DropTable(name: "coached_turns");

            migrationBuilder.DropTable(name: "debriefs");

            migrationBuilder.DropTable(name: "own_labels");

            migrationBuilder.DropIndex(name: "IX_conversations_BranchOf", table: "conversations");

            migrationBuilder.DropColumn(name: "BranchOf", table: "conversations");

            migrationBuilder.DropColumn(name: "BranchTurn", table: "conversations");
        }
    }
}
