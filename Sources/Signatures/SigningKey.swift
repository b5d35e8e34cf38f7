/// What can sign: a key file, or a key that ssh-agent holds.
package protocol SigningKey: Sendable {
    var publicKey: PublicKey { get }
    /// - Returns: The signature in SSH's wire form.
    func sign(_ message: [UInt8]) throws(SignatureError) -> [UInt8]
}
