extension AdversarialInput {
    static let patterns =
        [
            "^(a+)+b$", "(a|a)*b", "^(a|aa)+$", "(a*)*c", "(.*)(.*)(.*)(.*)b", "^([a-z]+[0-9]*)+$", "a{1,60}b",
            "^(\\\\p{L}+ ?)+$", "(x+x+)+y", "\\\\bword\\\\b", "(a?){50}a{50}", "[^b]*b", "(?:a|b|c|d|e)*f",
        ].map { pattern in
            AdversarialInput("pattern \(pattern)") {
                group("{\"pattern\":\"\(pattern)\"}", "\"" + fill("a", $0) + "\"")
            }
        } + [
            AdversarialInput("pattern over text outside ASCII") {
                group("{\"pattern\":\"^(é+)+b$\"}", "\"" + series($0) { _ in "é" } + "\"")
            },
            AdversarialInput("pattern ((((") { group("{\"pattern\":\"" + fill("(", $0) + "\"}") },
            AdversarialInput("pattern [[[[") { group("{\"pattern\":\"" + fill("[", $0) + "\"}") },
            AdversarialInput("pattern a|a|a") { group("{\"pattern\":\"" + fill("a|", $0) + "\"}") },
            AdversarialInput("pattern of repetitions") { group("{\"pattern\":\"" + fill("a{9}", $0 & ~3) + "\"}") },
            AdversarialInput("pattern of one repetition, nested") {
                group("{\"pattern\":\"(((((a{99}){99}){99}){99}){99})" + fill("b", $0) + "\"}")
            },
            AdversarialInput("pattern of a huge count") { group("{\"pattern\":\"a{" + fill("9", $0) + "}\"}") },
            AdversarialInput("pattern of classes") { group("{\"pattern\":\"" + series($0) { _ in "[a-z]" } + "\"}") },
            AdversarialInput("pattern of one huge class") {
                group("{\"pattern\":\"[" + series($0) { _ in "a-z" } + "]\"}")
            },
            AdversarialInput("pattern of one class of many ranges") { size in
                group(
                    "{\"pattern\":\"["
                        + series(size) { number in
                            Unicode.Scalar(UInt32(0x4E00 + number * 2 % 0x5000)).map { String($0) } ?? ""
                        } + "]\"}")
            },
            AdversarialInput("patterns") {
                group("{\"allOf\":" + list($0) { "{\"pattern\":\"^a\($0)$\"}" } + "}", "\"a\"")
            },
            AdversarialInput("patterns of many instructions") {
                group("{\"allOf\":" + list($0) { _ in "{\"pattern\":\"a{3000}\"}" } + "}", "\"a\"")
            },
            AdversarialInput("very many patternProperties") { size in
                group("{\"patternProperties\":" + members(size) { "\"^p\($0)$\":true" } + "}", "{\"p1\":1}")
            },
            AdversarialInput("patternProperties and members") { size in
                group(
                    "{\"patternProperties\":" + members(1100) { "\"^p\($0)$\":true" } + "}",
                    members(size) { "\"p\($0)\":1" })
            },
            AdversarialInput("formats") { size in
                group("{\"format\":\"uri\"}", "\"http://" + fill("a.", size) + "\"")
            },
        ]
        + [
            "date-time", "email", "hostname", "idn-hostname", "ipv6", "uri", "uri-template", "regex", "json-pointer",
            "duration",
        ]
        .map { format in
            AdversarialInput("format \(format) of a huge text") {
                group("{\"format\":\"\(format)\"}", "\"" + fill("a:%41/{b}1", $0) + "\"")
            }
        }
}
