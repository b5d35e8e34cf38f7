import Diagnostics
import Presentation
import YAML

/// Findings that were there when a knowledge base began to be checked, and that do not fail it.
///
/// The file is JSON with one finding a line, so that versions of it merge. Code and path are for people; only
/// fingerprints are compared.
package struct Baseline: Sendable {
    /// Why a file is no baseline.
    package struct Error: Swift.Error, Hashable, Sendable {
        /// UTF-8 offset in the file.
        package var offset: Int
        /// One sentence that says what is wrong and what to do.
        package var message: String
    }

    package struct Entry: Hashable, Sendable {
        package var fingerprint: Fingerprint
        package var code: String
        package var path: String
    }

    package static let version = 1
    /// A finding takes about 120 bytes.
    private static let byteLimit = 64 << 20

    /// Sorted by path, code and fingerprint.
    package let entries: [Entry]
    private let fingerprints: Set<Fingerprint>

    /// A baseline of all findings that are not suppressed.
    package init(of set: FindingSet) {
        self.init(
            set.active.map {
                Entry(fingerprint: $0.fingerprint, code: $0.diagnostic.rule.code, path: $0.diagnostic.location.path)
            })
    }

    private init(_ entries: [Entry]) {
        self.entries = entries.sorted {
            ($0.path, $0.code, $0.fingerprint.text) < ($1.path, $1.code, $1.fingerprint.text)
        }
        fingerprints = Set(entries.map(\.fingerprint))
    }

    /// Whether a finding was already there.
    package func contains(_ finding: Finding) -> Bool {
        fingerprints.contains(finding.fingerprint)
    }

    package func write(to output: inout some TextOutputStream) {
        output.write("{\"version\":\(Baseline.version),\"fingerprints\":[")
        for (index, entry) in entries.enumerated() {
            let value: JSONValue = [
                "fingerprint": .string(entry.fingerprint.text), "code": .string(entry.code),
                "path": .string(entry.path),
            ]
            output.write((index == 0 ? "\n" : ",\n") + value.serialized)
        }
        output.write(entries.isEmpty ? "]}\n" : "\n]}\n")
    }

    /// Reads a baseline file.
    package init(reading bytes: [UInt8]) throws(Error) {
        let root: Node
        do throws(JSONReader.Error) {
            root = try JSONReader.read(bytes, byteLimit: Baseline.byteLimit)
        } catch {
            throw Error(offset: error.offset, message: "The baseline is not JSON: \(error.message)")
        }
        guard let version = root["version"]?.text else {
            throw Error(offset: root.range.lowerBound, message: "This is no baseline: it has no 'version'.")
        }
        guard version == String(Baseline.version) else {
            throw Error(
                offset: root["version"]!.range.lowerBound,
                message: "The baseline has version \(version), but this program reads version \(Baseline.version); "
                    + "write it again.")
        }
        guard let nodes = root["fingerprints"]?.sequence else {
            throw Error(offset: root.range.lowerBound, message: "The baseline has no list 'fingerprints'.")
        }
        var entries: [Entry] = []
        for node in nodes { entries.append(try Entry(node)) }
        self.init(entries)
    }
}

extension Baseline.Entry {
    fileprivate init(_ node: Node) throws(Baseline.Error) {
        guard let fingerprint = node["fingerprint"]?.text else {
            throw Baseline.Error(
                offset: node.range.lowerBound, message: "An entry of the baseline has no 'fingerprint'.")
        }
        self.fingerprint = Fingerprint(text: fingerprint)
        code = node["code"]?.text ?? ""
        path = node["path"]?.text ?? ""
    }
}
