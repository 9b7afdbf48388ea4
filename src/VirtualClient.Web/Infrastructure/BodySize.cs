using Microsoft.AspNetCore.Http.Metadata;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Lets a route take a larger body than others.</summary>
public sealed class BodySize(long bytes) : IRequestSizeLimitMetadata
{
    // A form wraps its file in a little more.
    private const int Around = 64 * 1024;

    // Whoever sends too much is still sending when the answer is clear; cut off at once, a browser shows a broken connection and no sentence.
    private const int HeardOut = 16 * 1024 * 1024;

    public long? MaxRequestBodySize => Math.Max(bytes + Around, HeardOut);

    /// <summary>The body of a request, or the first file of a form.</summary>
    /// <exception cref="DomainException">413: larger than that.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context, int most, CancellationToken cancellationToken)
    {
        try
        {
            if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
            {
                var form = await context.Request.ReadFormAsync(cancellationToken);
                return form.Files.Count > 0 ? await ReadAsync(form.Files[0].OpenReadStream(), most, cancellationToken) : [];
            }

            return await ReadAsync(context.Request.Body, most, cancellationToken);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(most);
        }
        catch (InvalidDataException)
        {
            throw TooLarge(most);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[32 * 1024];
        var length = 0L;
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            length += read;
            if (length <= most)
            {
                await all.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        return length <= most ? all.ToArray() : throw TooLarge(most);
    }

    private static DomainException TooLarge(int most) =>
        new("too-large", $"The file is larger than {most / (1024 * 1024)} MB.", StatusCodes.Status413PayloadTooLarge);
}
