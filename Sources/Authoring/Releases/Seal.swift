/// What tells equal indexes, as releases write it.
enum Seal {
    /// 16 hexadecimal digits.
    static func text(_ seal: UInt64) -> String {
        let digits = String(seal, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
