import Decisions

extension Outcome: Coded {
    func write(to writer: inout ByteWriter) {
        text.write(to: &writer)
        article.write(to: &writer)
        requirements.write(to: &writer)
        handoff.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            try String(from: &reader), article: try String?(from: &reader),
            requirements: try [Requirement](from: &reader), handoff: try Handoff?(from: &reader))
    }
}

extension Outcome.Requirement: Coded {
    func write(to writer: inout ByteWriter) {
        id.write(to: &writer)
        condition.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(try String(from: &reader), if: try Condition?(from: &reader))
    }
}

extension Outcome.Handoff: Coded {
    func write(to writer: inout ByteWriter) {
        to.write(to: &writer)
        with.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(to: try String(from: &reader), with: try [String](from: &reader))
    }
}

extension IndexDocument.Requirement: Coded {
    func write(to writer: inout ByteWriter) {
        id.write(to: &writer)
        label.write(to: &writer)
        team.write(to: &writer)
        due.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            id: try String(from: &reader), label: try String?(from: &reader), team: try String?(from: &reader),
            due: try String?(from: &reader))
    }
}
