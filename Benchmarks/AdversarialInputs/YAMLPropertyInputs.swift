extension AdversarialInput {
    static let yamlProperties = [
        AdversarialInput("anchors") { series($0) { "- &a\($0) b\n" } },
        AdversarialInput("one anchor again and again") { fill("- &a b\n", $0) },
        AdversarialInput("huge anchor") { "&" + fill("a", $0) + " b" },
        AdversarialInput("anchors and their aliases") { series($0) { "- &a\($0) b\n- *a\($0)\n" } },
        AdversarialInput("anchors, then 900 aliases of the last") {
            let anchors = series($0) { "- &a\($0) b\n" }
            return anchors + "- &z b\n" + String(repeating: "- *z\n", count: 900)
        },
        AdversarialInput("aliases") { "- &a b\n" + fill("- *a\n", $0) },
        AdversarialInput("aliases of aliases") { size in
            "- &a0 [b]\n" + series(size) { "- &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }
        },
        AdversarialInput("aliases of a huge scalar") { "- &a " + fill("b", $0 / 2) + "\n" + fill("- *a\n", 4500) },
        AdversarialInput("aliases as keys") { "&a b: c\n" + fill("*a : c\n", $0) },
        AdversarialInput("tags ! on lines") { fill("- ! a\n", $0) },
        AdversarialInput("tags !!str on lines") { fill("- !!str a\n", $0) },
        AdversarialInput("tags !<…> on lines") { fill("- !<tag:yaml.org,2002:str> a\n", $0) },
        AdversarialInput("huge tag") { "!" + fill("a", $0) + " b" },
        AdversarialInput("tag escapes") { "!" + fill("%41", $0) + " b" },
        AdversarialInput("tag directives") { series($0) { "%TAG !t\($0)! tag:e,2000:\n" } + "---\na" },
        AdversarialInput("tag directives and uses") {
            series($0 / 2) { "%TAG !t\($0)! tag:yaml.org,2002:\n" } + "---\n" + series($0 / 2) { "- !t\($0)!str a\n" }
        },
        AdversarialInput("tags and anchors") { series($0) { "- !!str &a\($0) b\n" } },
        AdversarialInput("& * ! | > alone") { fill("& * ! | > ", $0) },
    ]
}
