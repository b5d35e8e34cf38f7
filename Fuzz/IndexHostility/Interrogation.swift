import Decisions
package import SearchIndex
package import Time

/// Everything that search, show, list and alerts give of an index, as bytes to compare.
package struct Interrogation {
    private let questions: [String]
    private let now: Instant

    package init(_ questions: [String] = SampleIndex.questions, at now: Instant = SampleIndex.now) {
        self.questions = questions
        self.now = now
    }

    /// The answers, or why there are none; nothing else may come of any bytes.
    package enum Outcome: Hashable, Sendable {
        case answers([UInt8])
        case refused(IndexError)
    }

    package func outcome(of memory: @autoclosure () throws(IndexError) -> IndexMemory) -> Outcome {
        do throws(IndexError) {
            return .answers(try answers(of: try Index(try memory())))
        } catch {
            return .refused(error)
        }
    }

    /// - Parameter isOpen: Called between opening and asking.
    package func answers(of index: Index, isOpen: () -> Void = {}) throws(IndexError) -> [UInt8] {
        var transcript = Transcript()
        for audiences in [nil, ["public"]] {
            let reader = try Reader(index, at: now, caller: ["payer": .choice("medicare")], audiences: audiences)
            isOpen()
            for question in questions { try ask(question, reader, &transcript) }
            for notice in reader.announcements() { transcript.write(notice.id) }
            try run(reader, &transcript)
            for document in try reader.documents() { show(document, reader, &transcript) }
            for name in try reader.names() {
                transcript.write(name)
                for document in try index.documents(named: name) { transcript.write(document.id) }
            }
            try reader.check()
        }
        return transcript.bytes
    }

    private func ask(_ question: String, _ reader: Reader, _ transcript: inout Transcript) throws(IndexError) {
        let answer = try Search(reader).answer(question, limit: 10)
        for result in answer.results {
            transcript.write(result.document.record)
            transcript.write("\(result.score) \(result.mayNotApply)")
            if let passage = result.passage {
                transcript.write("\(passage.text)\n\(passage.heading)#\(passage.anchor) \(passage.highlights)")
            }
            for alert in result.alerts { transcript.write(alert.id) }
        }
        transcript.write("\(answer.hiddenCount) \(answer.hidden.sorted { $0.key < $1.key })")
    }

    /// Every workflow, each question with the first answer that it takes.
    private func run(_ reader: Reader, _ transcript: inout Transcript) throws(IndexError) {
        for document in try reader.documents() where document.flow != nil {
            guard case .found(let workflow) = try reader.workflow(named: document.id, language: "es") else { continue }
            var caller = reader.caller
            for _ in 0..<20 {
                let position = workflow.run.position(for: caller)
                transcript.write(position.asked.joined(separator: " "))
                guard case .question(let question) = position.state else {
                    // A question's field holds dictionaries, whose order is chance.
                    transcript.write("\(position.state)")
                    break
                }
                transcript.write(question.field.name)
                transcript.write("\(workflow.texts(of: question.location))")
                _ = workflow.run.uses(of: question.field.name, from: position, known: caller)
                guard let value = question.field.representatives(for: question.answers.map(\.test)).first else { break }
                caller[question.field.name] = value
            }
        }
        for name in try reader.names().prefix(20) {
            for desk in try reader.desks(name, language: nil) {
                transcript.write("\(desk.phones) \(desk.isOpen ?? false)")
            }
        }
    }

    private func show(_ document: IndexDocument, _ reader: Reader, _ transcript: inout Transcript) {
        transcript.write(document.record)
        transcript.write("\(reader.state(document).name) \(reader.isWithheld(document))")
        for alert in reader.alerts(beside: document) { transcript.write(alert.id) }
        for text in [document.title, document.answer, document.say].compactMap(\.self) {
            transcript.write(reader.filled(text))
        }
        for block in reader.blocks(of: document) {
            transcript.write(reader.filled(block.markdown, under: block.applies))
        }
        for file in reader.attachments(of: document) { transcript.write(file) }
    }
}

/// Texts one after the other, each with its end.
private struct Transcript {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ text: String) {
        bytes += text.utf8
        bytes.append(0)
    }

    mutating func write(_ other: [UInt8]) {
        bytes += other
        bytes.append(0)
    }
}
