using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TeachingAndLearning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_conversations_OwnerId_ClientProfileId_IsTest", table: "conversations");

            migrationBuilder.AddColumn<long>(name: "ArchivedAt", table: "sections", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "JoinCode", table: "sections", type: "TEXT", maxLength: 8, nullable: true);

            migrationBuilder.AddColumn<long>(name: "JoinCodeExpiresAt", table: "sections", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<int>(name: "Version", table: "sections", type: "INTEGER", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "ClockHidden",
                table: "enrollments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "ExtraTime",
                table: "enrollments",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<bool>(name: "Scribe", table: "enrollments", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<int>(name: "Version", table: "enrollments", type: "INTEGER", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(name: "AssignmentId", table: "conversations", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<int>(name: "AttemptNumber", table: "conversations", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "BranchOf", table: "conversations", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<int>(name: "BranchTurn", table: "conversations", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "DueAt", table: "conversations", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "GivenBackAt", table: "conversations", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "LongestMs", table: "conversations", type: "INTEGER", nullable: true);

            // Conversations from before this had two hours of connected time, as those from now on have.
            migrationBuilder.Sql("UPDATE \"conversations\" SET \"LongestMs\" = 7200000");

            migrationBuilder.AddColumn<Guid>(name: "PairId", table: "conversations", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Rubric", table: "conversations", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "SectionId", table: "conversations", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "TimeLimitMs", table: "conversations", type: "INTEGER", nullable: true);

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
                name: "assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AvailableFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MaxAttempts = table.Column<int>(type: "INTEGER", nullable: true),
                    Settings = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assignments_sections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "sections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
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
                name: "critiques",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Better = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Proposal = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_critiques", x => x.Id);
                    table.ForeignKey(
                        name: "FK_critiques_conversations_ConversationId",
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
                name: "jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Input = table.Column<string>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseOwner = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_jobs_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "join_tries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_join_tries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_join_tries_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
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

            migrationBuilder.CreateTable(
                name: "principles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientProfileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CritiqueId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_principles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_principles_client_profiles_ClientProfileId",
                        column: x => x.ClientProfileId,
                        principalTable: "client_profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "rubrics",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TemplateKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    ArchivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rubrics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_rubrics_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assignment_extensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ExtraAttempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignment_extensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assignment_extensions_AspNetUsers_StudentId",
                        column: x => x.StudentId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_assignment_extensions_assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assignment_clients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientProfileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignment_clients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_assignment_clients_assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_assignment_clients_client_profiles_ClientProfileId",
                        column: x => x.ClientProfileId,
                        principalTable: "client_profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_assignment_clients_rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_sections_CreatedAt_Id", table: "sections", columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(name: "IX_sections_JoinCode", table: "sections", column: "JoinCode", unique: true);

            migrationBuilder.CreateIndex(name: "IX_conversations_AssignmentId", table: "conversations", column: "AssignmentId");

            migrationBuilder.CreateIndex(name: "IX_conversations_BranchOf", table: "conversations", column: "BranchOf");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_OwnerId_ClientProfileId_IsTest",
                table: "conversations",
                columns: new[] { "OwnerId", "ClientProfileId", "IsTest" },
                unique: true,
                filter: "\"Status\" = 'active' AND \"PairId\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_conversations_OwnerId_PairId",
                table: "conversations",
                columns: new[] { "OwnerId", "PairId" },
                unique: true,
                filter: "\"Status\" = 'active' AND \"PairId\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_conversations_PairId_OwnerId_AttemptNumber",
                table: "conversations",
                columns: new[] { "PairId", "OwnerId", "AttemptNumber" },
                unique: true,
                filter: "\"PairId\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_conversations_SectionId", table: "conversations", column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_assignment_clients_AssignmentId_ClientProfileId",
                table: "assignment_clients",
                columns: new[] { "AssignmentId", "ClientProfileId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_assignment_clients_ClientProfileId",
                table: "assignment_clients",
                column: "ClientProfileId"
            );

            migrationBuilder.CreateIndex(name: "IX_assignment_clients_RubricId", table: "assignment_clients", column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_assignment_extensions_AssignmentId_StudentId",
                table: "assignment_extensions",
                columns: new[] { "AssignmentId", "StudentId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_assignment_extensions_StudentId", table: "assignment_extensions", column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_assignments_SectionId_CreatedAt",
                table: "assignments",
                columns: new[] { "SectionId", "CreatedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_client_versions_ClientProfileId_Number",
                table: "client_versions",
                columns: new[] { "ClientProfileId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_client_versions_SavedBy", table: "client_versions", column: "SavedBy");

            migrationBuilder.CreateIndex(
                name: "IX_coached_turns_ConversationId_AfterTurn",
                table: "coached_turns",
                columns: new[] { "ConversationId", "AfterTurn" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_critiques_ConversationId_At",
                table: "critiques",
                columns: new[] { "ConversationId", "At" }
            );

            migrationBuilder.CreateIndex(name: "IX_jobs_OwnerId_CreatedAt", table: "jobs", columns: new[] { "OwnerId", "CreatedAt" });

            migrationBuilder.CreateIndex(name: "IX_jobs_State_CreatedAt", table: "jobs", columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(name: "IX_join_tries_UserId_At", table: "join_tries", columns: new[] { "UserId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_own_labels_ConversationId_MessageId_Label",
                table: "own_labels",
                columns: new[] { "ConversationId", "MessageId", "Label" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_principles_ClientProfileId", table: "principles", column: "ClientProfileId");

            migrationBuilder.CreateIndex(name: "IX_rubrics_OwnerId_UpdatedAt", table: "rubrics", columns: new[] { "OwnerId", "UpdatedAt" });

            migrationBuilder.CreateIndex(name: "IX_rubrics_TemplateKey", table: "rubrics", column: "TemplateKey", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "assignment_clients");

            migrationBuilder.DropTable(name: "assignment_extensions");

            migrationBuilder.DropTable(name: "client_drafts");

            migrationBuilder.DropTable(name: "client_versions");

            migrationBuilder.DropTable(name: "coached_turns");

            migrationBuilder.DropTable(name: "critiques");

            migrationBuilder.DropTable(name: "debriefs");

            migrationBuilder.DropTable(name: "jobs");

            migrationBuilder.DropTable(name: "join_tries");

            migrationBuilder.DropTable(name: "own_labels");

            migrationBuilder.DropTable(name: "principles");

            migrationBuilder.DropTable(name: "rubrics");

            migrationBuilder.DropTable(name: "assignments");

            migrationBuilder.DropIndex(name: "IX_sections_CreatedAt_Id", table: "sections");

            migrationBuilder.DropIndex(name: "IX_sections_JoinCode", table: "sections");

            migrationBuilder.DropIndex(name: "IX_conversations_AssignmentId", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_BranchOf", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_OwnerId_ClientProfileId_IsTest", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_OwnerId_PairId", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_PairId_OwnerId_AttemptNumber", table: "conversations");

            migrationBuilder.DropIndex(name: "IX_conversations_SectionId", table: "conversations");

            migrationBuilder.DropColumn(name: "ArchivedAt", table: "sections");

            migrationBuilder.DropColumn(name: "JoinCode", table: "sections");

            migrationBuilder.DropColumn(name: "JoinCodeExpiresAt", table: "sections");

            migrationBuilder.DropColumn(name: "Version", table: "sections");

            migrationBuilder.DropColumn(name: "ClockHidden", table: "enrollments");

            migrationBuilder.DropColumn(name: "ExtraTime", table: "enrollments");

            migrationBuilder.DropColumn(name: "Scribe", table: "enrollments");

            migrationBuilder.DropColumn(name: "Version", table: "enrollments");

            migrationBuilder.DropColumn(name: "AssignmentId", table: "conversations");

            migrationBuilder.DropColumn(name: "AttemptNumber", table: "conversations");

            migrationBuilder.DropColumn(name: "BranchOf", table: "conversations");

            migrationBuilder.DropColumn(name: "BranchTurn", table: "conversations");

            migrationBuilder.DropColumn(name: "DueAt", table: "conversations");

            migrationBuilder.DropColumn(name: "GivenBackAt", table: "conversations");

            migrationBuilder.DropColumn(name: "LongestMs", table: "conversations");

            migrationBuilder.DropColumn(name: "PairId", table: "conversations");

            migrationBuilder.DropColumn(name: "Rubric", table: "conversations");

            migrationBuilder.DropColumn(name: "SectionId", table: "conversations");

            migrationBuilder.DropColumn(name: "TimeLimitMs", table: "conversations");

            migrationBuilder.DropColumn(name: "ConfirmedAt", table: "client_profiles");

            migrationBuilder.DropColumn(name: "IsShared", table: "client_profiles");

            migrationBuilder.DropColumn(name: "IssueCodes", table: "client_profiles");

            migrationBuilder.DropColumn(name: "PublishedAt", table: "client_profiles");

            migrationBuilder.DropColumn(name: "SearchText", table: "client_profiles");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_OwnerId_ClientProfileId_IsTest",
                table: "conversations",
                columns: new[] { "OwnerId", "ClientProfileId", "IsTest" },
                unique: true,
                filter: "\"Status\" = 'active'"
            );
        }
    }
}
