import IndexHostility

/// An index that ends too soon: at each of its bytes.
enum Truncations {
    /// - Parameter count: So many lengths, evenly spread.
    static func all(_ count: Int?) throws -> Tally {
        let folder = WorkingFolder()
        var tally = Tally()
        let children = Children(folder)
        for (name, bytes) in [("small", SampleIndex.small), ("large", SampleIndex.large(200))] {
            let file = try folder.write(bytes, to: name)
            let step = max(1, bytes.count / (count ?? bytes.count))
            let part = 20_000
            for start in stride(from: 0, to: bytes.count, by: part) {
                let lengths = stride(from: start, to: min(start + part, bytes.count), by: step)
                let tried = lengths.reduce(0) { count, _ in count + 1 }
                children.start(
                    [
                        Children.own, "truncation-worker", file, "\(start)", "\(min(start + part, bytes.count))",
                        "\(step)",
                    ]
                ) { tally.add(tried, of: $0, "\(name) from \(start)") }
            }
        }
        children.waitForAll()
        return tally
    }

    static func work(_ arguments: [String]) throws {
        let file = try ChangedFile(copying: arguments[0])
        let numbers = arguments.dropFirst().map { Int($0)! }
        var withstood = 0
        for length in stride(from: numbers[0], to: numbers[1], by: numbers[2]).reversed() {
            if file.withstands(length: length) { withstood += 1 } else { print("\(length) bytes are answered from") }
        }
        print(withstood)
    }
}
