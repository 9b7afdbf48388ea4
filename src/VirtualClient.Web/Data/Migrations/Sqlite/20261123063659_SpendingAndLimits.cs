using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SpendingAndLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Flags", table: "messages", type: "TEXT", maxLength: 200, nullable: true);

            migrationBuilder.AddColumn<bool>(name: "InTest", table: "messages", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<Guid>(name: "SenderId", table: "messages", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<int>(name: "SenderNumber", table: "messages", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "budget_holds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AmountNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Day = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_holds", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "budget_periods",
                columns: table => new
                {
                    Scope = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ScopeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    SpentNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    HeldNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_budget_periods",
                        x => new
                        {
                            x.Scope,
                            x.ScopeId,
                            x.Period,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "budgets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ConversationWarningNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationCriticalNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    DayNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    SectionMonthNanoUsd = table.Column<long>(type: "INTEGER", nullable: true),
                    StudentMonthNanoUsd = table.Column<long>(type: "INTEGER", nullable: true),
                    Exceptions = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budgets", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "cost_alerts",
                columns: table => new
                {
                    Scope = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ScopeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Mark = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SpentNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    MarkNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TeacherId = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_cost_alerts",
                        x => new
                        {
                            x.Scope,
                            x.ScopeId,
                            x.Period,
                            x.Mark,
                        }
                    );
                }
            );

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
                name: "model_defaults",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    StudentRoute = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    TestRoute = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AssessmentRoute = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_model_defaults", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "price_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EffectiveAt = table.Column<long>(type: "INTEGER", nullable: false),
                    InputNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    OutputNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    CacheWriteNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    CacheWriteHourNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    CacheReadNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_price_changes", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "usage_hours",
                columns: table => new
                {
                    Hour = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeacherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsTest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Calls = table.Column<long>(type: "INTEGER", nullable: false),
                    FailedCalls = table.Column<long>(type: "INTEGER", nullable: false),
                    EstimatedCalls = table.Column<long>(type: "INTEGER", nullable: false),
                    InputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    OutputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    CacheWriteTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    CacheReadTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    CostNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_usage_hours",
                        x => new
                        {
                            x.Hour,
                            x.Purpose,
                            x.Model,
                            x.SectionId,
                            x.TeacherId,
                            x.IsTest,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "usage_records",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    StatusCode = table.Column<int>(type: "INTEGER", nullable: true),
                    InputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    OutputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    CacheWriteTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    CacheWriteHourTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    CacheReadTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    Estimated = table.Column<bool>(type: "INTEGER", nullable: false),
                    CostNanoUsd = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstTextMs = table.Column<long>(type: "INTEGER", nullable: true),
                    DurationMs = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TeacherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsTest = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_usage_records", x => x.Id);
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

            migrationBuilder.CreateIndex(name: "IX_budget_holds_ExpiresAt", table: "budget_holds", column: "ExpiresAt");

            migrationBuilder.CreateIndex(name: "IX_cost_alerts_TeacherId_At", table: "cost_alerts", columns: new[] { "TeacherId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_price_changes_Model_EffectiveAt_Id",
                table: "price_changes",
                columns: new[] { "Model", "EffectiveAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_price_changes_Number", table: "price_changes", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_usage_records_At_Id", table: "usage_records", columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(name: "IX_usage_records_ConversationId", table: "usage_records", column: "ConversationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "budget_holds");

            migrationBuilder.DropTable(name: "budget_periods");

            migrationBuilder.DropTable(name: "budgets");

            migrationBuilder.DropTable(name: "cost_alerts");

            migrationBuilder.DropTable(name: "limits");

            migrationBuilder.DropTable(name: "model_defaults");

            migrationBuilder.DropTable(name: "price_changes");

            migrationBuilder.DropTable(name: "route_circuits");

            migrationBuilder.DropTable(name: "usage_hours");

            migrationBuilder.DropTable(name: "usage_records");

            migrationBuilder.DropIndex(name: "IX_messages_SenderId_SenderNumber", table: "messages");

            migrationBuilder.DropIndex(name: "sent_by_students", table: "messages");

            migrationBuilder.DropColumn(name: "Flags", table: "messages");

            migrationBuilder.DropColumn(name: "InTest", table: "messages");

            migrationBuilder.DropColumn(name: "SenderId", table: "messages");

            migrationBuilder.DropColumn(name: "SenderNumber", table: "messages");
        }
    }
}
