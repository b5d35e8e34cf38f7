/// How many bytes were read, so that a test can hold the work of a scan against the length of its text.
final class ReadCounter {
    var count = 0
}
