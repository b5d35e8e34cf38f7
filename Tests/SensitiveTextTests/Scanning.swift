import SensitiveText

/// What was found in a text: the kind and the bytes.
func found(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SensitiveText.scan(bytes, in: 0..<bytes.count).map { match in
        "\(match.kind.rawValue) \(String(decoding: bytes[match.range], as: UTF8.self))"
    }
}
