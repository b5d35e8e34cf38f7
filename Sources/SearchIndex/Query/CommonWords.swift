/// Words that everybody knows, by their English stems: one that no document has is no slip for a rare word that it looks like.
///
/// Most are from Ogden's list of Basic English (1930, in the public domain), with the commonest others.
enum CommonWords {
    static func contains(_ word: String, _ stemmers: Stemmers) -> Bool {
        stems(stemmers).contains(stemmers["en"].stem(word))
    }

    private static func stems(_ stemmers: Stemmers) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map { stemmers["en"].stem(String($0)) })
    }

    private static let words = """
        account act addition adjustment afternoon air amount amusement angle angry animal ant apparatus apple arch argument arm
        army art attack attempt attention attraction authority automatic baby back bag balance ball band base basin basket bath
        beautiful bed bee behaviour belief bell bent berry big bird birth bite bitter black blade blood blow blue board boat body
        bone book boot bottle box boy brain brake branch brass bread breath brick bridge bright brother brown brush bucket
        building bulb burn burst business butter button cake camera canvas card care carriage cart cat cause certain chain chair
        chalk chance change cheap cheese chemical chest chief child chin church circle city class clean clear clock cloth cloud
        coal coat cold collar colour color comb comfort committee common company comparison competition complete complex condition
        connection conscious control cook copper copy cord cork cotton cough country cover cow crack credit crime cruel crush cry
        cup current curtain curve cushion cut damage danger dark daughter dead deep degree delicate dependent design desire
        destruction detail development digestion direction dirty discovery discussion disease disgust distance distribution
        division dog door doubt down drain drawer dress drink driving drop dry dust ear early earth east edge education effect egg
        elastic electric end engine enough equal error event evening example exchange existence expansion experience expert eye
        face fact fall false family far farm fat father fear feather feeble feeling female fiction field fight finger fire first
        fish fixed flag flame flat flight floor flower fly fold food foolish foot force fork form forward fowl frame free frequent
        friend front fruit full future garden girl glass glove goat gold government grain grass gray green grey grip group growth
        guide gun hair hammer hand hanging happy harbour hard harmony hat hate head healthy heart heat high history hole hollow
        hook hope horn horse hospital hour house humour ice ill important impulse increase industry ink insect instrument
        insurance interest invention iron island jelly jewel join journey judge jump keep kettle key kick kiss knee knife knot
        knowledge land language last late laugh law lead leaf learning leather left leg letter level library lift light limit line
        linen lip liquid list little living lock long loose loss loud love low machine male man manager map mark market married
        mass match material meal measure meat medical meeting memory metal middle military milk mind mine minute mist mixed money
        monkey month moon morning mother motion mountain mouth move muscle music nail name narrow nation natural near necessary
        neck needle nerve net new news night noise normal north nose note number nut observation off offer office oil old open
        operation opinion opposite orange order organization ornament oven owner page pain paint paper parallel parcel part past
        paste payment peace pen pencil person physical picture pig pin pipe place plane plant plate play pleasure plough pocket
        point poison polish political poor porter position pot potato powder power present price print prison private process
        produce profit property prose protest public pull pump punishment purpose push quality quick quiet rail rain range rat
        rate ray reaction ready reason receipt record red regret regular relation religion representative respect responsible rest
        reward rhythm rice right ring river road rod roll roof room root rough round rub rule run sad safe sail salt sand scale
        school science scissors screw sea seat second secret secretary seed selection self send sense separate serious servant sex
        shade shake shame sharp sheep shelf ship shirt shock shoe short shut side sign silk silver simple sister size skin skirt
        sky sleep slip slope slow small smash smell smile smoke smooth snake sneeze snow soap society sock soft solid son song
        soup south space spade special sponge spoon spring square stage stamp star start statement station steam steel stem step
        stick sticky stiff stitch stocking stomach stone stop store story straight strange street stretch strong structure
        substance sudden sugar suggestion summer sun support surprise sweet swim system table tail take talk tall taste tax
        teaching tendency test theory thick thin thing thread throat thumb thunder ticket tight till time tin tired toe together
        tomorrow tongue tooth top touch town trade train transport tray tree trick trouble trousers true turn twist umbrella unit
        use value verse vessel view violent voice waiting walk wall war warm wash waste watch water wave wax way weather week
        weight west wet wheel whip whistle white wide wife wild wind window wine wing winter wire wise woman wood wool word work
        worm wound writing wrong year yellow yesterday young
        spot spots bleed bleeding fever swollen swell swelling drive drove eat ate eaten buy bought sell sold bring brought lose
        lost leave left wear wore worn break broke broken hurt teeth feet women men children kids kid wake woke sick dizzy itch
        itchy rash lump bump bruise burn phone email computer car bus taxi park parking pay paid cash cheque check bank bill owe
        free cost job boss school college church police lawyer court letter stamp form sign photo picture video movie game team
        color size age birthday wedding divorce husband partner parent grandmother grandfather aunt uncle cousin neighbour friend
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
        november december weekend holiday christmas easter tonight noon midnight
        """
}
