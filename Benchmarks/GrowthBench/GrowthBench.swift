import AdversarialInputs
@preconcurrency private import Glibc
import Measuring
import ParserEntries

/// Prints how the time of each parser grows with inputs made to be slow to read, up to 1 MB: for each the
/// size n, t(n), t(2n), and the greatest t(2n)/t(n) of the sizes; then how many keep to 2.3, of each parser and of
/// all.
///
/// Arguments select parsers by name and inputs by a part of theirs: `GrowthBench markdown emphasis`.
@main
enum GrowthBench {
    /// Doublings up to the cap of 1 MiB. Some inputs are a few percent larger than asked for, and one past the cap would
    /// be refused for its size, which says nothing of growth.
    private static let sizes = [125_000, 250_000, 500_000, 1_000_000]
    private static let bound = 2.3
    /// Times below this many milliseconds are no measure of growth.
    private static let least = 2.0

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.count == 4, arguments[0] == "--once" {
            measureOnce(arguments)
            return
        }
        // Seen as it goes on, though it is piped.
        setvbuf(stdout, nil, _IOLBF, 0)
        var total = (within: 0, all: 0)
        print("parser    input".padded(to: 64), "       n      t(n) ms     t(2n) ms   ratio")
        for entry in ParserEntry.allCases where arguments.isEmpty || arguments[0] == entry.rawValue {
            let inputs = inputs(of: entry).filter { arguments.count < 2 || $0.name.contains(arguments[1]) }
            var failures: [String] = []
            for input in inputs {
                let growth = growth(of: input, entry)
                if !(growth.ratio <= bound) { failures.append(input.name) }
                print(entry.rawValue.padded(to: 9), growth.line)
            }
            print("\(entry.rawValue): \(inputs.count - failures.count) of \(inputs.count) within \(bound)")
            failures.forEach { print("  not: \($0)") }
            total.all += inputs.count
            total.within += inputs.count - failures.count
        }
        print("\(total.within) of \(total.all) within \(bound)")
    }

    private static func inputs(of entry: ParserEntry) -> [AdversarialInput] {
        switch entry {
        case .yaml: AdversarialInput.yaml
        case .json: AdversarialInput.json
        case .markdown: AdversarialInput.markdown
        case .article: AdversarialInput.article
        case .workflow: AdversarialInput.workflow
        case .schema: AdversarialInput.schema
        }
    }

    /// A ratio over the bound is measured again with more runs: on a shared machine a few of so many are chance.
    private static func growth(of input: AdversarialInput, _ entry: ParserEntry) -> (ratio: Double, line: String) {
        let first = growth(of: input, entry, runs: 3)
        return first.ratio <= bound ? first : growth(of: input, entry, runs: 9)
    }

    private static func growth(
        of input: AdversarialInput, _ entry: ParserEntry, runs: Int
    ) -> (ratio: Double, line: String) {
        var worst = (ratio: 0.0, line: "")
        var previous: Measurement?
        for size in sizes {
            let measurement = Measurement.median(of: runs, ["--once", entry.rawValue, input.name, String(size)])
            defer { previous = measurement }
            guard let half = previous else { continue }
            let ratio = ratio(half, measurement)
            let isLast = size == sizes.last && worst.ratio == 0
            guard ratio > worst.ratio || isLast else { continue }
            let times = [half, measurement].map { $0.milliseconds?.padded(to: 13) ?? "   over 10 s " }
            let remark = measurement.remark.isEmpty ? "" : "  refused: \(measurement.remark.prefix(60))"
            let numbers = "\(size / 2)".leftPadded(to: 8) + times.joined()
            let growth = ratio > 0 ? ratio.padded(to: 8) : "       –"
            worst = (ratio, "\(input.name.padded(to: 54)) \(numbers)\(growth)\(remark)")
        }
        return worst
    }

    private static func ratio(_ half: Measurement, _ whole: Measurement) -> Double {
        guard let time = whole.milliseconds else { return .infinity }
        guard let before = half.milliseconds, time >= least else { return 0 }
        return time / before
    }

    private static func measureOnce(_ arguments: [String]) {
        guard let entry = ParserEntry(rawValue: arguments[1]), let size = Int(arguments[3]),
            let input = inputs(of: entry).first(where: { $0.name == arguments[2] })
        else { fatalError("no such input") }
        let text = input.text(size: size)
        // What is made once for all files does not count.
        _ = entry.read(input.text(size: 64))
        Measurement.report { entry.read(text) }
    }
}
