namespace VirtualClient.Web.Tests.Access;

/// <summary>The part of the table of <see cref="RouteMatrixTests"/> about sharing practice; the columns are the same.</summary>
internal static class SharingRoutes
{
    public const string Table = """
        POST   /clients/{id:guid}/share                                     in        404     404   404     404
        POST   /conversations/{id:guid}/share                               in        go      404   404     404
        PUT    /api/v1/conversations/{id:guid}/sharing                      401       ok      404   404     404
        """;
}
