using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>What a teacher sets for an assignment holds on the page and over the API alike. No model can be reached here.</summary>
public sealed class SettingsTests(SettingsTests.Closed closed) : IClassFixture<SettingsTests.Closed>
{
    /// <summary>A host of the whole class, whose clock moves on.</summary>
    public sealed class Closed : IAsyncLifetime
    {
        internal MovableClock Clock { get; } = new();

        internal WebHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Host = await WebHost.StartAsync(
                services => services.AddSingleton<TimeProvider>(Clock),
                StubRoute.To(StubProvider.ClosedAddress())
            );

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }

    private WebHost Host => closed.Host;

    private MovableClock Clock => closed.Clock;

    private sealed record Person(ApiClient Api, string Email, string Password);

    private static async Task<Person> JoinAsync(Work work, string role = "student", string account = Roles.Student)
    {
        var (email, password) = await work.Room.Host.NewAccountAsync(account);
        (await work.Room.EnrollAsync(email, role)).Is(201);
        return new Person(await work.Room.Host.SignInAsync(email, password), email, password);
    }

    private static async Task<string> PageAsync(Work work, Person person, string path)
    {
        var browser = work.Room.Host.Browser();
        await browser.SignInAsync(person.Email, person.Password);
        return (await browser.GetAsync(path)).Html;
    }

    private async Task<Work> WorkAsync(object settings, string kind = "practice", DateTimeOffset? due = null)
    {
        var work = await Work.DraftAsync(
            Host,
            new
            {
                title = "First meeting",
                kind,
                dueAt = due,
                settings,
            }
        );
        var (client, rubric) = ((await work.ClientsAsync())[0], await work.RubricAsync());
        (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = client, rubricId = rubric })).Is(201);
        (await work.Teacher.PostAsync(work.Path + "/publish")).Is(200);
        return work;
    }

    [Fact]
    public async Task The_coach_answers_in_an_assignment_that_allows_it_and_the_teacher_sees_how_often()
    {
        var without = await WorkAsync(new { });
        var alone = await JoinAsync(without);
        var silent = (await without.BeginAsync(alone.Api)).Is(201);
        Assert.False(silent.Json!["attempt"]!["coachAllowed"]!.GetValue<bool>());
        (await alone.Api.PostAsync($"/api/v1/conversations/{silent.Text("id")}/coach")).Is(409, "no-coach");
        Assert.DoesNotContain(
            "data-coach>",
            await PageAsync(without, alone, $"/conversations/{silent.Text("id")}"),
            StringComparison.Ordinal
        );

        var with = await WorkAsync(new { coach = "on_request" }, "graded");
        var helped = await JoinAsync(with);
        var begun = (await with.BeginAsync(helped.Api)).Is(201);
        var path = $"/api/v1/conversations/{begun.Text("id")}";
        (await helped.Api.PostAsync(path + "/coach")).Is(200);
        Assert.Contains("data-coach>", await PageAsync(with, helped, $"/conversations/{begun.Text("id")}"), StringComparison.Ordinal);
        (await helped.Api.PostAsync(path + "/end")).Is(200);
        Assert.Equal(1, (await with.Teacher.GetAsync(path + "/own-view")).Is(200).Number("coachNotes"));
    }

    [Fact]
    public async Task Without_notes_there_is_no_place_for_them_and_none_are_kept()
    {
        var work = await WorkAsync(new { notesAllowed = false });
        var student = await JoinAsync(work);
        var begun = (await work.BeginAsync(student.Api)).Is(201);
        var (id, path) = (begun.Text("id"), $"/api/v1/conversations/{begun.Text("id")}");
        Assert.False(begun.Json!["attempt"]!["notesAllowed"]!.GetValue<bool>());
        (await student.Api.PutAsync(path + "/notes", new { notes = "Mine.", version = 1 })).Is(409, "notes-off");
        (await student.Api.PostAsync(path + "/end", new { notes = "Mine." })).Is(409, "notes-off");
        Assert.Equal("active", (await student.Api.GetAsync(path)).Text("status"));
        var page = await PageAsync(work, student, $"/conversations/{id}");
        Assert.DoesNotContain("data-autosave", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Notes</dt><dd>Off</dd>", await BriefAsync(work, student), StringComparison.Ordinal);
        (await student.Api.PostAsync(path + "/end")).Is(200);
        Assert.Contains("held without notes", await PageAsync(work, student, $"/conversations/{id}/record"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rubric_is_read_beforehand_where_it_is_shown()
    {
        var shown = await WorkAsync(new { });
        var hidden = await WorkAsync(new { rubricShown = false });
        var (first, second) = (await JoinAsync(shown), await JoinAsync(hidden));
        Assert.NotNull((await shown.SeenByAsync(first.Api))["clients"]![0]!["rubric"]);
        Assert.Null((await hidden.SeenByAsync(second.Api))["clients"]![0]!["rubric"]);
        Assert.Contains("How it will be assessed", await BriefAsync(shown, first), StringComparison.Ordinal);
        Assert.DoesNotContain("How it will be assessed", await BriefAsync(hidden, second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rating_that_is_asked_for_comes_before_the_figures_and_its_teacher_reads_it()
    {
        var work = await WorkAsync(new { selfRating = true });
        var student = await JoinAsync(work);
        var assistant = await JoinAsync(work, "assistant");
        var id = (await work.BeginAsync(student.Api)).Is(201).Text("id");
        var path = $"/api/v1/conversations/{id}";
        (await student.Api.PostAsync(path + "/end")).Is(200);
        Assert.Null((await work.Teacher.GetAsync(path + "/own-view")).Is(200).Json!["view"]);
        Assert.Contains(
            "Your teacher asks for this part",
            await PageAsync(work, student, $"/conversations/{id}/debrief"),
            StringComparison.Ordinal
        );
        (await student.Api.PutAsync(path + "/own-view", new { wants = "Quiet" })).Is(409, "rating-needed");
        (await student.Api.GetAsync(path + "/debrief")).Is(409, "rating-needed");
        var own = new
        {
            howWasThat = "Only for me.",
            wants = "Quiet nights",
            listened = "mostly",
            structured = "rarely",
            wentWell = "The pause.",
        };
        (await student.Api.PutAsync(path + "/own-view", own)).Is(204);
        (await student.Api.GetAsync(path + "/debrief")).Is(200);
        var read = (await assistant.Api.GetAsync(path + "/own-view")).Is(200).Json!["view"]!;
        Assert.Equal(("", "Quiet nights", "mostly", "The pause."), (Word("howWasThat"), Word("wants"), Word("listened"), Word("wentWell")));
        var record = await PageAsync(work, assistant, $"/conversations/{id}/record");
        Assert.Contains("The pause.", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Only for me.", record, StringComparison.Ordinal);
        (await (await Host.NewPersonAsync(Roles.Teacher)).GetAsync(path + "/own-view")).Is(404, "not-found");

        string Word(string name) => read[name]!.GetValue<string>();
    }

    [Fact]
    public async Task A_rating_that_is_not_asked_for_stays_with_the_student()
    {
        var work = await WorkAsync(new { });
        var student = await JoinAsync(work);
        var path = $"/api/v1/conversations/{(await work.BeginAsync(student.Api)).Is(201).Text("id")}";
        (await student.Api.PostAsync(path + "/end")).Is(200);
        (
            await student.Api.PutAsync(
                path + "/own-view",
                new
                {
                    wants = "Quiet nights",
                    listened = "mostly",
                    next = "Ask less.",
                }
            )
        ).Is(204);
        var read = (await work.Teacher.GetAsync(path + "/own-view")).Is(200).Json!["view"]!;
        var review = await PageAsync(work, await JoinAsync(work, "assistant"), $"/teaching/assignments/{work.Id}/review?show=all");
        Assert.Contains("Quiet nights", review, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask less.", review, StringComparison.Ordinal);
        Assert.Equal(("Quiet nights", ""), (read["wants"]!.GetValue<string>(), read["next"]!.GetValue<string>()));
        Assert.Null(read["listened"]);
        Assert.Equal("Ask less.", (await student.Api.GetAsync(path + "/own-view")).Json!["view"]!["next"]!.GetValue<string>());
    }

    [Fact]
    public async Task Graded_work_shows_what_was_not_told_only_when_nobody_of_the_section_can_meet_the_client_any_more()
    {
        var due = Clock.GetUtcNow().AddMinutes(10);
        var work = await WorkAsync(new { reveals = "facts" }, "graded", due);
        var (student, late) = (await JoinAsync(work), await JoinAsync(work));
        var path = await EndedAsync(work, student);
        Assert.False(await RevealsAsync(student, path));
        await ExtendAsync(late, due.AddMinutes(10));
        Clock.Move(TimeSpan.FromMinutes(10));
        Assert.False(await RevealsAsync(student, path));
        Assert.DoesNotContain("Show me", await PageAsync(work, student, path["/api/v1".Length..] + "/debrief"), StringComparison.Ordinal);
        Clock.Move(TimeSpan.FromMinutes(10));
        Assert.True(await RevealsAsync(student, path));
        Assert.Contains("Show me", await PageAsync(work, student, path["/api/v1".Length..] + "/debrief"), StringComparison.Ordinal);
        // The same client in other graded work of the section closes them again, and so does a date that was given later.
        var again = await Work.InAsync(work.Room, new { title = "Again", kind = "graded" });
        (
            await again.Teacher.PostAsync(
                again.Path + "/clients",
                new { clientId = (await again.ClientsAsync())[0], rubricId = await again.RubricAsync() }
            )
        ).Is(201);
        (await again.Teacher.PostAsync(again.Path + "/publish")).Is(200);
        Assert.False(await RevealsAsync(student, path));

        async Task ExtendAsync(Person person, DateTimeOffset to) =>
            (
                await work.Teacher.PutAsync(
                    $"{work.Path}/extensions/{await Classroom.IdOfAsync(person.Api)}",
                    new
                    {
                        version = 0,
                        dueAt = to,
                        reason = "Ill.",
                    }
                )
            ).Is(200);
    }

    [Fact]
    public async Task Practice_shows_what_was_not_told_where_the_teacher_chose_facts_and_themes_otherwise()
    {
        var facts = await WorkAsync(new { reveals = "facts" });
        var themes = await WorkAsync(new { });
        var (first, second) = (await JoinAsync(facts), await JoinAsync(themes));
        Assert.True(await RevealsAsync(first, await EndedAsync(facts, first)));
        Assert.False(await RevealsAsync(second, await EndedAsync(themes, second)));
    }

    [Fact]
    public async Task The_built_in_voice_stands_in_where_the_assignment_lets_it()
    {
        var with = await WorkAsync(new { });
        var without = await WorkAsync(new { builtInVoiceWhenModelsFail = false });
        var (first, second) = (await JoinAsync(with), await JoinAsync(without));
        var answered = await new Talk(first.Api, (await with.BeginAsync(first.Api)).Is(201).Text("id")).SayAsync(Talk.Lines[0]);
        Assert.Equal(("reply-completed", "built-in"), (answered.Type, answered.Data["message"]!["voice"]!.GetValue<string>()));
        Assert.Equal(
            "reply-failed",
            (await new Talk(second.Api, (await without.BeginAsync(second.Api)).Is(201).Text("id")).SayAsync(Talk.Lines[0])).Type
        );
    }

    [Fact]
    public async Task A_scribe_is_announced_to_the_student_and_to_whoever_reads_the_attempt()
    {
        var work = await WorkAsync(new { });
        var student = await JoinAsync(work);
        Assert.DoesNotContain("<dt>Scribe</dt>", await BriefAsync(work, student), StringComparison.Ordinal);
        var enrollment = $"{work.Room.Path}/enrollments/{await Classroom.IdOfAsync(student.Api)}";
        (await work.Teacher.PatchAsync(enrollment, new { version = 1, scribe = true })).Is(200);
        Assert.True((await work.SeenByAsync(student.Api))["scribe"]!.GetValue<bool>());
        Assert.Contains("<dt>Scribe</dt>", await BriefAsync(work, student), StringComparison.Ordinal);
        var path = await EndedAsync(work, student);
        Assert.True((await work.Teacher.GetAsync(path + "/own-view")).Is(200).Json!["scribe"]!.GetValue<bool>());
        var assistant = await JoinAsync(work, "assistant");
        var record = await PageAsync(work, assistant, path["/api/v1".Length..] + "/record");
        Assert.Contains("A scribe may type for this student.", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_keeps_what_was_set_when_it_began()
    {
        var work = await WorkAsync(new { coach = "on_request" });
        var student = await JoinAsync(work);
        var path = $"/api/v1/conversations/{(await work.BeginAsync(student.Api)).Is(201).Text("id")}";
        (await work.Teacher.PostAsync(work.Path + "/unpublish")).Is(200);
        (await work.ChangeAsync(version => new { version, settings = new { coach = "off", notesAllowed = false } })).Is(200);
        (await student.Api.PostAsync(path + "/coach")).Is(200);
        (await student.Api.PutAsync(path + "/notes", new { notes = "Mine.", version = 1 })).Is(200);
    }

    private static async Task<string> BriefAsync(Work work, Person student)
    {
        var client = (await work.SeenByAsync(student.Api))["clients"]![0]!["client"]!["id"]!.GetValue<string>();
        return await PageAsync(work, student, $"/assignments/{work.Id}/clients/{client}");
    }

    /// <summary>An attempt with one turn, ended and its questions answered.</summary>
    private static async Task<string> EndedAsync(Work work, Person student)
    {
        var talk = new Talk(student.Api, (await work.BeginAsync(student.Api)).Is(201).Text("id"));
        await talk.SayAsync(Talk.Lines[0]);
        await talk.EndAsync();
        (await student.Api.PutAsync(talk.Path + "/own-view", new { wants = "Rest" })).Is(204);
        return talk.Path;
    }

    private static async Task<bool> RevealsAsync(Person student, string path)
    {
        var facts = (await student.Api.GetAsync(path + "/debrief?reveal=true")).Is(200).Json!["facts"]!;
        var closed = new[] { "approached", "notToday", "missed" }.SelectMany(kind => facts[kind]!.AsArray()).ToList();
        Assert.NotEmpty(closed);
        return closed.All(fact => fact!["fact"] is not null);
    }
}
