private import CLibYAML

/// libyaml's parser, one event at a time. Owns the C parser from `open` to `close`.
struct EventStream: ~Copyable {
    /// What one event says, copied out of libyaml's memory.
    struct Event {
        enum Kind {
            case streamEnd, documentStart, documentEnd
            case alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
            case other
        }

        fileprivate(set) var kind: Kind
        /// Counted in Unicode scalars from the start of the document.
        fileprivate(set) var start: Int
        fileprivate(set) var end: Int
        fileprivate(set) var scalar = Scalar("", style: .plain)
        fileprivate(set) var anchor: String?
        fileprivate(set) var tag: String?
        fileprivate(set) var isFlow = false
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>

    init() {
        parser = .allocate(capacity: 1)
        precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    }

    /// Starts reading; the buffer must stay valid until `close`.
    mutating func open(_ buffer: UnsafeBufferPointer<UInt8>) {
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    }

    mutating func close() {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event, or nil when the input is not YAML; `problem` then says why.
    mutating func next() -> Event? {
        var raw = yaml_event_t()
        guard yaml_parser_parse(parser, &raw) == 1 else { return nil }
        defer { yaml_event_delete(&raw) }
        var event = Event(kind: kind(raw.type), start: raw.start_mark.index, end: raw.end_mark.index)
        switch raw.type {
        case YAML_SCALAR_EVENT:
            let scalar = raw.data.scalar
            let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            event.scalar = Scalar(String(decoding: text, as: UTF8.self), style: style(scalar.style))
            event.anchor = string(scalar.anchor)
            event.tag = string(scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
            event.anchor = string(raw.data.sequence_start.anchor)
            event.tag = string(raw.data.sequence_start.tag)
            event.isFlow = raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        case YAML_MAPPING_START_EVENT:
            event.anchor = string(raw.data.mapping_start.anchor)
            event.tag = string(raw.data.mapping_start.tag)
            event.isFlow = raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        case YAML_ALIAS_EVENT:
            event.anchor = string(raw.data.alias.anchor)
        default: break
        }
        return event
    }

    /// What libyaml could not read, and the scalar index to look at: where it stopped, or where that began which
    /// is never closed.
    var problem: (text: String, index: Int) {
        let text = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
        if parser.pointee.error == YAML_READER_ERROR { return (text, parser.pointee.mark.index) }
        let isUnclosed =
            switch text {
            case "could not find expected ':'", "found unexpected end of stream", "did not find expected ',' or ']'",
                "did not find expected ',' or '}'":
                parser.pointee.context != nil
            default: false
            }
        return (text, isUnclosed ? parser.pointee.context_mark.index : parser.pointee.problem_mark.index)
    }

    private func kind(_ type: yaml_event_type_t) -> Event.Kind {
        switch type {
        case YAML_STREAM_END_EVENT: .streamEnd
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_ALIAS_EVENT: .alias
        case YAML_SCALAR_EVENT: .scalar
        case YAML_SEQUENCE_START_EVENT: .sequenceStart
        case YAML_SEQUENCE_END_EVENT: .sequenceEnd
        case YAML_MAPPING_START_EVENT: .mappingStart
        case YAML_MAPPING_END_EVENT: .mappingEnd
        default: .other
        }
    }

    private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }
}
