using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>A class as a teacher runs it: people, an assignment with a date, attempts, an extension, the next term.</summary>
[Collection("swift")]
public sealed class ClassJourneyTests(SwiftFixture product)
{
    private const string Work = "First conversations";

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task From_the_roster_to_the_copy_for_the_next_term(int width, ColorScheme scheme)
    {
        var look = $"{width}-{scheme}";
        await using var teacher = await product.VisitAsync(width, scheme);
        await using var student = await product.VisitAsync(width, scheme);
        await teacher.SignInAsync(await product.NewTeacherAsync("Dr. Ines Moreau"));
        await student.SignInAsync(await product.NewStudentAsync("Tomas Lind"));

        var section = await MakeSectionAsync(teacher, look);
        await ImportAsync(teacher, section, look);
        await BuildAsync(teacher, section, look);
        await JoinAsync(student, await OpenJoiningAsync(teacher, section), look);
        await HoldTwoAsync(student, look);
        await ExtendAsync(teacher, section, look);

        await student.Page.GotoAsync("/assignments");
        await student.Page.GetByRole(AriaRole.Link, new() { Name = Work, Exact = true }).ClickAsync();
        await Expect(student.Page.GetByText("Extended for you")).ToBeVisibleAsync();
        await student.Page.GetByRole(AriaRole.Link, new() { Name = "Prepare and begin with" }).First.ClickAsync();
        await student.StartAsync();

        await CopyAsync(teacher, section, look);
    }

    private static async Task<string> MakeSectionAsync(Visitor teacher, string look)
    {
        var page = teacher.Page;
        await page.GotoAsync("/sections");
        await teacher.CheckAsync($"sections-empty-{look}");
        await page.GetByRole(AriaRole.Link, new() { Name = "New section" }).First.ClickAsync();
        await page.GetByLabel("Name").FillAsync("Direct Practice, Section C");
        await page.GetByLabel("Course code").FillAsync("SWK 5120");
        await page.GetByLabel("Term").FillAsync("Fall 2026");
        await teacher.CheckAsync($"section-new-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the section" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Direct Practice, Section C");
        await teacher.CheckAsync($"section-empty-{look}");
        return $"/sections/{new Uri(page.Url).Segments[2].Trim('/')}";
    }

    /// <summary>30 people, and two rows that cannot be used.</summary>
    private static async Task ImportAsync(Visitor teacher, string section, string look)
    {
        var page = teacher.Page;
        var tag = Guid.CreateVersion7().ToString("N");
        var rows = Enumerable.Range(1, 30).Select(i => $"Student {i:00},s{i}-{tag}@school.example,student");
        var file = string.Join(
            '\n',
            ["name,email,role", .. rows, "No Address,not-an-address,student", $"A Guest,g-{tag}@school.example,guest"]
        );
        await page.GotoAsync(section + "/roster");
        await page.GetByRole(AriaRole.Link, new() { Name = "Import CSV" }).ClickAsync();
        await page.GetByLabel("File")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "roster.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(file),
                }
            );
        await teacher.CheckAsync($"import-file-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look through the file" }).ClickAsync();
        await Expect(page.Locator("#errors tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("#errors")).ToContainTextAsync("32");
        await Expect(page.Locator("#errors")).ToContainTextAsync("“not-an-address” is not an email address.");
        await Expect(page.Locator("#errors")).ToContainTextAsync("33");
        await teacher.CheckAsync($"import-preview-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 30 people" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Done");
        await teacher.CheckAsync($"import-done-{look}");
        await page.GetByRole(AriaRole.Link, new() { Name = "To the roster" }).ClickAsync();
        await Expect(page.Locator("#people tbody tr")).ToHaveCountAsync(31);
    }

    private static async Task BuildAsync(Visitor teacher, string section, string look)
    {
        var page = teacher.Page;
        await page.GotoAsync(section);
        await page.GetByRole(AriaRole.Link, new() { Name = "New assignment" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync(Work);
        await page.GetByLabel("What to do").FillAsync("Meet both clients. Let them lead.");
        await page.GetByLabel("Due").FillAsync(DateTime.UtcNow.AddDays(7).ToString("yyyy-MM-dd'T'17:00"));
        await page.GetByLabel("Attempts with each client").FillAsync("2");
        await page.Locator("summary", new() { HasText = "Settings" }).ClickAsync();
        await page.GetByLabel("Time limit in minutes").FillAsync("20");
        await teacher.CheckAsync($"assignment-new-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Work);
        foreach (var (client, rubric, count) in new[] { ("Walter Ellison", 1, 1), ("Denise Yamada", 2, 2) })
        {
            await page.GetByLabel("Client", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = client });
            await page.GetByLabel("Rubric", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = rubric });
            await page.GetByRole(AriaRole.Button, new() { Name = "Add the client" }).ClickAsync();
            await Expect(page.Locator("#clients tbody tr")).ToHaveCountAsync(count);
        }

        await OrderAsync(page);
        await teacher.CheckAsync($"assignment-draft-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Students of the section have it now.")).ToBeVisibleAsync();
        await teacher.CheckAsync($"assignment-published-{look}");
    }

    /// <summary>By drag and back by keyboard.</summary>
    private static async Task OrderAsync(IPage page)
    {
        var rows = page.Locator("#clients tbody tr");
        if (page.ViewportSize!.Width > 600)
        {
            await page.Locator("[data-grip]")
                .Nth(1)
                .DragToAsync(
                    rows.First,
                    new()
                    {
                        TargetPosition = new() { X = 40, Y = 4 },
                    }
                );
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Move Denise Yamada up" }).PressAsync("Enter");
        }

        await Expect(rows.First).ToContainTextAsync("Denise Yamada");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Denise Yamada down" }).PressAsync("Enter");
        await Expect(rows.First).ToContainTextAsync("Walter Ellison");
    }

    private static async Task<string> OpenJoiningAsync(Visitor teacher, string section)
    {
        await teacher.Page.GotoAsync(section + "/roster");
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = "Open joining" }).ClickAsync();
        return (await teacher.Page.Locator("[data-copy-text]").TextContentAsync())!;
    }

    private static async Task JoinAsync(Visitor student, string code, string look)
    {
        var page = student.Page;
        await page.GotoAsync("/assignments");
        await student.CheckAsync($"assignments-none-{look}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Join a section" }).First.ClickAsync();
        await page.GetByLabel("Code").FillAsync(code.ToLowerInvariant());
        await student.CheckAsync($"join-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await page.GotoAsync("/assignments");
        await student.CheckAsync($"assignments-{look}");
        await page.GetByRole(AriaRole.Link, new() { Name = Work, Exact = true }).ClickAsync();
        await Expect(page.GetByText("Let them lead.")).ToBeVisibleAsync();
        await student.CheckAsync($"assignment-{look}");
    }

    /// <summary>One to the limit of its time, one ended by hand, and the third is refused.</summary>
    private async Task HoldTwoAsync(Visitor student, string look)
    {
        var page = student.Page;
        var assignment = page.Url;
        var prepare = page.GetByRole(AriaRole.Link, new() { Name = "Prepare and begin with Walter Ellison" });
        await prepare.ClickAsync();
        await student.CheckAsync($"attempt-before-{look}");
        await student.StartAsync();
        await student.SayAsync("Hello, I am Tomas, a student here. What brings you in today?");
        var id = Guid.Parse(new Uri(page.Url).Segments[^1]);

        await product.PassConnectedTimeAsync(id, TimeSpan.FromMinutes(16));
        await page.ReloadAsync();
        await Expect(page.Locator("[data-time-warning]")).ToHaveTextAsync("About five minutes are left. Time to find an ending.");
        await product.PassConnectedTimeAsync(id, TimeSpan.FromMinutes(19.2));
        await page.ReloadAsync();
        await Expect(page.Locator("[data-time-warning]")).ToHaveTextAsync("About one minute is left. A reply that has begun is finished.");
        await student.CheckAsync($"attempt-warned-{look}", whole: false);
        await product.PassConnectedTimeAsync(id, TimeSpan.FromMinutes(20));
        await Expect(page.Locator("[data-composer]")).ToHaveCountAsync(0);
        await student.CheckAsync($"attempt-over-{look}", whole: false);

        await page.GotoAsync(assignment);
        await prepare.ClickAsync();
        await student.StartAsync();
        await student.EndAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Five short questions" })).ToBeVisibleAsync();
        await student.CheckAsync($"attempt-questions-{look}");

        await page.GotoAsync(assignment);
        await Expect(prepare).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Referral with Walter Ellison" }).ClickAsync();
        await Expect(page.GetByText("You have used all your attempts with this client.")).ToBeVisibleAsync();
        await Expect(page.Locator("button:visible", new() { HasText = "Start with" })).ToHaveCountAsync(0);
        await student.CheckAsync($"attempt-refused-{look}");
    }

    private static async Task ExtendAsync(Visitor teacher, string section, string look)
    {
        var page = teacher.Page;
        await page.GotoAsync(section);
        await Expect(page.Locator("#done tr").Filter(new() { HasText = "Tomas Lind" })).ToContainTextAsync("2 attempts");
        await teacher.CheckAsync($"section-work-{look}");
        await page.GetByRole(AriaRole.Link, new() { Name = Work, Exact = true }).ClickAsync();
        await page.GetByLabel("Student").SelectOptionAsync(new SelectOptionValue { Label = "Tomas Lind" });
        await page.GetByLabel("More attempts").FillAsync("1");
        await page.GetByLabel("Reason").FillAsync("The bus was late.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give the extension" }).ClickAsync();
        await Expect(page.Locator("#extensions tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("#extensions tbody")).ToContainTextAsync("The bus was late.");
        await teacher.CheckAsync($"assignment-extended-{look}");
    }

    private static async Task CopyAsync(Visitor teacher, string section, string look)
    {
        var page = teacher.Page;
        await page.GotoAsync(section);
        await page.GetByRole(AriaRole.Link, new() { Name = "Copy for a new term" }).ClickAsync();
        await page.GetByLabel("Term").FillAsync("Spring 2027");
        await page.GetByLabel("Move dates by days").FillAsync("112");
        await teacher.CheckAsync($"section-copy-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the copy" }).ClickAsync();
        await Expect(page.GetByText("Spring 2027")).ToBeVisibleAsync();
        await Expect(page.Locator("#assignments tbody tr")).ToContainTextAsync("Draft");
        await Expect(page.Locator("#done")).ToContainTextAsync("Nobody here yet");
        await page.GetByRole(AriaRole.Link, new() { Name = Work, Exact = true }).ClickAsync();
        await Expect(page.Locator("#clients tbody tr")).ToHaveCountAsync(2);
    }
}
