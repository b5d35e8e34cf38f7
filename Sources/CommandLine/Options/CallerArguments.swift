package import Decisions
import FileSystem
import Glibc

/// Reads what is known of a caller from `field=value` arguments and a profile.
package struct CallerArguments {
    private let fields: [ContextField]

    package init(_ fields: [ContextField]) {
        self.fields = fields
    }

    /// - Parameters:
    ///   - arguments: `field=value`; they come before the profile.
    ///   - profile: A file with one `field=value` a line; `#` begins a comment.
    package func caller(_ arguments: [String], profile: String?) throws -> CallerContext {
        var caller: CallerContext = [:]
        if let profile {
            let bytes = try FileDescriptor(opening: profile, O_RDONLY, to: "read").readAll(limit: 1 << 16)
            for (number, line) in String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false
            ).enumerated() {
                let text = trimmed(line.prefix { $0 != "#" })
                guard !text.isEmpty else { continue }
                let (name, value) = try parse(text, in: "\(profile):\(number + 1): ")
                caller[name] = value
            }
        }
        for argument in arguments {
            let (name, value) = try parse(argument, in: "--context: ")
            caller[name] = value
        }
        return caller
    }

    /// Answers as they were given, the latest last.
    ///
    /// - Parameter arguments: `field=value`.
    package func answers(_ arguments: [String]) throws -> [(field: String, value: ContextValue)] {
        try arguments.map { try parse($0, in: "--answer: ") }
    }

    private func parse(_ text: String, in place: String) throws -> (String, ContextValue) {
        let parts = text.split(separator: "=", maxSplits: 1).map { trimmed($0) }
        guard parts.count == 2 else {
            throw CommandFailure("\(place)'\(text)' is not field=value, such as urgency=routine")
        }
        guard let field = fields.first(where: { $0.name == parts[0] }) else {
            let known = fields.map(\.name).joined(separator: ", ")
            throw CommandFailure(
                "\(place)the context has no field '\(parts[0])'; it has \(known.isEmpty ? "none" : known)")
        }
        guard let value = field.value(parts[1]) ?? field.truth(parts[1]) else {
            throw CommandFailure("\(place)'\(parts[1])' is no value of '\(field.name)'; it can be \(field.domainText)")
        }
        return (field.name, value)
    }

    private func trimmed(_ text: some StringProtocol) -> String {
        var rest = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }[...]
        while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
        return String(rest)
    }
}

extension ContextField {
    /// Yes or no, as people answer.
    fileprivate func truth(_ text: String) -> ContextValue? {
        guard domain == .boolean else { return nil }
        return switch text.lowercased() {
        case "yes": .boolean(true)
        case "no": .boolean(false)
        default: nil
        }
    }
}
