namespace VirtualClient.Simulation.Turns.Text;

/// <summary>Words that carry no content of their own: what is left of a sentence without them is what it is about.</summary>
internal static class PlainWords
{
    private static readonly StemSet Stems = new(Words);

    public static bool Contains(Word word) => word.Form.Length < 2 || Stems.Contains(word);

    private const string Words = """
        a an the this that these those it its he him his she her hers they them their theirs we us our ours you your yours i me my mine myself
        yourself himself herself itself themselves who whom whose which what where when why how there here
        am is are was were be been being do does did doing done have has had having will would shall should can could may might must not no nor
        and or but so because if then than as of at by for with about against between into through during before after above below to from up
        down in out on off over under again further once all any both each few more most other some such only own same too very just now also
        even still yet ever never always really quite pretty much many lot lots bit little kind sort type thing things stuff something anything
        nothing everything someone anyone everyone way ways okay yeah yes mm hmm uh huh oh well right sure like know think mean guess say tell
        said told talk see look get got go come going make made take put let give want need try feel seem sound today sometimes maybe perhaps
        probably actually basically like good great nice fine bad hard difficult tough big small one two time times moment point part
        sounds hearing hear understand understanding sense noticing notice wonder wondering curious bring brought happen happened
        able help around away back else every until while without within whether though although however please thank thanks sorry
        first last next new old different another enough far long somewhat somehow keep kept start since another lately recently
        """;
}
