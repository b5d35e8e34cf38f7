import AdversarialInputs
@preconcurrency private import Glibc
import Measuring

/// Measures our Markdown reader beside md4c alone, cmark and cmark-gfm: honest text, conformance to CommonMark, and
/// texts made to be slow to read. The peers are opened when it runs; one that is not installed is left out.
///
/// Run in the repository. Arguments select readers: `MarkdownBench kb cmark`. Figures go to standard output, what it
/// is doing to standard error. Only figures of one run say something beside one another.
@main
enum MarkdownBench {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let first = arguments.first, first.hasPrefix("--") {
            guard let name = ReaderName(rawValue: arguments[1]), let reader = name.load() else { exit(2) }
            Work.run(first, Array(arguments.dropFirst(2)), with: reader)
            return
        }
        setvbuf(stdout, nil, _IOLBF, 0)
        let readers = readers(arguments)
        let table = Table(readers)
        printHonest(readers, table)
        printAdversarial(readers)
    }

    private static func readers(_ arguments: [String]) -> [ReaderName] {
        ReaderName.allCases.filter { name in
            guard arguments.isEmpty || arguments.contains(name.rawValue) else { return false }
            guard let reader = name.load() else {
                print("\(name.rawValue): skipped, its library is not installed")
                return false
            }
            print("\(name.rawValue): \(reader.version)")
            return true
        }
    }

    private static func printHonest(_ readers: [ReaderName], _ table: Table) {
        print()
        table.head("honest text, MB/s")
        var memory: [ReaderName: Int] = [:]
        for text in HonestText.allCases {
            report("honest text: \(text.rawValue)")
            table.row("  \(text.rawValue)") { reader in
                let measurement = Measurement.median(of: 9, ["--honest", reader.rawValue, text.rawValue])
                if text == .oneText { memory[reader] = measurement.peakMemory }
                guard let time = measurement.milliseconds, let bytes = Double(measurement.remark) else { return "–" }
                return (bytes / time / 1000).brief
            }
        }
        table.row("  peak memory of the one text, MB") { memory[$0].map { (Double($0) / 1e6).brief } }
        printConformance(readers, table)
    }

    private static func printConformance(_ readers: [ReaderName], _ table: Table) {
        report("conformance")
        var parts: [ReaderName: [Substring]] = [:]
        for reader in readers {
            let remark = Measurement.median(of: 1, ["--conformance", reader.rawValue]).remark
            parts[reader] = remark.split(separator: ":", omittingEmptySubsequences: false)
        }
        print()
        table.head("CommonMark 0.31.2, 652 examples")
        table.row("  the same HTML to the byte") { parts[$0]?.first.map(String.init) }
        table.row("  apart from line breaks at tags") { parts[$0]?.dropFirst().first.map(String.init) }
        for reader in readers {
            print("  \(reader.rawValue) differs in: \(parts[reader]?.last ?? "")")
        }
    }

    private static func printAdversarial(_ readers: [ReaderName]) {
        // Our HTML alone is a part of what we do with a text.
        let readers = readers.filter { $0 != .oursHTML }
        var growths: [ReaderName: [Growth]] = [:]
        for reader in readers {
            report("adversarial texts: \(reader.rawValue)")
            growths[reader] = AdversarialInput.markdown.map { input in
                let growth = Growth.measure(reader, input)
                if !growth.isWithinBound { report("  \(input.name): \(growth.verdict)") }
                return growth
            }
        }
        print()
        AdversarialTable(growths).print(Table(readers), readers)
    }

    /// What it is doing.
    private static func report(_ text: String) {
        fputs("MarkdownBench: \(text)\n", stderr)
    }
}
