import SensitiveText
import Testing

// A `¦` cuts values that a service watching repositories would take for its own; it is taken out before the scan.
@Suite struct SecretTests {
    @Test(arguments: [
        ("The desk logs in with password: BlueLagoon77!", "password password: BlueLagoon77!"),
        ("| Password | BlueLagoon77! |", "password Password | BlueLagoon77!"),
        ("**Password:** `BlueLagoon77`.", "password Password:** `BlueLagoon77"),
        ("{\"password\": \"hunter2\"}", "password password\": \"hunter2"),
        ("The password is Welcome2024!", "password password is Welcome2024!"),
        ("<password>Blue77Lagoon</password>", "password password>Blue77Lagoon"),
        ("Password for the fax portal: Tiger#88", "password Password for the fax portal: Tiger#88"),
        ("Conference PIN: 482913", "password PIN: 482913"),
        ("DB_PASSWORD=s3cr3tz", "password PASSWORD=s3cr3tz"),
        ("contraseña: Verano2024", "password contraseña: Verano2024"),
    ])
    func `A literal password is found with the word before it`(_ text: String, _ expected: String) {
        #expect(found(in: text) == [expected])
    }

    @Test(arguments: [
        "Password: ask your supervisor", "password: <your password>", "password: ********", "password: changeme",
        "PASSWORD=$DB_PASSWORD", "password: {{ portal.password1 }}", "{password: Password forgotten, code: no code}",
        "related: [portal-password-and-code]", "Password: 8-16 characters", "password: Portal2@example.org",
        "Password help: desk2@riverside.test", "The PIN is 4 digits.", "Pin: 4455 is the part", "password=auth[2]",
        "Ask the caller for the password hint.", "Password: 90-day expiry", "Password: 24hours", "password:",
    ])
    func `Talk of passwords is not a password`(_ text: String) {
        #expect(found(in: text) == [])
    }

    @Test(arguments: [
        ("api_key = \"k8Jd02mNq7Xz41LpWv3s\"", "assignedSecret"),
        ("clientSecret: 'k8Jd02mNq7Xz41LpWv3s'", "assignedSecret"),
        ("Authorization: Bearer k8Jd02mNq7Xz41LpWv3s", "assignedSecret"),
        ("key: AKIA¦Q3EGRTX5WZ2MN7KP", "awsAccessKey"),
        ("ghp¦_16C7e42F292c6912E7710c838347Ae178B4a", "gitHubToken"),
        ("glpat¦-x8Jd02mNq7Xz41LpWv3s", "gitLabToken"),
        ("xoxb¦-17653285312-843275329874-k8Jd02mNq7Xz41LpWv3sAbCd", "slackToken"),
        ("sk_live¦_k8Jd02mNq7Xz41LpWv3sAbCd", "stripeKey"),
        ("AIza¦SyD3k8Jd02mNq7Xz41LpWv3sAbCd-xYz_0q", "googleKey"),
        ("npm¦_k8Jd02mNq7Xz41LpWv3sAbCdk8Jd02mNq7Xz", "npmToken"),
        ("token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P", "webToken"),
        ("https://svc:Blue77Lagoon@portal.test/x", "addressPassword"),
        ("postgres://kb:lagoon77@db.internal/kb", "connectionString"),
        ("Server=sql;User Id=svc;Password=Lagoon77;", "connectionString"),
        ("host=db user=svc password=Lagoon77", "connectionString"),
        ("-----BEGIN RSA PRIVATE ¦KEY-----\nMIIEpAIBAAKCAQEAuk8Jd02mNq7Xz41LpWv3sAbCdk8Jd02mNq7Xz", "privateKey"),
    ])
    func `A key, token or address with a password is named by its kind`(_ text: String, _ kind: String) {
        let kinds = found(in: text.filter { $0 != "¦" }).map { $0.prefix { $0 != " " } }
        #expect(kinds == [kind[...]])
    }

    @Test(arguments: [
        "hash: \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"",
        "verified: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "Fixed in 4698314cbb1d5a2f0c3a7be6c55ad015a3bf4f1b.", "id: 123e4567-e89b-42d3-a456-426614174000",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHk8Jd02mNq7Xz41LpWv3sAbCdk8Jd02mNq7Xz4 desk@riverside",
        "A key begins with `-----BEGIN PRIVATE KEY-----`.",
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
        "![dot](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk)",
        "AKIAIOSFODNN7EXAMPLE", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "https://user:password@host.test",
        "https://${USER}:${TOKEN}@git.test/kb.git", "http://localhost:8080/@admin", "token: verification",
        "api_key: YOUR_API_KEY_GOES_HERE_123456", "token = getenv(\"KB_TOKEN_1\")",
    ])
    func `Hashes, public keys, pictures and placeholders are not secrets`(_ text: String) {
        #expect(found(in: text) == [])
    }

    @Test func `A key block is found to the end of its last line`() {
        let block =
            "-----BEGIN PRIVATE KEY-----\n" + String(repeating: "MIIEpAIB", count: 8) + "\n-----END PRIVATE KEY-----"
        #expect(found(in: "key: |\n\(block)\nMore.") == ["privateKey \(block)"])
    }
}
