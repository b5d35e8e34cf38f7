import Decisions
import SearchIndex
import Time

/// A summary of a run to paste into a call note.
struct CallNote {
    let session: RunSession
    let position: RunPosition
    let ending: RunEnding
    let reader: Reader

    /// Without line breaks within.
    var lines: [String] {
        let workflow = session.workflow
        var lines = [reader.filled(workflow.edition.texts.title) + " (\(quote(workflow.edition.logic)))"]
        lines.append("\(reader.index.zone.local(reader.now)) \(reader.index.zone.name)")
        let called = calls
        if !called.isEmpty { lines.append("With \(called.map(quote).joined(separator: ", "))") }
        let caller = session.caller
        for passage in position.path {
            guard let name = passage.asks, let field = workflow.field(name), let value = caller[name] else { continue }
            let ask = workflow.texts(of: passage.location).ask ?? name
            lines.append("\(reader.filled(ask)) \(field.words(of: value))")
        }
        if let rest = unasked { lines.append("Known: \(rest)") }
        lines.append("Outcome: \(reader.filled(ending.text))")
        if !ending.required.isEmpty {
            lines.append("Needed: \(ending.required.map(\.label).joined(separator: "; "))")
        }
        if !ending.open.isEmpty {
            let words = StepWords(workflow: workflow)
            let open = ending.open.map { "\($0.label), if \(words.text($1))" }
            lines.append("Needed for some: \(open.joined(separator: "; "))")
        }
        if let handoff = handoff { lines.append("Handed over to: \(handoff)") }
        return lines.map(\.unbroken)
    }

    private var handoff: String? {
        guard let handoff = ending.handoff else { return nil }
        guard let first = ending.desks.first, let last = ending.desks.last else { return handoff.to }
        let title = reader.filled(first.document.title)
        func number(_ desk: Desk) -> String { desk.phones.first.map { ", \($0.number)" } ?? "" }
        if last.isOpen == false { return title + number(first) + "; closed now" }
        let instead = ending.desks.count > 1 ? "; closed now, so \(reader.filled(last.document.title))" : ""
        return title + instead + number(last)
    }

    /// What decided the way without being asked for.
    private var unasked: String? {
        let asked = Set(position.asked)
        let consulted = Set(position.path.flatMap(\.consulted)).subtracting(asked)
        let known = session.caller.filter { consulted.contains($0.key) }
        return known.isEmpty ? nil : ContextText(session.workflow.fields).text(known)
    }

    /// The other workflows that the way went through.
    private var calls: [IndexDocument] {
        var seen: Set<String> = [session.workflow.id]
        return position.path.map(\.location.flow).filter { seen.insert($0).inserted }
            .compactMap { session.workflow.editions[$0]?.logic }
    }

    private func quote(_ document: IndexDocument) -> String { "\(document.id)@\(document.version.prefix(12))" }
}
