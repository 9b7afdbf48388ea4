namespace VirtualClient.Web.Tests.Access;

/// <summary>The part of the table of <see cref="RouteMatrixTests"/> about assessments; the columns are the same.</summary>
internal static class AssessmentRoutes
{
    public const string Table = """
        GET    /sections/{id:guid}/levels                                   in        404     404   ok      404
        GET    /teaching/assignments/{id:guid}/drafts                       in        404     404   ok      404
        GET    /teaching/assignments/{id:guid}/gradebook                    in        404     404   ok      404
        GET    /teaching/assignments/{id:guid}/review                       in        404     404   ok      404
        POST   /teaching/assessments/{id:guid}/choose                       in        403     403   404     403
        POST   /teaching/assessments/{id:guid}/reopen                       in        go      go    go      go
        GET    /teaching/assignments/{id:guid}/second                       in        404     404   ok      404
        POST   /teaching/assessments/{id:guid}/second                       in        403     403   404     403
        GET    /api/v1/assessments/{id:guid}/second                         401       403     403   404     403
        POST   /api/v1/assessments/{id:guid}/second                         401       422     422   422     422
        POST   /teaching/assessments/{id:guid}/save                         in        403     403   404     403
        POST   /teaching/assignments/{id:guid}/drafts/run                   in        403     403   go      403
        POST   /teaching/assignments/{id:guid}/release                      in        403     403   go      403
        POST   /teaching/attempts/{id:guid}/draft                           in        403     403   404     403
        PATCH  /api/v1/assessments/{id:guid}                                401       400     400   400     400
        POST   /api/v1/assessments/{id:guid}/choose                         401       403     403   404     403
        POST   /api/v1/assessments/{id:guid}/comments                       401       422     422   422     422
        DELETE /api/v1/assessments/{id:guid}/comments/{commentId:guid}      401       403     403   404     403
        PUT    /api/v1/assessments/{id:guid}/criteria/{key}                 401       422     422   422     422
        POST   /api/v1/assessments/{id:guid}/release                        401       403     403   404     403
        POST   /api/v1/assessments/{id:guid}/reopen                         401       403     403   404     403
        GET    /api/v1/assignments/{id:guid}/agreement                      401       403     403   ok      403
        POST   /api/v1/assignments/{id:guid}/drafts                         401       403     403   ok      403
        GET    /api/v1/assignments/{id:guid}/drafts/forecast                401       403     403   ok      403
        GET    /api/v1/assignments/{id:guid}/gradebook                      401       403     403   ok      403
        GET    /api/v1/assignments/{id:guid}/gradebook.csv                  401       403     403   ok      403
        POST   /api/v1/assignments/{id:guid}/release                        401       403     403   ok      403
        GET    /api/v1/assignments/{id:guid}/review                         401       403     403   ok      403
        GET    /competencies                                                in        404     404   ok      ok
        GET    /api/v1/competencies                                         401       403     403   ok      ok
        GET    /api/v1/competencies.csv                                     401       403     403   ok      ok
        GET    /api/v1/comment-bank                                         401       ok      ok    ok      ok
        POST   /api/v1/comment-bank                                         401       ok      ok    ok      ok
        DELETE /api/v1/comment-bank/{id:guid}                               401       404     404   404     404
        GET    /api/v1/conversations/{id:guid}/assessment                   401       404     404   404     404
        POST   /api/v1/conversations/{id:guid}/assessment                   401       403     403   404     403
        POST   /api/v1/sections/{id:guid}/drafts                            401       403     403   ok      403
        GET    /api/v1/sections/{id:guid}/drafts/forecast                   401       403     403   ok      403
        GET    /api/v1/sections/{id:guid}/levels                            401       403     403   ok      403
        """;
}
