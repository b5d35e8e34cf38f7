/// `https://user:password@host` and `postgres://user:password@host/name`.
enum AddressCredentials {
    private static let longestScheme = 16
    private static let databases: [StaticString] = [
        "postgres", "postgresql", "mysql", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps",
        "sqlserver", "mssql", "oracle", "ldap", "ldaps", "jdbc",
    ]

    static func match(in text: ScannedText, atColon colon: Int) -> SensitiveMatch? {
        guard text.has("//", at: colon + 1) else { return nil }
        var start = colon
        while colon - start < longestScheme, text[start - 1].isAlphanumeric || text[start - 1] == UInt8(ascii: "+") {
            start -= 1
        }
        guard start < colon else { return nil }
        // `/` ends the user and is in every address's beginning, so no two addresses read the same bytes.
        let user = colon + 3
        let end = text.run(from: user) { $0 > 0x20 && !$0.isQuote && !"/?#<>|@[](){}".utf8.contains($0) }
        guard text[end] == UInt8(ascii: "@"), text[end + 1].isAlphanumeric || text[end + 1] == UInt8(ascii: "[") else {
            return nil
        }
        let separator = text.run(from: user, limit: end) { $0 != UInt8(ascii: ":") }
        if text.phrase("anonymous", at: user) == separator { return nil }
        let password = min(separator + 1, end)..<end
        guard password.count >= 4, ValueShape(password, in: text).distinct > 1,
            !Placeholder.isOne(password, in: text), !Placeholder.isWordForPassword(password, in: text)
        else { return nil }
        let isDatabase = databases.contains { text.phrase($0, at: start) == colon }
        let host = text.run(from: end + 1, limit: end + 256) { $0.isAlphanumeric || "-._:[]".utf8.contains($0) }
        return SensitiveMatch(isDatabase ? .connectionString : .addressPassword, start..<host)
    }
}
