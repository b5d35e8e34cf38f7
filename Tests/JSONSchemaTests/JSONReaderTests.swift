import Testing
import YAML

@Suite("The strict JSON reader")
struct JSONReaderTests {
    @Test("Values keep their token text and byte ranges")
    func ranges() throws {
        let text = #"{"é": [1.50, "a\n\u00e9\uD83D\uDC32", true ]}"#
        let root = try json(text)
        let items = try #require(root["é"]?.sequence)
        #expect(root.range == 0..<text.utf8.count)
        #expect(items[0].scalar == Scalar("1.50", style: .json))
        #expect(items[0].range == 8..<12)
        #expect(items[1].scalar == Scalar("a\né🐲", style: .doubleQuoted))
        #expect(items[2].scalar == Scalar("true", style: .json))
        #expect(root.mapping?.entries[0].keyRange == 1..<5)
    }

    @Test(
        "Every deviation is refused where it stands",
        arguments: [
            ("", 0), ("[1,]", 3), ("[1 2]", 3), ("{\"a\":1,}", 7), ("{a:1}", 1), ("{\"a\" 1}", 5), ("01", 1), ("+1", 0),
            ("1.", 2), ("-", 1), (".5", 0), ("1e", 2), ("nul", 0), ("NaN", 0), ("\"a", 2), ("\"\t\"", 1),
            ("\"\\x\"", 1),
            ("\"\\u12\"", 3), ("\"\\ud800\"", 1), ("\"\\udc00\\ud800\"", 1), ("1 1", 2), ("// c\n1", 0), ("'a'", 0),
            ("{\"a\":1,\"a\":2}", 7), ("{\"\\u00e9\":1,\"e\\u0301\":2}", 12), ("[", 1), ("{\"a\":{\"b\":[1}}", 12),
        ])
    func refusals(text: String, offset: Int) {
        #expect(throws: JSONReader.Error.self) { try json(text) }
        do throws(JSONReader.Error) {
            _ = try JSONReader.read(Array(text.utf8))
        } catch {
            #expect(error.offset == offset, "\(text): \(error.message)")
        }
    }

    @Test("Byte order marks, UTF-16 and ill-formed UTF-8 are refused")
    func encodings() throws {
        let texts: [([UInt8], Int)] = [
            ([0xEF, 0xBB, 0xBF, 0x31], 0), ([0xFF, 0xFE, 0x31, 0x00], 0), ([0x22, 0x61, 0xC3, 0x22], 2),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x22, 0x61, 0xC0, 0x80, 0x22], 2), ([0x22, 0x00, 0x22], 1),
        ]
        for (bytes, offset) in texts {
            do throws(JSONReader.Error) {
                _ = try JSONReader.read(bytes)
                Issue.record("\(bytes) was accepted")
            } catch {
                #expect(error.offset == offset, "\(bytes): \(error.message)")
            }
        }
    }

    @Test("Depth and size are capped before the work is done")
    func caps() throws {
        #expect(throws: Never.self) { try json(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) }
        let deep = #expect(throws: JSONReader.Error.self) { try json(String(repeating: "[", count: 500_000)) }
        #expect(deep?.offset == 64)
        let keys = String(repeating: "{\"a\":", count: 100_000)
        #expect(#expect(throws: JSONReader.Error.self) { try json(keys) }?.offset == 64 * 5)
        let long = Array(("\"" + String(repeating: "a", count: 1 << 20) + "\"").utf8)
        #expect(throws: JSONReader.Error.self) { try JSONReader.read(long) }
        #expect(try JSONReader.read(long, byteLimit: 2 << 20).scalar?.text.utf8.count == 1 << 20)
    }

    @Test("Wide documents keep every member")
    func wide() throws {
        let count = 60_000
        let members = (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let root = try json("{\(members)}")
        #expect(root.mapping?.entries.count == count)
        #expect(root.mapping?.entries.last?.value.scalar?.text == "\(count - 1)")
    }
}
