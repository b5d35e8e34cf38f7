import CommandLine
import Content
import Decisions
import Diagnostics
import FileSystem
import Glibc
import YAML

/// Reads how often callers have each value of a field: `age: {"< 18": 20, otherwise: 80}`.
struct CallersFile {
    private let path: String
    private let source: SourceFile
    private let reader: ConditionReader

    private static let otherwise = "otherwise"
    private static let mostBytes = 1 << 20

    /// - Parameter fields: All that the file may speak of.
    init(_ path: String, fields: [ContextField]) throws {
        self.path = path
        let bytes = try FileDescriptor(opening: path, O_RDONLY, to: "read").readAll(limit: Self.mostBytes)
        source = SourceFile(path: path, bytes: bytes)
        reader = ConditionReader(fields)
    }

    func distribution() throws -> CallerDistribution {
        let node: Node?
        do {
            node = try YAMLParser.parse(source.bytes[...])
        } catch {
            throw failure("this is no YAML that can be read; write a map of fields", error.range)
        }
        guard let mapping = node?.mapping, !mapping.entries.isEmpty else {
            throw failure(
                "no field stands here; write for example 'age: {\"< 18\": 20, otherwise: 80}'", node?.range ?? 0..<0)
        }
        var shares: [String: [CallerDistribution.Share]] = [:]
        for entry in mapping.entries { shares[entry.key.text] = try self.shares(entry) }
        return CallerDistribution(shares)
    }

    private func shares(_ entry: Mapping.Entry) throws -> [CallerDistribution.Share] {
        guard let field = reader.field(entry.key.text) else {
            let known = Suggestion.question(for: entry.key.text, among: reader.fieldNames).map { "; \($0)" } ?? ""
            throw failure("there is no field '\(entry.key.text)'\(known)", entry.keyRange)
        }
        guard let values = entry.value.mapping, !values.entries.isEmpty else {
            throw failure("'\(field.name)' has no shares; write '{VALUE: NUMBER, …}'", entry.value.range)
        }
        var shares: [CallerDistribution.Share] = []
        var rest: CallerDistribution.Share?
        for value in values.entries {
            guard let weight = value.value.text.flatMap(Double.init), weight >= 0, weight <= 1e12 else {
                throw failure("a share is a number from 0 on, in any unit", value.value.range)
            }
            if value.key.text == Self.otherwise {
                rest = CallerDistribution.Share(nil, weight: weight)
            } else {
                shares.append(CallerDistribution.Share(try test(value, field), weight: weight))
            }
        }
        if let rest {
            shares.append(rest)
        } else if let left = field.representatives(for: shares.compactMap(\.test)).first(where: { value in
            value != .unknown && !shares.contains { $0.test?.accepts(value) ?? true }
        }) {
            throw failure(
                "no share of '\(field.name)' says how often it is \(left.text); add it, or '\(Self.otherwise)'",
                entry.keyRange)
        }
        guard shares.contains(where: { $0.weight > 0 }) else {
            throw failure("all shares of '\(field.name)' are 0; one at least must be more", entry.keyRange)
        }
        return shares
    }

    private func test(_ value: Mapping.Entry, _ field: ContextField) throws -> FieldTest {
        do {
            return try reader.test(value.key.text, of: field, range: value.keyRange)
        } catch {
            throw failure("\(error.message); \(error.help())", error.range)
        }
    }

    private func failure(_ text: String, _ range: Range<Int>) -> CommandFailure {
        let start = LineIndex(source).position(of: range.lowerBound)
        return CommandFailure("\(path):\(start.line):\(start.column): \(text)")
    }
}
