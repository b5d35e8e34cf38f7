import IndexHostility
import SearchIndex

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = CraftedIndex.file(Array(UnsafeBufferPointer(start: start, count: count)))
    _ = Interrogation().outcome(of: IndexMemory(file))
    _ = try? HostileUpdate.file(from: IndexMemory(file))
    return 0
}
