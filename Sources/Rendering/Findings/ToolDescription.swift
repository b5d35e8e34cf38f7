/// The program that found something, for formats that name it.
package struct ToolDescription: Hashable, Sendable {
    package var name: String
    package var version: String
    /// Where people read about it.
    package var url: String
    /// The rules it knows. Those that findings need and are not among them are described by their names alone.
    package var rules: [RuleDescription]

    package init(name: String, version: String, url: String, rules: [RuleDescription] = []) {
        self.name = name
        self.version = version
        self.url = url
        self.rules = rules
    }
}
