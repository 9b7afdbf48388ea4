using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Costs;

/// <summary>The forms of budgets, limits and prices: post, redirect, get.</summary>
internal static class MoneyForms
{
    private const string Budgets = "/admin/spending/budgets";
    private const string Prices = "/admin/spending/prices";

    public static void MapMoneyForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/admin/spending")
            .RequireAuthorization(Policies.Admin)
            .WithAntiforgeryForCookies()
            .ExcludeFromDescription();
        forms.MapPost("/budgets/save", SaveBudgetsAsync);
        forms.MapPost("/budgets/exception", SaveExceptionAsync);
        forms.MapPost("/limits/save", SaveLimitsAsync);
        forms.MapPost("/prices/save", SavePriceAsync);
    }

    private static Task<IResult> SaveBudgetsAsync(
        [FromForm] int version,
        [FromForm] string? day,
        [FromForm] string? section,
        [FromForm] string? student,
        [FromForm] string? warning,
        [FromForm] string? critical,
        CurrentUser user,
        ReadBudgets read,
        SetBudgets set,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Budgets,
            async () =>
            {
                var now = await read.HandleAsync(cancellationToken);
                var input = new SetBudgetsInput
                {
                    Version = version,
                    DayUsd = Usd(day),
                    SectionMonthUsd = Usd(section),
                    StudentMonthUsd = Usd(student),
                    ConversationWarningUsd = Usd(warning),
                    ConversationCriticalUsd = Usd(critical),
                    Exceptions = Kept(now),
                };
                await set.HandleAsync(user, SectionForms.Checked(input), cancellationToken);
                return (Budgets, "The budgets are saved. They hold for the next call on.");
            }
        );

    private static Task<IResult> SaveExceptionAsync(
        [FromForm] int version,
        [FromForm] Guid? id,
        [FromForm] string? limit,
        CurrentUser user,
        ReadBudgets read,
        SetBudgets set,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Budgets,
            async () =>
            {
                var now = await read.HandleAsync(cancellationToken);
                var usd = Usd(limit);
                var others = Kept(now).Where(e => e.Id != id);
                var input = new SetBudgetsInput
                {
                    Version = version,
                    DayUsd = now.DayUsd,
                    SectionMonthUsd = now.SectionMonthUsd,
                    StudentMonthUsd = now.StudentMonthUsd,
                    ConversationWarningUsd = now.ConversationWarningUsd,
                    ConversationCriticalUsd = now.ConversationCriticalUsd,
                    Exceptions =
                    [
                        .. others,
                        .. usd is null
                            ? Array.Empty<BudgetExceptionInput>()
                            :
                            [
                                new BudgetExceptionInput
                                {
                                    Budget = "section-month",
                                    Id = id,
                                    LimitUsd = usd,
                                },
                            ],
                    ],
                };
                await set.HandleAsync(user, SectionForms.Checked(input), cancellationToken);
                return (Budgets, usd is null ? "The section has the budget of every section." : "The section has a budget of its own.");
            }
        );

    private static Task<IResult> SaveLimitsAsync(
        [FromForm] int version,
        [FromForm] int? minute,
        [FromForm] int? tests,
        [FromForm] int? hour,
        [FromForm] int? live,
        [FromForm] bool? builtIn,
        CurrentUser user,
        ChangeLimits change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Budgets,
            async () =>
            {
                var input = new ChangeLimitsInput
                {
                    Version = version,
                    MessagesPerMinute = minute,
                    TestMessagesPerMinute = tests,
                    MessagesPerHourForAll = hour,
                    LiveReplies = live,
                    BuiltInVoiceWhenModelsFail = builtIn ?? false,
                };
                await change.HandleAsync(user, SectionForms.Checked(input), cancellationToken);
                return (Budgets, "The limits are saved. Other servers follow within ten seconds.");
            }
        );

    private static Task<IResult> SavePriceAsync(
        [FromForm] int version,
        [FromForm] string? model,
        [FromForm] string? input,
        [FromForm] string? output,
        [FromForm] string? write,
        [FromForm] string? hour,
        [FromForm] string? read,
        [FromForm] string? at,
        CurrentUser user,
        SetPrices set,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Prices,
            async () =>
            {
                var price = new PriceInput
                {
                    Model = model,
                    InputUsd = Usd(input),
                    OutputUsd = Usd(output),
                    CacheWriteUsd = Usd(write),
                    CacheWriteHourUsd = Usd(hour),
                    CacheReadUsd = Usd(read),
                    EffectiveAt = LocalTime.Parse(at, Viewer.Of(context, clock).Zone),
                };
                var all = SectionForms.Checked(new SetPricesInput { Version = version, Prices = [SectionForms.Checked(price)] });
                await set.HandleAsync(user, all, cancellationToken);
                return (Prices, $"The price of {price.Model} is set.");
            }
        );

    private static List<BudgetExceptionInput> Kept(BudgetsView now) =>
        [
            .. now.Exceptions.Select(e => new BudgetExceptionInput
            {
                Budget = e.Budget,
                Id = e.Id,
                LimitUsd = e.LimitUsd,
            }),
        ];

    /// <summary>Null: nothing was entered.</summary>
    /// <exception cref="DomainException">422: not an amount.</exception>
    private static decimal? Usd(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text.Trim().TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var usd) ? usd
        : throw new DomainException("invalid", "Enter amounts in dollars, such as 2.50.", StatusCodes.Status422UnprocessableEntity);
}
