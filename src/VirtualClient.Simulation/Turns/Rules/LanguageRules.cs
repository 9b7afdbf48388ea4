using System.Collections.Frozen;
using System.Globalization;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Whether a turn is English at all. One that is not gets no label but "not analyzed": no gain, no loss.</summary>
internal static class LanguageRules
{
    private static readonly FrozenSet<string> English = Set(
        "the a an and or but i you he she it we they me him her us them my your his its our their is are was were be been am do does did have has had not "
            + "to of in on at for with about from that this these those what how why when where who which can could would will should there if so just like "
            + "know think feel want need get go see tell talk help okay yes yeah no hi hello please thanks thank sorry right really more some any all out up mm hmm"
    );

    // Function words of languages students are likely to slip into; words that are English too ("me", "come", "son", "die") are left out.
    private static readonly FrozenSet<string> Other = Set(
        "el la los las una unos unas que qué como cómo está estás estoy usted ustedes ella ellos muy pero porque para con por del al yo tú su sus mi mis más también "
            + "hola gracias señor señora puede puedo quiero quiere tiene tengo siento sientes es eres soy cuando cuándo donde dónde hay sí bien ayuda familia hijos casa "
            + "le les des du une est sont suis êtes vous nous ils elles je tu mais avec pour dans sur pas être avoir très bonjour merci comment ça cela c'est qu'est "
            + "der das und ist nicht ich du sie wir ihr ein eine einen mit für auf von zu wie geht haben sind bin sehr aber auch danke hallo können möchte "
            + "não você vocês eu ele ela muito obrigado obrigada então seu sua uma estou tudo bom "
            + "che è sono sei siamo lei lui ciao grazie perché molto anche della questo questa "
            + "ako ikaw siya ang ng mga hindi po salamat kumusta mo ka "
            + "ben sen ve bir çok için değil nasıl teşekkür "
            + "jest nie tak się dzień dobry jak pan pani dziękuję czy "
            + "mwen ou li nou yo pa ki sa kijan bonjou mèsi "
    );

    public static bool IsForeign(TurnText text)
    {
        var letters = 0;
        var strange = 0;
        foreach (var c in text.Raw)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            letters++;
            // Beyond Latin, its accents and extensions: another script.
            strange += c > '\u024F' && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.ModifierLetter ? 1 : 0;
        }

        if (letters > 0 && strange * 2 > letters)
        {
            return true;
        }

        var english = 0;
        var other = 0;
        foreach (var word in text.Words)
        {
            english += English.Contains(word.Form) ? 1 : 0;
            other += Other.Contains(word.Form) ? 1 : 0;
        }

        // A foreign word or two inside an English sentence ("abuela", "mija") leaves it English.
        return other > 0 && other > english && other * 3 >= text.Words.Count;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
