using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>A teacher reviews a class by keyboard, releases it, and a student sees exactly that.</summary>
[Collection("product")]
public sealed class GradingTests(ProductFixture product)
{
    private static readonly string[] Keys =
    [
        "empathy_and_understanding",
        "communication_skills",
        "professional_boundaries",
        "assessment_skills",
        "intervention_planning",
    ];

    [Fact]
    public async Task Twelve_attempts_from_draft_to_release_by_keyboard()
    {
        await using var made = await GradingClass.BeginAsync();
        await using var teacher = await Visitor.ComeAsync(product.Browser, made.Address, 1280, ColorScheme.Light);
        var page = teacher.Page;
        await SignInAsync(page, GradingClass.TeacherEmail);
        var review = $"/teaching/assignments/{made.AssignmentId}/review";
        await DraftedAsync(page, review);
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "12 to review" })).ToBeVisibleAsync();
        await page.GotoAsync(review);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Student01 Lind" })).ToBeVisibleAsync();

        // Decide first: quotes are there, levels of the draft are not.
        await Expect(page.Locator("#review .quote")).ToHaveCountAsync(5);
        await Expect(page.Locator(".levels .drafted")).ToHaveCountAsync(0);
        await page.Locator("#review .quote a").First.PressAsync("Enter");
        await Expect(page.Locator("#t4[data-here]")).ToBeVisibleAsync();
        await teacher.CheckAsync("review-1280-Light");

        // The first one: an override with its reason, and a comment on the marked line.
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator($"input[name='level-{Keys[0]}'][value='satisfactory']")).ToBeCheckedAsync();
        await page.Locator($"#c-{Keys[0]} summary").Last.PressAsync("Enter");
        await page.Locator($"#reason-{Keys[0]}").FillAsync("It repeats her words.");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator("#comment-text")).ToBeFocusedAsync();
        await Expect(page.Locator("#comment-line")).ToHaveValueAsync("4");
        await page.Keyboard.TypeAsync("A good open question.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).PressAsync("Enter");
        await Expect(page.Locator("#t4 .comment")).ToContainTextAsync("A good open question.");
        // Now the draft's level stands beside the decision.
        await Expect(page.Locator(".levels .drafted")).ToHaveCountAsync(1);
        await page.GetByLabel("What to try next").FillAsync("Sum up before the end.");
        await page.Keyboard.PressAsync("Escape");

        var invented = 0;
        for (var number = 1; number <= GradingClass.Size; number++)
        {
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = $"Student{number:00} Lind" })).ToBeVisibleAsync();
            // Keys are heard from when the scripts are there, that is after load.
            await page.WaitForLoadStateAsync();
            if (await page.GetByText("1 quote left out: the words were not in that line, or were not said to the client.").CountAsync() > 0)
            {
                invented++;
                // What the draft makes of it comes after the reviewer's own mind.
                await Expect(page.GetByText("Draft after you")).ToHaveCountAsync(number == 1 ? 4 : 5);
            }

            foreach (var place in Enumerable.Range(0, Keys.Length))
            {
                await page.Keyboard.PressAsync("j");
                if (number > 1 || place > 0)
                {
                    await page.Keyboard.PressAsync(place == 4 ? "0" : "3");
                }
            }

            await page.Keyboard.PressAsync(number < GradingClass.Size ? "n" : "s");
        }

        Assert.Equal(3, invented);
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.GotoAsync(review + "?show=to-release");
        await teacher.CheckAsync("review-to-release-1280-Light");
        await page.GetByRole(AriaRole.Button, new() { Name = "Release all that is decided (12)" }).PressAsync("Enter");
        await Expect(page.GetByText("Released: 12.")).ToBeVisibleAsync();

        await GradebookAsync(teacher, made);
        await StudentAsync(made);
    }

    private static async Task DraftedAsync(IPage page, string review)
    {
        for (var tries = 0; ; tries++)
        {
            await page.GotoAsync(review + "?show=all");
            if (await page.Locator("#attempts .pill.draft").CountAsync() == GradingClass.Size)
            {
                return;
            }

            Assert.True(tries < 60, "the drafts did not come");
            await Task.Delay(500);
        }
    }

    private static async Task GradebookAsync(Visitor teacher, GradingClass made)
    {
        var page = teacher.Page;
        await page.GotoAsync($"/teaching/assignments/{made.AssignmentId}/gradebook");
        await teacher.CheckAsync("gradebook-1280-Light");
        var rows = await page.Locator("table tr")
            .EvaluateAllAsync<string[]>("rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim()).join(','))");
        var file = await page.EvaluateAsync<string>(
            "path => fetch(path).then(answer => answer.text())",
            $"/api/v1/assignments/{made.AssignmentId}/gradebook.csv"
        );
        Assert.Equal(rows, file.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(GradingClass.Size + 1, rows.Length);
        Assert.Contains("No opportunity", rows[1], StringComparison.Ordinal);
    }

    private async Task StudentAsync(GradingClass made)
    {
        await using var student = await Visitor.ComeAsync(product.Browser, made.Address, 360, ColorScheme.Dark);
        var page = student.Page;
        await SignInAsync(page, GradingClass.StudentEmail(1));
        await page.GotoAsync("/history");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the conversation with Walter Ellison" }).First.ClickAsync();
        var feedback = page.Locator("#feedback");
        await Expect(feedback.GetByText("Satisfactory")).ToBeVisibleAsync();
        await Expect(feedback.GetByText("It repeats her words.")).ToBeVisibleAsync();
        await Expect(feedback.GetByText("A good open question.")).ToBeVisibleAsync();
        await Expect(feedback.GetByText("Sum up before the end.")).ToBeVisibleAsync();
        await Expect(feedback.GetByText("No opportunity here")).ToBeVisibleAsync();
        await Expect(feedback.GetByText("What the draft thinks of it.")).ToHaveCountAsync(0);
        await student.CheckAsync("feedback-360-Dark");
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(GradingClass.Password);
        await page.GetByLabel("Password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }
}
