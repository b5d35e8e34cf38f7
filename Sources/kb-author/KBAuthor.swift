import Authoring
import CommandLine

/// What `kb` runs for authors.
@main
enum KBAuthor {
    static func main() async {
        await Program.run(AuthorCommand.self, Array(Swift.CommandLine.arguments.dropFirst()), archive: PastIndexes())
    }
}
