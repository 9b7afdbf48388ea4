namespace VirtualClient.Web.Tests.Access;

/// <summary>What everybody gets of the admin's room; the columns of <see cref="RouteMatrixTests"/>.</summary>
internal static class AdminRoutes
{
    public const string Table = """
        GET    /admin                                                       in        404     404   404     ok
        GET    /admin/health                                                in        404     404   404     ok
        GET    /admin/problems                                              in        404     404   404     ok
        POST   /admin/conversations/{id:guid}/student                       in        404     404   404     go
        POST   /admin/problems/{id:guid}/acknowledge                        in        404     404   404     404
        POST   /admin/routes/{name}/switch                                  in        404     404   404     go
        GET    /api/v1/admin/overview                                       401       403     403   403     ok
        GET    /api/v1/admin/conversations                                  401       403     403   403     ok
        POST   /api/v1/admin/conversations/{id:guid}/student                401       403     403   403     ok
        GET    /api/v1/admin/budgets                                        401       403     403   403     ok
        PUT    /api/v1/admin/budgets                                        401       403     403   403     422
        GET    /api/v1/admin/models                                         401       403     403   403     ok
        PUT    /api/v1/admin/models                                         401       403     403   403     ok
        GET    /api/v1/admin/prices                                         401       403     403   403     ok
        PUT    /api/v1/admin/prices                                         401       403     403   403     422
        GET    /api/v1/admin/prices/history                                 401       403     403   403     ok
        GET    /api/v1/admin/problems                                       401       403     403   403     ok
        POST   /api/v1/admin/problems/{id:guid}/acknowledge                 401       403     403   403     404
        GET    /api/v1/admin/usage                                          401       403     403   403     ok
        GET    /api/v1/admin/health                                         401       403     403   403     ok
        GET    /api/v1/admin/limits                                         401       403     403   403     ok
        PUT    /api/v1/admin/limits                                         401       403     403   403     409
        GET    /api/v1/admin/routes                                         401       403     403   403     ok
        POST   /api/v1/admin/routes/{name}/isolate                          401       403     403   403     404
        POST   /api/v1/admin/routes/{name}/restore                          401       403     403   403     404
        """;
}
