/// A pattern of paths: `*` stands for anything within one part, `**` for any number of parts.
package struct PathPattern: Hashable, Sendable {
    private let parts: [[UInt8]]
    private static let anyParts = Array("**".utf8)

    package init(_ text: String) {
        parts = PathPattern.parts(text)
    }

    package func matches(_ path: String) -> Bool {
        var isReached = [true] + [Bool](repeating: false, count: parts.count)
        func skip(_ reached: inout [Bool]) {
            for index in parts.indices where reached[index] && parts[index] == PathPattern.anyParts {
                reached[index + 1] = true
            }
        }
        skip(&isReached)
        for part in PathPattern.parts(path) {
            var next = [Bool](repeating: false, count: parts.count + 1)
            for index in parts.indices where isReached[index] {
                if parts[index] == PathPattern.anyParts {
                    next[index] = true
                } else if PathPattern.matches(parts[index], part) {
                    next[index + 1] = true
                }
            }
            skip(&next)
            isReached = next
        }
        return isReached[parts.count]
    }

    private static func parts(_ text: String) -> [[UInt8]] {
        text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// With one place to go back to: a later star makes an earlier one's choice good.
    private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
        var (here, there) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while there < name.count {
            if here < pattern.count, pattern[here] == UInt8(ascii: "*") {
                star = (here, there)
                here += 1
            } else if here < pattern.count, pattern[here] == name[there] {
                here += 1
                there += 1
            } else if let (atPattern, atName) = star {
                star = (atPattern, atName + 1)
                here = atPattern + 1
                there = atName + 1
            } else {
                return false
            }
        }
        return pattern[here...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
