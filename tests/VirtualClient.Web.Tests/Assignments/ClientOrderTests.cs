using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>In which order students find the clients of an assignment.</summary>
public sealed class ClientOrderTests(EveryTest every)
{
    private const int Clients = 5;

    [Fact]
    public async Task Shuffled_clients_keep_their_order_for_one_student_and_have_others_for_the_rest()
    {
        var work = await WorkAsync("shuffled");
        var all = (await work.ClientsAsync()).Take(Clients).Order(StringComparer.Ordinal).ToList();
        var orders = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            var student = await work.Room.AddAsync();
            var order = await OrderAsync(work, student);
            Assert.Equal(all, order.Order(StringComparer.Ordinal));
            Assert.Equal(order, await OrderAsync(work, student));
            // A client that was begun with stays in its place.
            (await work.BeginAsync(student, client: 2)).Is(201);
            Assert.Equal(order, await OrderAsync(work, student));
            orders.Add(string.Join(' ', order));
        }

        // Of a hundred and twenty orders eight students do not all draw the same.
        Assert.True(orders.Distinct().Count() > 1, "every student has the same order");
    }

    [Fact]
    public async Task The_page_of_the_assignment_has_the_students_own_order()
    {
        var work = await WorkAsync("shuffled");
        for (var i = 0; i < 3; i++)
        {
            var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
            (await work.Room.EnrollAsync(email)).Is(201);
            var order = await OrderAsync(work, await every.Host.SignInAsync(email, password));
            var browser = every.Host.Browser();
            await browser.SignInAsync(email, password);
            var html = (await browser.GetAsync($"/assignments/{work.Id}")).Html;
            var places = order.ConvertAll(id => html.IndexOf($"/assignments/{work.Id}/clients/{id}", StringComparison.Ordinal));
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        }
    }

    [Fact]
    public async Task Clients_that_are_not_shuffled_stand_as_the_teacher_put_them()
    {
        var work = await WorkAsync("fixed");
        var listed = (await work.ClientsAsync()).Take(Clients).ToList();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(listed, await OrderAsync(work, await work.Room.AddAsync()));
        }
    }

    private Task<Work> WorkAsync(string clientOrder) =>
        Work.PublishedAsync(every.Host, new { title = "First meeting", settings = new { clientOrder } }, Clients);

    private static async Task<List<string>> OrderAsync(Work work, ApiClient student) =>
        [.. (await work.SeenByAsync(student))["clients"]!.AsArray().Select(pair => pair!["client"]!["id"]!.GetValue<string>())];
}
