package import Content
package import Signatures

/// A file below `approvals/`: a statement, and its signature after it.
package struct SignedStatement: Hashable, Sendable {
    package let statement: Statement
    package let signature: SSHSignature

    package static let folder = "approvals"
    private static let suffix = ".signed"
    private static let marker = "-----BEGIN SSH SIGNATURE-----\n"
    private static let largest = 32 << 20

    package enum Defect: Error, Hashable, Sendable {
        case tooLarge, noSignature, noStatement, signatureDoesNotHold(SignatureError)
    }

    /// Signs a statement.
    package init(signing statement: Statement, with key: any SigningKey) throws(SignatureError) {
        self.statement = statement
        signature = try SSHSignature.make(
            of: Array(statement.text.utf8), namespace: Statement.namespace, with: key)
    }

    /// Reads what `bytes` gives, and verifies the signature. Whose key it is, is another question.
    package init(_ bytes: [UInt8]) throws(Defect) {
        guard bytes.count <= SignedStatement.largest else { throw .tooLarge }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(bytes), let range = text.firstRange(of: SignedStatement.marker) else {
            throw .noSignature
        }
        guard let statement = Statement(text: String(text[..<range.lowerBound])) else { throw .noStatement }
        self.statement = statement
        do throws(SignatureError) {
            signature = try SSHSignature(armored: String(text[range.lowerBound...]))
            try signature.verify(Array(statement.text.utf8), namespace: Statement.namespace)
        } catch {
            throw .signatureDoesNotHold(error)
        }
    }

    package var bytes: [UInt8] { Array((statement.text + signature.armored).utf8) }

    /// Where it is kept: made of what it says and who signed it, so that two branches never write one file differently.
    package var path: String {
        let hash = ContentHash.hash(of: [Array(statement.text.utf8), signature.publicKey.blob])
        let day = statement.text.split(separator: "\n")[3].dropFirst("time ".count).prefix(10)
        return "\(SignedStatement.folder)/\(day.prefix(4))/\(day)-\(statement.by)-\(hash.prefix(16))"
            + SignedStatement.suffix
    }

    package static func isPlace(_ path: String) -> Bool { path.hasPrefix(folder + "/") }
}

extension SignedStatement.Defect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLarge: "it is larger than any statement"
        case .noSignature: "it has no signature"
        case .noStatement: "it does not read as a statement, or was changed after signing"
        case .signatureDoesNotHold(let error): error.description
        }
    }
}
