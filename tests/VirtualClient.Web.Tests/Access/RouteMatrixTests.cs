using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Access;

/// <summary>Every route the program has, asked by everybody. A new route fails here until it has a line in the table.</summary>
public sealed class RouteMatrixTests(EveryTest every)
{
    /// <summary>
    /// What each gets: ok; in = sent to sign-in; go = done and sent to the next page; else the status. "Student" holds the conversation
    /// that the address names, "other" is another student.
    /// </summary>
    private const string Table = """
        route                                                               anonymous student other teacher admin
        GET    /                                                            in        ok      ok    ok      ok
        GET    /_framework/opaque-redirect                                  in        400     400   400     400
        GET    /{**path:file}                                               in        404     404   404     404
        HEAD   /{**path:file}                                               in        405     405   405     405
        GET    /accessibility                                               ok        ok      ok    ok      ok
        GET    /assignments                                                 in        ok      ok    404     404
        GET    /assignments/{id:guid}                                       in        ok      404   404     404
        GET    /assignments/{id:guid}/clients/{clientId:guid}               in        ok      404   404     404
        GET    /clients                                                     in        404     404   ok      404
        GET    /clients/import                                              in        404     404   ok      404
        GET    /clients/new                                                 in        404     404   ok      404
        GET    /clients/{id:guid}                                           in        404     404   ok      404
        GET    /clients/{id:guid}/check                                     in        404     404   404     404
        GET    /clients/{id:guid}/versions                                  in        404     404   404     404
        GET    /conversations/{id:guid}                                     in        ok      404   404     404
        GET    /conversations/{id:guid}/compare                             in        409     404   404     404
        GET    /conversations/{id:guid}/debrief                             in        ok      404   404     404
        GET    /conversations/{id:guid}/record                              in        ok      404   404     404
        GET    /conversations/{id:guid}/replies/{ReplyId:guid}/critique     in        404   404   404     404
        GET    /conversations/{id:guid}/test-panel                          in        404   404   404     404
        GET    /conversations/{id:guid}/test-settings                       in        404   404   404     404
        GET    /error                                                       ok        ok      ok    ok      ok
        GET    /first-admin                                                 ok        ok      ok    ok      ok
        GET    /health/live                                                 ok        ok      ok    ok      ok
        GET    /health/ready                                                ok        ok      ok    ok      ok
        GET    /help                                                        ok        ok      ok    ok      ok
        GET    /history                                                     in        ok      ok    go      ok
        GET    /invitation                                                  ok        ok      ok    ok      ok
        GET    /jobs                                                        in        ok      ok    ok      ok
        GET    /join                                                        in        ok      ok    404     404
        GET    /not-found                                                   ok        ok      ok    ok      ok
        GET    /openapi/{documentName}.json                                 ok        ok      ok    ok      ok
        GET    /practice                                                    in        ok      ok    404     404
        GET    /practice/{id:guid}                                          in        ok      ok    404     404
        GET    /privacy                                                     ok        ok      ok    ok      ok
        GET    /progress                                                    in        ok      ok    404     404
        GET    /your-data                                                   in        ok      ok    ok      ok
        POST   /your-data/erase                                             in        go      go    go      go
        GET    /profile                                                     in        ok      ok    ok      ok
        GET    /rubrics                                                     in        404     404   ok      404
        GET    /rubrics/import                                              in        404     404   ok      404
        GET    /rubrics/new                                                 in        404     404   ok      404
        GET    /rubrics/{id:guid}                                           in        404     404   404     404
        GET    /sections                                                    in        404     404   ok      404
        GET    /sections/new                                                in        404     404   ok      404
        GET    /sections/{id:guid}                                          in        404     404   ok      404
        GET    /sections/{id:guid}/import                                   in        404     404   ok      404
        GET    /sections/{id:guid}/import/{jobId:guid}                      in        404     404   404     404
        GET    /sections/{id:guid}/people/{userId:guid}                     in        404     404   ok      404
        GET    /sections/{id:guid}/roster                                   in        404     404   ok      404
        GET    /sections/{id:guid}/settings                                 in        404     404   ok      404
        GET    /sign-in                                                     ok        ok      ok    ok      ok
        GET    /tests                                                       in        404   404   ok      404
        GET    /tests/compare                                               in        404   404   ok      404
        GET    /tests/{id:guid}                                             in        404   404   404     404
        GET    /teaching/assignments/{id:guid}                              in        404     404   ok      404
        GET    /teaching/sections/{id:guid}/copy                            in        404     404   ok      404
        GET    /teaching/sections/{id:guid}/new                             in        404     404   ok      404
        GET    /ui-gallery                                                  ok        ok      ok    ok      ok
        GET    /ui-gallery/{screen}                                         ok        ok      ok    ok      ok

        POST   /accounts/demo                                               go        go      go    go      go
        POST   /accounts/first-admin                                        go        go      go    go      go
        POST   /accounts/invitation                                         go        go      go    go      go
        POST   /accounts/profile                                            in        go      go    go      go
        POST   /accounts/sign-in                                            go        go      go    go      go
        POST   /accounts/sign-out-everywhere                                in        go      go    go      go
        POST   /clients/import                                              in        404     404   400     404
        POST   /clients/import/confirm                                      in        404     404   422     404
        POST   /clients/new                                                 in        404     404   422     404
        POST   /clients/{id:guid}/archive                                   in        404     404   404     404
        POST   /clients/{id:guid}/delete                                    in        404     404   404     404
        POST   /clients/{id:guid}/duplicate                                 in        404     404   go      404
        POST   /clients/{id:guid}/edit                                      in        404     404   404     404
        POST   /clients/{id:guid}/publish                                   in        404     404   404     404
        POST   /clients/{id:guid}/restore                                   in        404     404   404     404
        POST   /clients/{id:guid}/versions/{number:int}/restore             in        404     404   404     404
        POST   /conversations/start                                         in        go      go    403     403
        POST   /conversations/{id:guid}/branch                              in        go      404   404     404
        POST   /conversations/{id:guid}/own-view                            in        go      404   404     404
        POST   /conversations/{id:guid}/reflection                          in        go      404   404     404
        POST   /conversations/{id:guid}/see-differently                     in        go      404   404     404
        POST   /conversations/{id:guid}/coach                               in        go      404   404     404
        POST   /conversations/{id:guid}/clock                               in        go      go    go      go
        POST   /conversations/{id:guid}/copy-client                         in        404   404   404     404
        POST   /conversations/{id:guid}/critique                            in        404   404   404     404
        POST   /conversations/{id:guid}/end                                 in        go      404   404     404
        POST   /conversations/{id:guid}/keep-principle                      in        404   404   go      404
        POST   /conversations/{id:guid}/notes                               in        go      404   404     404
        POST   /conversations/{id:guid}/principle                           in        404   404   go      404
        POST   /conversations/{id:guid}/restart                             in        404   404   404     404
        POST   /conversations/{id:guid}/retry                               in        go      404   404     404
        POST   /conversations/{id:guid}/say                                 in        go      404   404     404
        POST   /conversations/{id:guid}/step-out                            in        go      go    go      go
        POST   /conversations/{id:guid}/stop                                in        go      404   404     404
        POST   /conversations/{id:guid}/test-settings                       in        404   404   404     404
        POST   /conversations/{id:guid}/tell                                in        go      404   404     404
        POST   /conversations/{id:guid}/withdraw                            in        go      404   404     404
        POST   /join/go                                                     in        go      go    404     404
        POST   /rubrics/import/look                                         in        404     404   422     404
        POST   /rubrics/import/take                                         in        404     404   422     404
        POST   /rubrics/new/edit                                            in        404     404   ok      404
        POST   /rubrics/{id:guid}/archive                                   in        404     404   404     404
        POST   /rubrics/{id:guid}/delete                                    in        404     404   404     404
        POST   /rubrics/{id:guid}/duplicate                                 in        404     404   404     404
        POST   /rubrics/{id:guid}/edit                                      in        404     404   404     404
        POST   /rubrics/{id:guid}/restore                                   in        404     404   404     404
        POST   /sections/create                                             in        404     404   go      404
        POST   /sections/{id:guid}/archive                                  in        403     403   go      403
        POST   /sections/{id:guid}/change                                   in        403     403   go      403
        POST   /sections/{id:guid}/contact/{userId:guid}/answered           in        403     403   go      403
        POST   /sections/{id:guid}/delete                                   in        403     403   go      403
        POST   /sections/{id:guid}/enroll                                   in        403     403   go      403
        POST   /sections/{id:guid}/import/look                              in        403     403   go      403
        POST   /sections/{id:guid}/import/{jobId:guid}/go                   in        404     404   404     404
        POST   /sections/{id:guid}/join-code                                in        403     403   go      403
        POST   /sections/{id:guid}/people/{userId:guid}/change              in        403     403   go      403
        POST   /sections/{id:guid}/people/{userId:guid}/remove              in        403     403   go      403
        POST   /sign-out                                                    in        go      go    go      go
        POST   /teaching/assignments/{id:guid}/clients                      in        403     403   go      403
        POST   /teaching/assignments/{id:guid}/delete                       in        403     403   go      403
        POST   /teaching/assignments/{id:guid}/extend                       in        403     403   404     403
        POST   /teaching/assignments/{id:guid}/publish                      in        403     403   go      403
        POST   /teaching/assignments/{id:guid}/save                         in        403     403   go      403
        POST   /teaching/attempts/{id:guid}/give-back                       in        403     403   404     403
        POST   /teaching/sections/{id:guid}/copy/go                         in        403     403   go      403
        POST   /teaching/sections/{id:guid}/create                          in        403     403   go      403
        POST   /theme                                                       go        go      go    go      go

        POST   /api/v1/accounts/tokens                                      422       422     422   422     422
        POST   /api/v1/accounts/tokens/refresh                              401       401     401   401     401
        GET    /api/v1/assignments                                          401       403     403   ok      403
        GET    /api/v1/assignments/{id:guid}                                401       403     403   ok      403
        PATCH  /api/v1/assignments/{id:guid}                                401       403     403   409     403
        DELETE /api/v1/assignments/{id:guid}                                401       403     403   409     403
        GET    /api/v1/assignments/{id:guid}/clients                        401       403     403   ok      403
        POST   /api/v1/assignments/{id:guid}/clients                        401       403     403   ok      403
        POST   /api/v1/assignments/{id:guid}/clients/bulk                   401       403     403   ok      403
        PUT    /api/v1/assignments/{id:guid}/clients/{clientId:guid}        401       403     403   409     403
        DELETE /api/v1/assignments/{id:guid}/clients/{clientId:guid}        401       403     403   409     403
        GET    /api/v1/assignments/{id:guid}/extensions/{studentId:guid}    401       403     403   ok      403
        PUT    /api/v1/assignments/{id:guid}/extensions/{studentId:guid}    401       403     403   409     403
        GET    /api/v1/assignments/{id:guid}/forecast                       401       403     403   ok      403
        POST   /api/v1/assignments/{id:guid}/publish                        401       403     403   ok      403
        POST   /api/v1/assignments/{id:guid}/unpublish                      401       403     403   ok      403
        GET    /api/v1/clients                                              401       403     403   ok      403
        GET    /api/v1/clients/templates                                    401       403     403   ok      403
        POST   /api/v1/clients/from-template                                401       403     403   ok      403
        POST   /api/v1/clients                                              401       403     403   422     403
        POST   /api/v1/clients/import                                       401       403     403   422     403
        POST   /api/v1/clients/validate                                     401       403     403   ok      403
        GET    /api/v1/clients/{id:guid}                                    401       403     403   ok      403
        PATCH  /api/v1/clients/{id:guid}                                    401       403     403   404     403
        DELETE /api/v1/clients/{id:guid}                                    401       403     403   404     403
        POST   /api/v1/clients/{id:guid}/archive                            401       403     403   404     403
        GET    /api/v1/clients/{id:guid}/check                              401       403     403   404     403
        PUT    /api/v1/clients/{id:guid}/draft                              401       403     403   404     403
        POST   /api/v1/clients/{id:guid}/duplicate                          401       403     403   ok      403
        GET    /api/v1/clients/{id:guid}/export                             401       403     403   ok      403
        GET    /api/v1/clients/{id:guid}/principles                         401       403   403   409     403
        POST   /api/v1/clients/{id:guid}/principles                         401       403   403   409     403
        PATCH  /api/v1/clients/{id:guid}/principles/{principleId:guid}      401       403   403   409     403
        GET    /api/v1/clients/{id:guid}/prompt                             401       403     403   ok      403
        POST   /api/v1/clients/{id:guid}/publish                            401       403     403   404     403
        POST   /api/v1/clients/{id:guid}/restore                            401       403     403   404     403
        GET    /api/v1/clients/{id:guid}/versions                           401       403     403   404     403
        GET    /api/v1/clients/{id:guid}/versions/{number:int}              401       403     403   404     403
        POST   /api/v1/clients/{id:guid}/versions/{number:int}/restore      401       403     403   404     403
        GET    /api/v1/conversations                                        401       ok      ok    ok      ok
        POST   /api/v1/conversations                                        401       ok      ok    403     403
        GET    /api/v1/conversations/{id:guid}                              401       ok      404   404     404
        POST   /api/v1/conversations/{id:guid}/branch                       401       422     422   422     422
        POST   /api/v1/conversations/{id:guid}/coach                        401       ok      404   404     404
        GET    /api/v1/conversations/{id:guid}/debrief                      401       409     404   404     404
        POST   /api/v1/conversations/{id:guid}/own-labels                   401       422     422   422     422
        GET    /api/v1/conversations/{id:guid}/own-view                     401       ok      404   404     404
        PUT    /api/v1/conversations/{id:guid}/own-view                     401       409     404   404     404
        PUT    /api/v1/conversations/{id:guid}/reflection                   401       409     404   404     404
        GET    /api/v1/conversations/{id:guid}/test                         401       403       403   404     403
        GET    /api/v1/tests                                                401       403       403   ok      403
        GET    /api/v1/tests/compare                                        401       403       403   400     403
        POST   /api/v1/conversations/{id:guid}/copy-client                  401       403   403   404     403
        POST   /api/v1/conversations/{id:guid}/end                          401       ok      404   404     404
        GET    /api/v1/conversations/{id:guid}/events                       401       ok      404   404     404
        GET    /api/v1/conversations/{id:guid}/export.md                    401       ok      404   404     404
        POST   /api/v1/conversations/{id:guid}/give-back                    401       403     403   404     403
        GET    /api/v1/conversations/{id:guid}/messages                     401       ok      404   404     404
        POST   /api/v1/conversations/{id:guid}/messages                     401       ok      404   404     404
        PUT    /api/v1/conversations/{id:guid}/notes                        401       ok      404   404     404
        POST   /api/v1/conversations/{id:guid}/replies/{replyId:guid}/critique 401       403   403   404     403
        POST   /api/v1/conversations/{id:guid}/replies/{replyId:guid}/retry 401       409     404   404     404
        POST   /api/v1/conversations/{id:guid}/restart                      401       403   403   404     403
        POST   /api/v1/conversations/{id:guid}/settings                     401       403   403   404     403
        POST   /api/v1/conversations/{id:guid}/stop                         401       ok      404   404     404
        GET    /api/v1/jobs                                                 401       ok      ok    ok      ok
        GET    /api/v1/jobs/{id:guid}                                       401       404     404   404     404
        GET    /api/v1/me                                                   401       ok      ok    ok      ok
        PATCH  /api/v1/me                                                   401       ok      ok    ok      ok
        GET    /api/v1/models                                               401       403     403   ok      ok
        GET    /api/v1/sections                                             401       403     403   ok      403
        POST   /api/v1/sections                                             401       403     403   ok      403
        POST   /api/v1/sections/join                                        401       409     409   403     403
        GET    /api/v1/sections/statistics                                  401       403     403   ok      403
        GET    /api/v1/sections/{id:guid}                                   401       403     403   ok      403
        PATCH  /api/v1/sections/{id:guid}                                   401       403     403   ok      403
        DELETE /api/v1/sections/{id:guid}                                   401       403     403   409     403
        GET    /api/v1/sections/{id:guid}/assignments                       401       403     403   ok      403
        POST   /api/v1/sections/{id:guid}/assignments                       401       403     403   ok      403
        POST   /api/v1/sections/{id:guid}/copy                              401       403     403   ok      403
        GET    /api/v1/sections/{id:guid}/enrollments                       401       403     403   ok      403
        POST   /api/v1/sections/{id:guid}/enrollments                       401       403     403   ok      403
        GET    /api/v1/sections/{id:guid}/enrollments.csv                   401       403     403   ok      403
        POST   /api/v1/sections/{id:guid}/enrollments/import                401       403     403   ok      403
        PATCH  /api/v1/sections/{id:guid}/enrollments/{userId:guid}         401       403     403   ok      403
        DELETE /api/v1/sections/{id:guid}/enrollments/{userId:guid}         401       403     403   ok      403
        POST   /api/v1/sections/{id:guid}/enrollments/{userId:guid}/invitation 401       403     403   409     403
        POST   /api/v1/sections/{id:guid}/join-code                         401       403     403   ok      403
        DELETE /api/v1/sections/{id:guid}/join-code                         401       403     403   ok      403
        GET    /api/v1/sections/{id:guid}/progress                          401       403     403   ok      403
        GET    /api/v1/sections/{id:guid}/progress.csv                      401       403     403   ok      403
        GET    /api/v1/sections/{id:guid}/statistics                        401       403     403   ok      403
        GET    /api/v1/rubrics                                              401       403     403   ok      403
        POST   /api/v1/rubrics                                              401       403     403   422     403
        POST   /api/v1/rubrics/import                                       401       403     403   422     403
        GET    /api/v1/rubrics/templates                                    401       403     403   ok      403
        DELETE /api/v1/rubrics/{id:guid}                                    401       403     403   404     403
        GET    /api/v1/rubrics/{id:guid}                                    401       403     403   404     403
        PATCH  /api/v1/rubrics/{id:guid}                                    401       403     403   404     403
        POST   /api/v1/rubrics/{id:guid}/archive                            401       403     403   404     403
        POST   /api/v1/rubrics/{id:guid}/duplicate                          401       403     403   404     403
        GET    /api/v1/rubrics/{id:guid}/export                             401       403     403   404     403
        POST   /api/v1/rubrics/{id:guid}/restore                            401       403     403   404     403
        GET    /api/v1/spending/alerts                                      401       403     403   ok      ok
        GET    /api/v1/student/assignments                                  401       ok      ok    403     403
        GET    /api/v1/student/assignments/{id:guid}                        401       ok      404   403     403
        GET    /api/v1/student/progress                                     401       ok      ok    403     403
        GET    /api/v1/me/export                                            401       ok      ok    ok      ok
        DELETE /api/v1/me/practice                                          401       ok      ok    ok      ok
        GET    /api/v1/conversations/{id:guid}/export.json                  401       ok      404   404     404
        GET    /api/v1/student/clients                                      401       ok      ok    403     403
        GET    /api/v1/student/sections                                     401       ok      ok    403     403
        GET    /api/v1/student/sections/{id:guid}                           401       ok      404   403     403
        GET    /api/v1/vocabulary                                           401       ok      ok    ok      ok
        """;

    [Fact]
    public async Task Every_route_gives_everybody_what_the_table_says()
    {
        var expected = $"{Table}\n{AssessmentRoutes.Table}\n{AdminRoutes.Table}\n{SharingRoutes.Table}"
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0)
            .ToDictionary(words => $"{words[0]} {words[1]}", words => string.Join(' ', words[2..]));
        var routes = Routes.Of(every.Host);
        var callers = await Callers.MakeAsync(every.Host);
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var answers = string.Join(' ', await callers.AskAsync(route));
            var wanted = expected.GetValueOrDefault(route.Name, "(not in the table)");
            if (wanted != answers)
            {
                wrong.Add($"{route.Name}: {wanted} expected, {answers} came");
            }
        }

        wrong.AddRange(expected.Keys.Except(routes.Select(r => r.Name)).Select(name => $"{name}: in the table, but no route"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
