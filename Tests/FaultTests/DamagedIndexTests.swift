import TestSupport
import Testing

/// What commands say of an index that turns out damaged when they come to it.
@Suite struct DamagedIndexTests {
    @Test(arguments: [
        ["search", "park"], ["search", "park", "--format", "json"], ["show", "parking"],
        ["show", "parking", "--format", "jsonl"], ["list", "--index", ".kb/index"],
    ])
    func `Damage that is found late gives one sentence and no answer`(_ arguments: [String]) throws {
        let base = try BuiltBase()
        var bytes = try TestFile.read(base.index)
        // Documents come last, and after them the hash of their only page.
        bytes[bytes.count - 9] ^= 1
        try TestFile.write(bytes, to: base.index)
        let outcome = try base.run(arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.sentence.contains("is damaged; build it again with 'kb build'"), "\(outcome)")
    }
}
