using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SpendingAndLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Flags",
                table: "messages",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(name: "InTest", table: "messages", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<Guid>(name: "SenderId", table: "messages", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<int>(name: "SenderNumber", table: "messages", type: "integer", nullable: true);

            migrationBuilder.CreateTable(
                name: "budget_holds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AmountNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    StudentId = table.Column<Guid>(type: "uuid", nullable: true),
                    SectionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Day = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Month = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                    Scope = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    SpentNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    HeldNanoUsd = table.Column<long>(type: "bigint", nullable: false),
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ConversationWarningNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    ConversationCriticalNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    DayNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    SectionMonthNanoUsd = table.Column<long>(type: "bigint", nullable: true),
                    StudentMonthNanoUsd = table.Column<long>(type: "bigint", nullable: true),
                    Exceptions = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: true),
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
                    Scope = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Mark = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SpentNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    MarkNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    StudentId = table.Column<Guid>(type: "uuid", nullable: true),
                    SectionId = table.Column<Guid>(type: "uuid", nullable: true),
                    TeacherId = table.Column<Guid>(type: "uuid", nullable: true),
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    MessagesPerMinute = table.Column<int>(type: "integer", nullable: true),
                    TestMessagesPerMinute = table.Column<int>(type: "integer", nullable: true),
                    MessagesPerHourForAll = table.Column<int>(type: "integer", nullable: true),
                    LiveReplies = table.Column<int>(type: "integer", nullable: true),
                    BuiltInVoiceWhenModelsFail = table.Column<bool>(type: "boolean", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    StudentRoute = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    TestRoute = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    AssessmentRoute = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    EffectiveAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    InputNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    OutputNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    CacheWriteNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    CacheWriteHourNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    CacheReadNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: false),
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
                    Route = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    OpenUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FailuresInARow = table.Column<int>(type: "integer", nullable: false),
                    Misconfigured = table.Column<bool>(type: "boolean", nullable: false),
                    LastError = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    LastErrorAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                    Hour = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeacherId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
                    Calls = table.Column<long>(type: "bigint", nullable: false),
                    FailedCalls = table.Column<long>(type: "bigint", nullable: false),
                    EstimatedCalls = table.Column<long>(type: "bigint", nullable: false),
                    InputTokens = table.Column<long>(type: "bigint", nullable: false),
                    OutputTokens = table.Column<long>(type: "bigint", nullable: false),
                    CacheWriteTokens = table.Column<long>(type: "bigint", nullable: false),
                    CacheReadTokens = table.Column<long>(type: "bigint", nullable: false),
                    CostNanoUsd = table.Column<long>(type: "bigint", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Route = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Failure = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    StatusCode = table.Column<int>(type: "integer", nullable: true),
                    InputTokens = table.Column<long>(type: "bigint", nullable: false),
                    OutputTokens = table.Column<long>(type: "bigint", nullable: false),
                    CacheWriteTokens = table.Column<long>(type: "bigint", nullable: false),
                    CacheWriteHourTokens = table.Column<long>(type: "bigint", nullable: false),
                    CacheReadTokens = table.Column<long>(type: "bigint", nullable: false),
                    Estimated = table.Column<bool>(type: "boolean", nullable: false),
                    CostNanoUsd = table.Column<long>(type: "bigint", nullable: false),
                    FirstTextMs = table.Column<long>(type: "bigint", nullable: true),
                    DurationMs = table.Column<long>(type: "bigint", nullable: false),
                    RequestId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    StudentId = table.Column<Guid>(type: "uuid", nullable: true),
                    TeacherId = table.Column<Guid>(type: "uuid", nullable: true),
                    SectionId = table.Column<Guid>(type: "uuid", nullable: true),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConversationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplyId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
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
