import SeededRandom

/// Keys in the formats that their issuers publish.
enum IssuedSecrets {
    private static let forms = [
        "¤", "export KEY=¤", "key: \"¤\"", "The bot uses ¤ to post.", "`¤`", "| bot | ¤ |", "curl -H \"X-Key: ¤\"",
        "It was pasted as “¤” in the chat.", "config(¤)", "Rotate ¤, please.", "id=¤", "token: ¤",
    ]

    static func sentence(_ label: Label, _ random: inout SeededGenerator) -> Planted {
        if label == .privateKey { return privateKey(&random) }
        // Mail and tickets break long words.
        let isBroken = random.happens(percent: 4)
        return Planted(label, random.pick(forms)) {
            let value = value(label, &random)
            return isBroken ? "\(value.prefix(12))\n\(value.dropFirst(12))" : value
        }
    }

    private static func value(_ label: Label, _ random: inout SeededGenerator) -> String {
        let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
        let base64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        return switch label {
        case .awsAccessKey: random.pick(["AKIA", "AKIA", "ASIA"]) + random.text(16, of: capitals)
        case .gitHubToken:
            random.happens(percent: 25)
                ? "github_pat_" + random.alphanumeric(22) + "_" + random.alphanumeric(59)
                : random.pick(["ghp_", "gho_", "ghs_"]) + random.alphanumeric(36)
        case .gitLabToken: "glpat-" + random.text(20, of: base64URL)
        case .slackToken:
            random.pick(["xoxb-", "xoxp-", "xoxa-"]) + random.count(11) + "-" + random.count(12) + "-"
                + random.alphanumeric(24)
        case .stripeKey: "sk_live_" + random.alphanumeric(random.pick([24, 99]))
        case .googleKey: "AIza" + random.text(35, of: base64URL)
        case .npmToken: "npm_" + random.alphanumeric(36)
        default:
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ" + random.text(random.number(40...160), of: base64URL) + "."
                + random.text(43, of: base64URL)
        }
    }

    private static func privateKey(_ random: inout SeededGenerator) -> Planted {
        let kind = random.pick(["RSA ", "", "EC ", "OPENSSH ", "ENCRYPTED "])
        let indent = random.pick(["", "    ", "> "])
        let newline = random.happens(percent: 15) ? "\\n" : "\n" + indent
        let head =
            random.happens(percent: 15) && kind == "RSA "
            ? newline + "Proc-Type: 4,ENCRYPTED" + newline + "DEK-Info: AES-128-CBC,0123456789ABCDEF" + newline : ""
        return Planted(.privateKey, random.pick(["¤", "```\n¤\n```", "key: |\n    ¤", "key = \"¤\""])) {
            let lines = (0..<random.number(2...24)).map { _ in random.base64(64) }.joined(separator: newline)
            // A key of which the header was not copied.
            if random.happens(percent: 4) { return lines }
            return
                "-----BEGIN \(kind)PRIVATE KEY-----\(newline)\(head)\(lines)\(newline)-----END \(kind)PRIVATE KEY-----"
        }
    }
}
