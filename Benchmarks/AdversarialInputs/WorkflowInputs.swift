extension AdversarialInput {
    package static let workflow = [
        AdversarialInput("steps") {
            workflowHead + "steps:\n"
                + series($0) { "  s\($0): {ask: A, field: payer, next: {medicare: s\($0 + 1)}}\n" }
        },
        AdversarialInput("branches") {
            workflowHead + "steps:\n"
                + series($0) { "  s\($0): {when: [{if: {payer: medicare}, go: s\($0 + 1)}, {else: s1}]}\n" }
        },
        AdversarialInput("one branch of many entries") {
            workflowHead + "steps:\n  a:\n    when:\n" + fill("      - {if: {age: \"> 3\"}, go: a}\n", $0)
        },
        AdversarialInput("one question of many answers") {
            workflowHead + "steps:\n  a:\n    ask: A\n    field: payer\n    next:\n"
                + series($0) { "      a\($0): b\n" }
        },
        AdversarialInput("fields") { workflowHead + "fields:\n" + series($0) { "  f\($0): {type: boolean}\n" } },
        AdversarialInput("one field of many values") {
            workflowHead + "fields:\n  f:\n    type: choice\n    values:\n" + series($0) { "      v\($0): V\n" }
        },
        AdversarialInput("one field of many groups") {
            workflowHead + "fields:\n  f:\n    type: choice\n    values: {a: A}\n    groups:\n"
                + series($0) { "      g\($0): [a]\n" }
        },
        AdversarialInput("many values and many tests of them") { size in
            workflowHead + "fields:\n  f:\n    type: choice\n    values:\n" + series(size / 2) { "      v\($0): V\n" }
                + "steps:\n  a:\n    when:\n" + series(size / 2) { "      - {if: {f: v\($0)}, go: a}\n" }
        },
        AdversarialInput("many values and many tests of others") { size in
            workflowHead + "fields:\n  f:\n    type: choice\n    values:\n" + series(size / 2) { "      v\($0): V\n" }
                + "steps:\n  a:\n    when:\n" + series(size / 2) { "      - {if: {f: w\($0)}, go: a}\n" }
        },
        AdversarialInput("many groups and many tests of others") { size in
            workflowHead + "fields:\n  f:\n    type: choice\n    values: {a: A}\n    groups:\n"
                + series(size / 2) { "      g\($0): [a]\n" }
                + "steps:\n  a:\n    when:\n" + series(size / 2) { "      - {if: {f: h\($0)}, go: a}\n" }
        },
        AdversarialInput("a group of many values, tested often") { size in
            let values = series(min(size / 4, 100_000)) { "      v\($0): V\n" }
            let group = series(min(size / 4, 50_000)) { "v\($0), " }
            return workflowHead + "fields:\n  f:\n    type: choice\n    values:\n" + values
                + "    groups: {g: [\(group)v1]}\n"
                + "steps:\n  a:\n    when:\n" + series(size / 2) { _ in "      - {if: {f: g}, go: a}\n" }
        },
        AdversarialInput("groups tested together again and again") { size in
            let names = (1...60).map { "g\($0)" }.joined(separator: ", ")
            let groups = (1...60).map { group in
                "      g\(group): [\((1...100).map { "v\(group + $0)" }.joined(separator: ", "))]\n"
            }
            // The groups are of a size of their own, and cheap: taken off, they would make the rest more than double.
            return workflowHead + "fields:\n  f:\n    type: choice\n    values: {a: A}\n    groups:\n"
                + groups.joined() + "steps:\n  a:\n    when:\n"
                + fill("      - {if: {f: [\(names)]}, go: a}\n", size)
        },
        AdversarialInput("many fields and many tests of others") { size in
            workflowHead + "fields:\n" + series(size / 2) { "  f\($0): {type: boolean}\n" }
                + "steps:\n  a:\n    when:\n" + series(size / 2) { "      - {if: {g\($0): true}, go: a}\n" }
        },
        AdversarialInput("dates that do not exist") {
            workflowHead + "sources: []\neffective: {from: 2026-13-01}\nsteps:\n  a:\n    when:\n"
                + fill("      - {if: {visit: \">= 2026-02-31\"}, go: a}\n", $0)
        },
    ]

    private static let workflowHead = "id: w\ntitle: W\nstart: a\n"
}
