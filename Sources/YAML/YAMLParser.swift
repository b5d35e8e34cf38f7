/// Reads one YAML 1.2 document into nodes with byte ranges, over libyaml's events.
///
/// Hostile input costs no more than its size: nesting, size and alias expansion are capped, and everything that two
/// readers could understand differently (duplicate keys, merge keys, tags, several documents) is refused.
package struct YAMLParser {
    /// What a document may cost.
    package struct Limits: Sendable {
        /// The longest document, in bytes.
        package var bytes = 1 << 20
        /// The deepest nesting of sequences and mappings.
        package var depth = 64
        /// How many nodes all aliases together may repeat.
        package var aliasedNodes = 1000

        package init() {}
    }

    private let bytes: ArraySlice<UInt8>
    private let limits: Limits
    private let positions: ScalarPositions
    private var anchors: [String: (node: Node, size: Int)] = [:]
    private var aliasedNodes = 0
    private var nodeCount = 0

    private init(_ bytes: ArraySlice<UInt8>, limits: Limits) {
        self.bytes = bytes
        self.limits = limits
        positions = ScalarPositions(bytes)
    }

    /// The document in a part of a file; offsets count from the start of the file, whose slice this is.
    ///
    /// - Returns: the root node, or nil when the document holds nothing but comments.
    package static func parse(_ bytes: ArraySlice<UInt8>, limits: Limits = Limits()) throws(YAMLError) -> Node? {
        guard bytes.count <= limits.bytes else {
            throw YAMLError(.tooLarge(limit: limits.bytes), bytes.startIndex..<bytes.startIndex)
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        if let directive = excessTagDirective(in: text) {
            throw YAMLError(.syntax("too many %TAG directives"), directive)
        }
        var parser = YAMLParser(text, limits: limits)
        return try parser.document()
    }

    /// libyaml compares every `%TAG` directive with those before it. More than a few are refused where they begin: after
    /// a line break, of which the last byte is enough to know it.
    private static func excessTagDirective(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var count = 0
        return text.withUnsafeBufferPointer { buffer in
            for offset in buffer.indices where buffer[offset] == UInt8(ascii: "%") {
                let follows = offset == 0 || [0x0A, 0x0D, 0x85, 0xA8, 0xA9, 0xBF].contains(buffer[offset - 1])
                guard follows, buffer[offset...].starts(with: "%TAG".utf8) else { continue }
                count += 1
                if count > 16 { return text.startIndex + offset..<text.startIndex + offset + 4 }
            }
            return nil
        }
    }

    private mutating func document() throws(YAMLError) -> Node? {
        var events = EventStream()
        defer { events.close() }
        // The buffer outlives the events: both end with this call.
        let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<Node?, YAMLError> in
            events.open(buffer)
            do throws(YAMLError) {
                return .success(try root(&events))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    private mutating func root(_ events: inout EventStream) throws(YAMLError) -> Node? {
        var root: Node?
        while true {
            let event = try next(&events)
            switch event.kind {
            case .streamEnd: return root
            case .documentStart:
                let range = positions.range(event)
                guard root == nil else { throw YAMLError(.severalDocuments, range) }
                let first = try next(&events)
                if first.kind == .documentEnd { continue }
                let node = try self.node(first, &events, depth: 0)
                let isEmpty = node.scalar.map { $0.text.isEmpty && $0.style == .plain } ?? false
                root = isEmpty ? nil : node
            default: continue
            }
        }
    }

    private func next(_ events: inout EventStream) throws(YAMLError) -> EventStream.Event {
        guard let event = events.next() else {
            let problem = events.problem
            let offset = positions.offset(problem.index)
            throw YAMLError(.syntax(problem.text), offset..<min(offset + 1, bytes.endIndex))
        }
        return event
    }

    private mutating func node(
        _ event: EventStream.Event, _ events: inout EventStream, depth: Int
    ) throws(YAMLError) -> Node {
        let range = positions.range(event)
        guard depth <= limits.depth else { throw YAMLError(.tooDeep(limit: limits.depth), range) }
        nodeCount += 1
        let before = nodeCount
        let node: Node
        switch event.kind {
        case .scalar: node = Node(.scalar(try scalar(event, range)), range: range)
        case .sequenceStart: node = try sequence(event, &events, range: range, depth: depth)
        case .mappingStart: node = try mapping(event, &events, range: range, depth: depth)
        case .alias: return try alias(event.anchor ?? "", range)
        default: throw YAMLError(.syntax("unexpected content"), range)
        }
        if let anchor = event.anchor {
            anchors[anchor] = (node, nodeCount - before + 1)
        }
        return node
    }

    private mutating func alias(_ name: String, _ range: Range<Int>) throws(YAMLError) -> Node {
        guard let (node, size) = anchors[name] else { throw YAMLError(.unknownAlias(name), range) }
        aliasedNodes += size
        nodeCount += size
        guard aliasedNodes <= limits.aliasedNodes else {
            throw YAMLError(.aliasExpansion(limit: limits.aliasedNodes), range)
        }
        return Node(node.content, range: range)
    }

    private func scalar(_ event: EventStream.Event, _ range: Range<Int>) throws(YAMLError) -> Scalar {
        var scalar = event.scalar
        switch event.tag {
        case nil, "!": break
        case "tag:yaml.org,2002:str": scalar.style = .doubleQuoted
        case let tag?: throw YAMLError(.tag(tag), range)
        }
        if let control = scalar.text.unicodeScalars.first(where: isForbiddenControl) {
            throw YAMLError(.controlCharacter(control), range)
        }
        return scalar
    }

    private mutating func sequence(
        _ start: EventStream.Event, _ events: inout EventStream, range: Range<Int>, depth: Int
    ) throws(YAMLError) -> Node {
        try checkCollectionTag(start, range, allowed: "tag:yaml.org,2002:seq")
        var items: [Node] = []
        while true {
            let event = try next(&events)
            if event.kind == .sequenceEnd {
                let end = start.isFlow ? positions.range(event).upperBound : items.last?.range.upperBound
                return Node(.sequence(items), range: range.lowerBound..<(end ?? range.upperBound))
            }
            items.append(try node(event, &events, depth: depth + 1))
        }
    }

    private mutating func mapping(
        _ start: EventStream.Event, _ events: inout EventStream, range: Range<Int>, depth: Int
    ) throws(YAMLError) -> Node {
        try checkCollectionTag(start, range, allowed: "tag:yaml.org,2002:map")
        var mapping = Mapping()
        // Swift compares strings by canonical equivalence, so this also finds keys that differ in normal form only.
        var seen: Set<String> = []
        while true {
            let event = try next(&events)
            if event.kind == .mappingEnd {
                let end =
                    start.isFlow ? positions.range(event).upperBound : mapping.entries.last?.value.range.upperBound
                return Node(.mapping(mapping), range: range.lowerBound..<(end ?? range.upperBound))
            }
            let key = try node(event, &events, depth: depth + 1)
            guard let name = key.scalar else { throw YAMLError(.keyIsNotText, key.range) }
            if name.text == "<<", name.style == .plain { throw YAMLError(.mergeKey, key.range) }
            guard seen.insert(name.text).inserted else { throw YAMLError(.duplicateKey(name.text), key.range) }
            let value = try node(try next(&events), &events, depth: depth + 1)
            mapping.entries.append(.init(key: name, keyRange: key.range, value: value))
        }
    }

    private func checkCollectionTag(
        _ event: EventStream.Event, _ range: Range<Int>, allowed: String
    ) throws(YAMLError) {
        guard let tag = event.tag, tag != "!", tag != allowed else { return }
        throw YAMLError(.tag(tag), range)
    }

    /// C0 and C1 controls but tab and line ends; written as escapes they would slip past a look at the bytes.
    private func isForbiddenControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00..<0x20, 0x7F..<0xA0: true
        default: false
        }
    }
}
