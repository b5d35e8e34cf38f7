package import Content
package import Signatures
package import Time

/// Who somebody is by their key, and what they may do: people.yaml of the base.
package struct Authority: Sendable {
    package enum Permission: String, Sendable {
        case edit, approve, publish, rollback, attest, purge
    }

    /// Somebody's key, and when it counts.
    package struct KnownKey: Sendable {
        package let person: String
        /// When something may say that it was signed.
        package let signing: InstantRange
        /// The moment from which nothing that is handed in counts: its revocation, or the person's leaving.
        package let ends: Instant?
        package let isRevoked: Bool
    }

    private struct Role: Sendable {
        let name: String
        let members: [String]
        let permissions: Set<String>
        let paths: [PathPattern]
    }

    private let keys: [PublicKey: KnownKey]
    /// Keys that stand at several people, with those.
    private let sharers: [PublicKey: [String]]
    private let roles: [Role]
    private let persons: [String: People.Person]
    private let personsByAccount: [String: String]
    private let configuration: Configuration
    /// Keys of people.yaml that cannot be read, with why.
    package let unreadableKeys: [(person: String, reason: SignatureError)]

    package init(_ people: People, _ configuration: Configuration) {
        self.configuration = configuration
        var keys: [PublicKey: KnownKey] = [:]
        var sharers: [PublicKey: [String]] = [:]
        var unreadable: [(String, SignatureError)] = []
        for person in people.persons {
            for entry in person.keys {
                do throws(SignatureError) {
                    let key = try PublicKey(line: entry.line.value)
                    let known = KnownKey(person, entry, configuration)
                    if let other = keys[key], other.person != known.person {
                        sharers[key, default: [other.person]].append(known.person)
                    }
                    keys[key] = known
                } catch {
                    unreadable.append((person.id.value, error))
                }
            }
        }
        // What two people signed with, neither did.
        for key in sharers.keys { keys[key] = nil }
        self.sharers = sharers
        self.keys = keys
        unreadableKeys = unreadable
        persons = Dictionary(people.persons.map { ($0.id.value, $0) }) { first, _ in first }
        let accounts = people.persons.flatMap { person in person.accounts.map { ($0, person.id.value) } }
        let owners = Dictionary(grouping: accounts) { $0.0 }
        personsByAccount = owners.compactMapValues { $0.count == 1 ? $0[0].1 : nil }
        roles = people.roles.map { role in
            let members = role.members.flatMap { member in
                people.group(member.value)?.members.map(\.value) ?? [member.value]
            }
            return Role(
                name: role.name.value, members: members, permissions: Set(role.permissions),
                paths: role.paths.map { PathPattern($0) })
        }
    }

    package func owner(of key: PublicKey) -> KnownKey? { keys[key] }

    /// Those who have the same key, which counts for none of them.
    package func sharers(of key: PublicKey) -> [String] { sharers[key] ?? [] }

    /// Whether somebody has a key that counts, or an account that may be attested.
    package func canSign(_ person: String, at now: Instant) -> Bool {
        if personsByAccount.values.contains(person) { return true }
        return keys.values.contains { key in
            key.person == person && key.ends.map { now < $0 } ?? true && key.signing.contains(now)
        }
    }

    /// Whose account on a forge this is: `github:NAME`.
    package func person(account: String) -> String? { personsByAccount[account.lowercased()] }

    package func name(of person: String) -> String? { persons[person]?.name }

    package func email(of person: String) -> String? { persons[person]?.email }

    package func isHere(_ person: String, at now: Instant) -> Bool {
        guard let person = persons[person] else { return false }
        return person.until.map { now < configuration.zone.startOfDay($0.value) } ?? true
    }

    /// - Parameter role: Only by this role; nil: by any.
    package func may(_ person: String, _ permission: Permission, _ path: String, as role: String? = nil) -> Bool {
        roles.contains {
            $0.permissions.contains(permission.rawValue) && (role == nil || $0.name == role)
                && $0.members.contains(person) && ($0.paths.isEmpty || $0.paths.contains { $0.matches(path) })
        }
    }

    /// Whether any role says who may edit; where none does, everybody may.
    package var restrictsEditing: Bool { roles.contains { $0.permissions.contains(Permission.edit.rawValue) } }

    package func hasRole(_ name: String) -> Bool { roles.contains { $0.name == name } }

    /// Those who have a role and are here, in the order of people.yaml.
    package func members(of role: String, whoMay permission: Permission, _ path: String, at now: Instant) -> [String] {
        var members: [String] = []
        for entry in roles where entry.name == role {
            for member in entry.members where !members.contains(member) && isHere(member, at: now) {
                if may(member, permission, path, as: role) { members.append(member) }
            }
        }
        return members
    }
}

extension Authority.KnownKey {
    fileprivate init(_ owner: People.Person, _ key: People.Key, _ configuration: Configuration) {
        /// A time that the clock skips or shows twice counts as the earliest that it could be.
        func instant(_ moment: Moment?) -> Instant? {
            guard let moment else { return nil }
            do throws(LocalTimeError) {
                return try moment.instant(in: configuration.zone)
            } catch {
                return configuration.zone.startOfDay(moment.local.date)
            }
        }
        person = owner.id.value
        signing = InstantRange(from: instant(key.from), until: instant(key.until))
        let revoked = instant(key.revoked)
        isRevoked = revoked != nil
        let leaves = owner.until.map { configuration.zone.startOfDay($0.value) }
        ends = [revoked, leaves].compactMap(\.self).min()
    }
}
