namespace VirtualClient.Web.Tests.Access;

/// <summary>What everybody gets of the admin's room; the columns of <see cref="RouteMatrixTests"/>.</summary>
internal static class AdminRoutes
{
    public const string Table = """
        GET    /admin                                                       in        404     404   404     ok
        GET    /admin/health                                                in        404     404   404     ok
        GET    /admin/problems                                              in        404     404   404     ok
        POST   /admin/conversations/{id:guid}/student                       in        404     404   404     go
        POST   /admin/students/{id:guid}/show                               in        404     404   404     404
        POST   /api/v1/admin/students/{id:guid}/show                        401       403     403   403     404
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
        GET    /admin/spending                                              in        404     404   404     ok
        GET    /admin/spending/budgets                                      in        404     404   404     ok
        GET    /admin/spending/prices                                       in        404     404   404     ok
        GET    /admin/spending/projection                                   in        404     404   404     ok
        POST   /admin/spending/budgets/save                                 in        404     404   404     go
        POST   /admin/spending/budgets/exception                            in        404     404   404     go
        POST   /admin/spending/limits/save                                  in        404     404   404     go
        POST   /admin/spending/prices/save                                  in        404     404   404     go
        GET    /api/v1/admin/usage.csv                                      401       403     403   403     ok
        POST   /api/v1/admin/projection                                     401       403     403   403     422
        GET    /admin/people                                                in        404     404   404     ok
        GET    /admin/audit                                                 in        404     404   404     ok
        GET    /admin/people/{id:guid}                                      in        404     404   404     404
        POST   /admin/people/invite                                         in        404     404   404     go
        POST   /admin/people/{id:guid}/change                               in        404     404   404     go
        POST   /admin/people/{id:guid}/lock                                 in        404     404   404     404
        POST   /admin/people/{id:guid}/remove                               in        404     404   404     go
        POST   /admin/people/{id:guid}/sign-out                             in        404     404   404     404
        GET    /api/v1/admin/users                                          401       403     403   403     ok
        POST   /api/v1/admin/users                                          401       403     403   403     422
        GET    /api/v1/admin/users/{id:guid}                                401       403     403   403     404
        PATCH  /api/v1/admin/users/{id:guid}                                401       403     403   403     400
        POST   /api/v1/admin/users/{id:guid}/remove                         401       403     403   403     400
        POST   /api/v1/admin/users/{id:guid}/sign-out                       401       403     403   403     404
        GET    /api/v1/admin/audit                                          401       403     403   403     ok
        GET    /api/v1/admin/audit.csv                                      401       403     403   403     ok
        GET    /admin/settings                                              in        404     404   404     ok
        POST   /admin/settings/save                                         in        404     404   404     go
        POST   /admin/settings/preview                                      in        404     404   404     go
        POST   /admin/settings/model                                        in        404     404   404     go
        GET    /api/v1/admin/installation                                   401       403     403   403     ok
        PUT    /api/v1/admin/installation                                   401       403     403   403     409
        GET    /api/v1/admin/installation/old-words                         401       403     403   403     400
        GET    /api/v1/admin/settings                                       401       403     403   403     ok
        """;
}
