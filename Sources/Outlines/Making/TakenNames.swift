/// Names that are taken, and free ones made of them.
struct TakenNames {
    private var names: Set<String>
    private var numbers: [String: Int] = [:]

    init(_ names: some Sequence<String> = []) {
        self.names = Set(names)
    }

    mutating func reserve(_ name: String) { names.insert(name) }

    /// The name itself, or with a number behind it where it is taken; it then is.
    mutating func take(_ name: String, joint: String = "-") -> String {
        var free = name
        while !names.insert(free).inserted {
            numbers[name, default: 1] += 1
            free = "\(name)\(joint)\(numbers[name]!)"
        }
        return free
    }
}
