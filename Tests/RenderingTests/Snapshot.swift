import Glibc
import Testing

/// Compares text with a file under `Snapshots`; `KB_UPDATE_SNAPSHOTS=1` writes the files anew.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let path = "Tests/RenderingTests/Snapshots/\(name)"
    if getenv("KB_UPDATE_SNAPSHOTS") != nil { try TestFile.write(text, to: path) }
    let expected = String(decoding: try TestFile.read(path), as: UTF8.self)
    #expect(text == expected, sourceLocation: sourceLocation)
}
