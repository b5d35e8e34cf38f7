/// Writes JSON text (RFC 8259) as UTF-8.
///
/// Characters that cannot be seen are escaped, also where JSON would allow them raw, so that an answer shown on a
/// terminal cannot steer it.
package enum JSONWriter {
    package enum Layout: Sendable {
        /// Everything on one line, without spaces.
        case compact
        /// Members and elements on lines of their own, indented by two spaces.
        case pretty
    }

    /// Writes a value, without a line break at its end.
    package static func write(
        _ value: JSONValue, layout: Layout = .compact, to output: inout some TextOutputStream
    ) {
        write(value, layout: layout, depth: 0, to: &output)
    }

    private static func write(
        _ value: JSONValue, layout: Layout, depth: Int, to output: inout some TextOutputStream
    ) {
        switch value {
        case .null: output.write("null")
        case .bool(let flag): output.write(flag ? "true" : "false")
        case .integer(let number): output.write(String(number))
        case .double(let number): output.write(number.isFinite ? String(describing: number) : "null")
        case .string(let text): write(string: text, to: &output)
        case .array(let elements):
            list(elements, between: ("[", "]"), layout: layout, depth: depth, to: &output) { element, output in
                write(element, layout: layout, depth: depth + 1, to: &output)
            }
        case .object(let members):
            list(members, between: ("{", "}"), layout: layout, depth: depth, to: &output) { member, output in
                write(string: member.name, to: &output)
                output.write(layout == .pretty ? ": " : ":")
                write(member.value, layout: layout, depth: depth + 1, to: &output)
            }
        }
    }

    private static func list<Element, Output: TextOutputStream>(
        _ elements: [Element], between brackets: (String, String), layout: Layout, depth: Int,
        to output: inout Output, writing writeElement: (Element, inout Output) -> Void
    ) {
        output.write(brackets.0)
        for (index, element) in elements.enumerated() {
            if index > 0 { output.write(",") }
            if layout == .pretty { output.write("\n" + String(repeating: "  ", count: depth + 1)) }
            writeElement(element, &output)
        }
        if layout == .pretty, !elements.isEmpty { output.write("\n" + String(repeating: "  ", count: depth)) }
        output.write(brackets.1)
    }

    private static func write(string: String, to output: inout some TextOutputStream) {
        // Most texts can stand as they are.
        guard !string.utf8.allSatisfy(isPlain) else {
            output.write("\"")
            output.write(string)
            output.write("\"")
            return
        }
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where VisibleText.isHidden(scalar): text += escape(of: scalar)
            default: text.unicodeScalars.append(scalar)
            }
        }
        output.write(text + "\"")
    }

    /// ASCII that is neither a control nor needs an escape.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// `\u` and four digits for each UTF-16 code unit.
    private static func escape(of scalar: Unicode.Scalar) -> String {
        UTF16.encode(scalar)!.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
