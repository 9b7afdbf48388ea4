using Microsoft.EntityFrameworkCore.Migrations;

namespace VirtualClient.Web.Data.Migrations;

/// <summary>
/// Lets the database itself refuse to change or delete what is in the audit log. Nothing of the program does either: retention and erasure leave
/// the log as it is. A later migration for SQLite that makes the table anew has to add this again; a test fails when it does not.
/// </summary>
internal static class AuditGuard
{
    public static void Add(MigrationBuilder migration)
    {
        if (migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            foreach (var (name, verb) in new[] { ("audit_log_no_update", "update"), ("audit_log_no_delete", "delete") })
            {
                migration.Sql(
                    $"create trigger {name} before {verb} on audit_log begin select raise(abort, 'audit_log is append-only'); end;"
                );
            }

            return;
        }

        migration.Sql(
            """
            create function audit_log_append_only() returns trigger language plpgsql as
            $$ begin raise exception 'audit_log is append-only'; end $$;
            create trigger audit_log_no_change before update or delete on audit_log
              for each row execute function audit_log_append_only();
            create trigger audit_log_no_truncate before truncate on audit_log
              for each statement execute function audit_log_append_only();
            """
        );
    }

    public static void Remove(MigrationBuilder migration) =>
        migration.Sql(
            migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)
                ? "drop trigger audit_log_no_update; drop trigger audit_log_no_delete;"
                : """
                drop trigger audit_log_no_change on audit_log;
                drop trigger audit_log_no_truncate on audit_log;
                drop function audit_log_append_only();
                """
        );
}
