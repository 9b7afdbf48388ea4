using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns;

/// <summary>Words and phrases by which people speak of each issue. Matched by stem, so every word stands for all its forms.</summary>
internal static class IssueLexicon
{
    private static readonly PhraseIndex<Issue> Index = Build();

    public static HashSet<Issue> Find(IReadOnlyList<Word> words) => Find(words, 0, words.Count);

    public static HashSet<Issue> Find(IReadOnlyList<Word> words, int first, int count)
    {
        var issues = new HashSet<Issue>();
        Index.Find(words, first, count, issues);
        return issues;
    }

    private static PhraseIndex<Issue> Build()
    {
        var index = new PhraseIndex<Issue>();
        Add(
            Issue.HousingInsecurity,
            "housing, house, apartment, rent, landlord, evict, homeless, shelter, lease, place to live, place to stay, where you live, where you stay, where you are staying, staying with, couch, sleeping in your car, living in your car, mortgage, foreclosure, roof over, section 8, tenant, move out, kicked out"
        );
        Add(
            Issue.SubstanceAbuse,
            "drink, alcohol, beer, wine, vodka, liquor, drunk, sober, relapse, drug, weed, marijuana, cannabis, cocaine, meth, heroin, opioid, fentanyl, pill, pills, painkiller, addict, overdose, rehab, detox, getting high, substance, using again, use drugs, smoke, vape, hangover, aa meeting, recovery"
        );
        Add(
            Issue.MentalHealth,
            "mental health, depress, anxious, panic, panic attack, therapy, therapist, counseling, counselor, psychiatrist, bipolar, mood, hopeless, suicide, kill yourself, hurt yourself, self harm, antidepressant, medication, voices, sleep, stress, overwhelm, worthless, breakdown, hospitalized"
        );
        Add(
            Issue.DomesticViolence,
            "hit you, hits you, hurt you, hurts you, hitting, bruise, choke, strangle, abuse, violent, domestic, afraid of him, afraid of her, scared of him, scared of her, controls, controlling, threaten, restraining order, protective order, safe at home, safe with him, safe with her, pushes you, shoves, slapped, safety at home, temper"
        );
        Add(
            Issue.Unemployment,
            "job, unemployed, unemployment, fired, laid off, layoff, interview, resume, hiring, employer, employment, your work, at work, about work, is work, find work, out of work, do you work, you working, for work, boss, shift, hours cut, career, quit your job, looking for work"
        );
        Add(
            Issue.FamilyConflict,
            "family, argue, argument, fight with, fights, mom, dad, parent, sister, brother, sibling, son, daughter, husband, wife, partner, marriage, divorce, separate, custody, in laws, relationship, get along, not talking, estranged, yelling, stepfather, stepmother, boyfriend, girlfriend"
        );
        Add(
            Issue.GriefLoss,
            "die, dead, death, passed away, passing, funeral, grief, mourn, bury, widow, miss him, miss her, lost your, a loss, your loss, the loss, losing him, losing her, memorial, since he died, since she died, miscarriage"
        );
        Add(
            Issue.ChronicIllness,
            "diagnose, illness, disease, diabetes, cancer, dialysis, chronic, symptom, doctor, hospital, clinic, treatment, medication, insulin, asthma, heart, blood pressure, pain, surgery, sick, health, condition, flare, kidney, prescription, appointment"
        );
        Add(
            Issue.Disability,
            "disability, wheelchair, disabled, accessible, accommodation, blind, deaf, hearing aid, walker, mobility, autism, autistic, adhd, learning disability, ssi, special education, iep, injury, impairment"
        );
        Add(
            Issue.ImmigrationStatus,
            "immigration, visa, green card, papers, undocumented, deport, asylum, refugee, border, citizen, citizenship, status, lawyer, work permit, dreamer, home country, daca, documents"
        );
        Add(
            Issue.FoodInsecurity,
            "food, hungry, eat, meal, groceries, pantry, food bank, food stamps, snap, skip meals, fridge, enough to eat, lunch, dinner, breakfast, feed, wic"
        );
        Add(
            Issue.ChildcareNeeds,
            "childcare, child care, daycare, babysit, babysitter, nanny, who watches, watches the kids, watch the kids, after school, preschool, looks after, school pickup, pick up the kids, sitter, head start"
        );
        Add(
            Issue.ElderCare,
            "elderly, dementia, alzheimer, nursing home, caregiver, caring for your mother, caring for your father, taking care of your mother, taking care of your mom, taking care of your dad, aging parent, home health, assisted living, memory, respite, grandmother, grandfather, falls, look after her, look after him"
        );
        Add(
            Issue.TraumaHistory,
            "trauma, traumatic, abuse, assault, rape, molest, nightmare, flashback, what happened to you, when you were a kid, when you were little, childhood, foster care, war, deployment, combat, accident, attack, witness, growing up"
        );
        Add(
            Issue.FinancialCrisis,
            "money, bill, debt, owe, pay for, pay the, pay rent, pay your, pay it, not pay, be paid, get paid, paycheck, afford, loan, bank, credit, savings, flat broke, am broke, are broke, being broke, so broke, income, expense, financial, budget, rent, overdue, collection, utilities, electricity, shut off, cash, payday, wages, benefits, cost"
        );
        return index;

        void Add(Issue issue, string phrases)
        {
            foreach (var phrase in phrases.Split(',', StringSplitOptions.TrimEntries))
            {
                index.Add(phrase, issue);
            }
        }
    }
}
