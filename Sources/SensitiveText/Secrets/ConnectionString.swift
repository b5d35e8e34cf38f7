/// `Server=…;Password=…` and `host=… password=…`, as database drivers read them.
enum ConnectionString {
    private static let longestPart = 64

    /// Whether the key that begins here comes after another part of such a string.
    static func continues(in text: ScannedText, at keyStart: Int, _ key: AssignmentKey) -> Bool {
        guard text[text.run(from: key.end, limit: key.end + 2) { $0.isBlank }] == UInt8(ascii: "=") else {
            return false
        }
        var offset = keyStart - 1
        if text[offset].isBlank { offset -= 1 }
        if text[offset] == UInt8(ascii: ";") { return true }
        guard offset < keyStart - 1 else { return false }
        // The part before, `user=svc`, is one word.
        while offset > keyStart - longestPart, text[offset] > 0x20 {
            if text[offset] == UInt8(ascii: "=") { return true }
            offset -= 1
        }
        return false
    }
}
