package import Time

/// An approval that counts.
package struct Approval: Hashable, Sendable {
    /// Who approves.
    package let person: String
    /// Of the key that signed.
    package let fingerprint: String
    package let time: Instant
    /// Where the statement is kept.
    package let path: String
    /// Who attests an approval that was given on a forge.
    package let attestedBy: String?
    package let evidence: String?
}

/// A statement that does not count for a change, and why.
package struct Rejection: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case unknownKey(fingerprint: String)
        /// The key is another person's than the statement says.
        case otherSigner(String)
        case revokedKey
        case departed
        case notYetValidKey
        case expiredKey
        case datedInFuture
        case otherAction
        case otherContent
        case otherBase
        case otherPolicy
        case author
        case notInRole(String)
        case again
        case unknownAccount(String)
        case notAttester
    }

    package let path: String
    package let person: String
    package let reason: Reason

    package init(path: String, person: String, reason: Reason) {
        self.path = path
        self.person = person
        self.reason = reason
    }
}

extension Rejection.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownKey(let fingerprint): "the key \(fingerprint) is nobody's in people.yaml of the base"
        case .otherSigner(let person): "the key belongs to \(person)"
        case .revokedKey: "the key is revoked"
        case .departed: "the person has left"
        case .notYetValidKey: "it is signed before the key counts"
        case .expiredKey: "the key no longer counts"
        case .datedInFuture: "it is dated in the future"
        case .otherAction: "it is for another action"
        case .otherContent: "the content was changed after it"
        case .otherBase: "it is for a change of other content"
        case .otherPolicy: "the rules of approval have changed since"
        case .author: "an author does not approve their own change"
        case .notInRole(let role): "the person does not approve as '\(role)' here"
        case .again: "the person has approved already"
        case .unknownAccount(let account): "the account \(account) is nobody's in people.yaml of the base"
        case .notAttester: "the signer may not attest here"
        }
    }
}
