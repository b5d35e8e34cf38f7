/// Words that say little or nothing of what a question is about: general English and Spanish, of no subject.
enum FormalWords {
    /// The words but those that only make a sentence a question; all where it has no others.
    static func subject(of words: [String]) -> [String] {
        let subject = words.filter { !formal.contains($0) }
        return subject.isEmpty ? words : subject
    }

    /// The stems of all of them: where they stand is not kept.
    static func stems(in languages: [String]) -> Set<String> { stems(of: formal, in: languages) }

    /// Stems that do not tell what a title is about.
    static func weakStems(in languages: [String]) -> Set<String> { stems(of: formal.union(weak), in: languages) }

    private static func stems(of words: Set<String>, in languages: [String]) -> Set<String> {
        let stemmers = Stemmers()
        return Set(languages.flatMap { language in words.map { stemmers[language].stem($0) } })
    }

    /// The language that a question is written in, by its formal words; nil where they do not tell.
    static func language(of words: [String]) -> String? {
        let inEnglish = words.count { english.contains($0) }
        let inSpanish = words.count { spanish.contains($0) }
        return inEnglish == inSpanish ? nil : inEnglish > inSpanish ? "en" : "es"
    }

    private static func set(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Words that only make a sentence of others, folded. They are not searched.
    static let formal = english.union(spanish)

    private static let english = set(
        """
        a about am an and any are as at be been being but by can could did do does doing done for from had has have having he
        her here him his how i id if im in into is it its ive may me might mine must my no nor not of on or our shall she
        should so some than that the their them then there these they this those to us was we were what whats when where which
        who whom whose why will with would you your
        """)

    private static let spanish = set(
        """
        al como con cual cuando de del donde el en es la las lo los mi para por puedo que se su un una y
        """)

    /// Politeness, and what people say around what they want to know, folded. They count half.
    static let weak = set(
        """
        able across actually advice advise again against ago all along already also although among another answer answering
        answers anybody anyone anything anyway appreciate appreciated article articles ask asked asking bad basically because
        best better between bit both came come comes concern concerned curious currently dear describe different each even
        ever every everybody everyone everything explain find fine found gave general get gets getting give given gives giving
        go goes going gone good got great greetings hear heard hello help hey hi however idea ideas info inform information
        interested just kind kindly knew know knowing known let lets like likely look looked looking lot lots madam made make
        makes making many maybe more most much need needs nice now obtain ok okay only other others per perhaps please pls plz
        possible possibly probably put puts question questions quite read reading really recently regarding regards request
        requesting said same say saying says seem seemed seems since sir site somebody someone something sorry sort still
        stuff subject such sure tell tells thank thanks therefore thing things think thinking though thought through today
        told toward towards tried try trying understand understanding unless upon very via want wanted wants website welcome
        well went while within without wonder wondered wondering yes
        favor gracias hola necesito quiero quisiera saber buenos buenas dias tardes informacion
        """)
}
