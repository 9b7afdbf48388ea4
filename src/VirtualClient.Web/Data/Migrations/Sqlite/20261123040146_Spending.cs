using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualClient.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Spending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(name: "IX_budget_holds_ExpiresAt", table: "budget_holds", column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_price_changes_Model_EffectiveAt_Id",
                table: "price_changes",
                columns: new[] { "Model", "EffectiveAt", "Id" }
            );

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

            migrationBuilder.DropTable(name: "model_defaults");

            migrationBuilder.DropTable(name: "price_changes");

            migrationBuilder.DropTable(name: "usage_hours");

            migrationBuilder.DropTable(name: "usage_records");
        }
    }
}
