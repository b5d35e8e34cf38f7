import SeededRandom

/// Passwords that people choose, keys of systems without a prefix, and addresses that carry one.
enum ChosenSecrets {
    private static let passwordForms = [
        "password: ¤", "Password: ¤", "**Password:** ¤", "password = \"¤\"", "| Password | ¤ |", "pwd=¤",
        "The password is ¤.", "Log in as desk2, password `¤`.", "PASSWORD='¤'", "\"password\": \"¤\",", "- Password: ¤",
        "user: frontdesk  password: ¤", "<password>¤</password>", "DB_PASSWORD=¤",
        "The default password was ¤ last year.",
        "Wi-Fi password: ¤", "Use frontdesk / ¤ at the kiosk.", "Password for the fax portal: ¤", "contraseña: ¤",
        "login: frontdesk pw: ¤", "The password is now ¤.",
        "The shared login's password is: ¤", "PW: ¤", "Password → ¤", "pass: ¤", "New password (temporary): ¤",
        "kiosk_password: \"¤\"", "username desk, password ¤", "Password - ¤", "password:¤",
    ]
    private static let keyForms = [
        "api_key: ¤", "API_KEY=¤", "api-key = \"¤\"", "client_secret: '¤'", "secret=¤", "\"token\": \"¤\"",
        "Authorization: Bearer ¤", "auth_token: ¤", "The API key is ¤.", "clientSecret: \"¤\"",
        "AWS_SECRET_ACCESS_KEY=¤",
        "export SECRET_KEY=\"¤\"", "| API key | ¤ |", "access_token=¤&state=1", "x-api-key: ¤",
        "token ¤ for the sandbox",
        "x-api-key=¤", "Api Key (sandbox): ¤", "{\"api_secret\":\"¤\"}", "token=¤;", "--token ¤", "TWILIO_AUTH_TOKEN=¤",
        "Authorization: Token ¤", "webhook secret: ¤",
    ]
    private static let words = [
        "River", "Lagoon", "Summer", "Clinic", "Desk", "Tiger", "Purple", "Coffee", "Health", "Winter", "Front",
        "Falcon",
    ]

    static func sentence(_ label: Label, _ random: inout SeededGenerator) -> Planted {
        switch label {
        case .password: Planted(label, random.pick(passwordForms)) { password(&random) }
        case .assignedSecret: Planted(label, random.pick(keyForms)) { key(&random) }
        case .addressPassword:
            Planted(label, random.pick(["¤", "Open ¤ in the browser.", "url: ¤", "[portal](¤)", "`git clone ¤`"])) {
                let scheme = random.pick(["https", "https", "http", "ftp", "sftp", "smtp"])
                let host = random.pick(["portal.riverside.example", "10.2.0.14:8443", "git.internal/desk/kb.git"])
                return "\(scheme)://\(random.pick(["svc", "frontdesk", "admin", "kb-bot"])):\(code(&random))@\(host)"
            }
        default:
            Planted(label, random.pick(["¤", "dsn: \"¤\"", "DATABASE_URL=¤", "Connect with ¤ from the jump host."])) {
                connection(&random)
            }
        }
    }

    static func password(_ random: inout SeededGenerator) -> String {
        let word = random.pick(words)
        return switch random.number(0...11) {
        case 0: word.lowercased() + random.digits(2)
        case 1: random.alphanumeric(12)
        case 2: word + "@" + random.digits(3)
        case 3: random.alphanumeric(6) + "#" + random.alphanumeric(4) + "!"
        case 4: word.lowercased()
        case 5: random.pick(words).lowercased() + " " + random.pick(words).lowercased() + " " + word.lowercased()
        case 6: "P@ssw0rd" + random.digits(2)
        default: word + random.pick(words) + random.digits(random.number(2...4)) + random.pick(["", "!", "$", "?"])
        }
    }

    static func key(_ random: inout SeededGenerator) -> String {
        switch random.number(0...5) {
        case 0: random.hex(32)
        case 1: random.hex(64)
        case 2: random.base64(40)
        case 3: random.alphanumeric(12)
        case 4:
            [8, 4, 4, 4, 12].map { random.hex($0) }.joined(separator: "-")
        default: random.alphanumeric(random.number(20...48))
        }
    }

    private static func code(_ random: inout SeededGenerator) -> String {
        random.pick([random.alphanumeric(14), random.pick(words) + random.digits(3), random.pick(words).lowercased()])
    }

    private static func connection(_ random: inout SeededGenerator) -> String {
        let secret = code(&random) + random.digits(1)
        return switch random.number(0...6) {
        case 0: "postgres://kb:\(secret)@db.internal:5432/kb"
        case 1: "mongodb+srv://reader:\(secret)@cluster0.riverside.example/kb"
        case 2: "mysql://root:\(secret)@10.0.0.8/crm"
        case 3: "redis://:\(secret)@cache:6379/0"
        case 4: "Server=tcp:sql.internal,1433;Database=crm;User Id=svc;Password=\(secret);Encrypt=true"
        case 5: "DefaultEndpointsProtocol=https;AccountName=kb;AccountKey=\(random.base64(86))=="
        default: "host=db.internal dbname=crm user=svc password=\(secret)"
        }
    }
}
