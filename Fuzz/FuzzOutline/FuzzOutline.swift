import ParserEntries

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    OutlineEntry.convert(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
