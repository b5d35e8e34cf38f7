import Decisions
import Presentation
import SearchIndex
import Time

/// Asks question by question until the run ends or nobody answers any more.
struct RunDialogue {
    /// What a line leads to.
    private enum Next {
        /// The question is still open.
        case stays
        case moves
        case ends
    }

    private var session: RunSession
    private let reader: Reader
    private let language: String?
    private let screen: RunScreen
    private let input = InputLines()
    private var news = RunNews()
    private var hasAsked = false

    init(_ session: RunSession, _ reader: Reader, language: String?, _ screen: RunScreen) {
        self.session = session
        self.reader = reader
        self.language = language
        self.screen = screen
    }

    mutating func run() throws -> ExitStatus {
        while true {
            let position = session.position
            let view = try view()
            try screen.show(try news.lines(at: position, view, session.caller), view)
            let status: ExitStatus?
            switch position.state {
            case .question(let question): status = try ask(question, at: position, view)
            case .outcome(let arrival):
                let ending = try RunEnding(arrival, session.workflow, view.text.reader, language: language)
                let note = CallNote(session: session, position: position, ending: ending, reader: view.text.reader)
                try screen.finish(try OutcomeText(view).outcome(ending), note.lines, view)
                status = try end(.clean, view)
            case .stopped(let stop, let location):
                try screen.complain(stop.sentence(at: location))
                status = try end(.findings, view)
            }
            if let status { return status }
        }
    }

    private func view() throws(IndexError) -> RunText {
        let text = ItemText(
            reader: try reader.with(session.caller), width: screen.width, palette: screen.palette)
        return RunText(text, session.workflow, language: language)
    }

    private func typed(_ field: ContextField) -> TypedAnswer {
        let source = field.daysUntil.flatMap { session.workflow.field($0) }
        let isOpen = source.map { session.caller[$0.name] == nil } ?? false
        return TypedAnswer(
            field: field, source: isOpen ? source : nil, today: reader.index.zone.local(reader.now).date)
    }

    /// - Returns: How it ends; nil where it goes on from another position.
    private mutating func ask(
        _ question: RunPosition.Question, at position: RunPosition, _ view: RunText
    ) throws -> ExitStatus? {
        let typed = typed(question.field)
        try screen.show("\n" + (try view.question(question, typed)), view)
        try screen.hint("b back · c FIELD change · ? why · q quit", view)
        while let line = try screen.read(input) {
            hasAsked = true
            let next: Next
            if RunInput(line) == .why {
                let reasons = view.words.reasons(for: question, at: position, session.caller)
                try screen.show(view.reasons(reasons), view)
                next = .stays
            } else {
                next = try take(line, typed, view)
            }
            switch next {
            case .stays: continue
            case .moves: return nil
            case .ends: return .findings
            }
        }
        let ask = view.text.reader.filled(view.words.ask(question.field, at: question.location))
        try screen.complain(
            "The answers end at the question “\(ask)”; answer it with --answer \(question.field.name)=VALUE.")
        return .findings
    }

    private mutating func take(_ line: String, _ typed: TypedAnswer, _ view: RunText) throws -> Next {
        let input = RunInput(line)
        let text = if case .answer(let text) = input { text } else { line }
        var reading = typed.exact(text)
        if reading == nil {
            switch input {
            case .nothing, .why: return .stays
            case .quit: return .ends
            case .back:
                if session.goBack() { return .moves }
                try screen.complain("There is nothing to go back to.")
                return .stays
            case .change(let name, let value): return try change(name, to: value, view) ? .moves : .stays
            case .unknown where typed.field.allowsUnknown: reading = .answer(field: typed.field.name, .unknown)
            case .unknown: reading = .complaint("this question has to be answered; it takes no “I don't know”")
            case .answer: reading = typed.read(text)
            }
        }
        guard let (field, value) = try answer(reading) else { return .stays }
        session.answer(field, value)
        try screen.confirm(field, value, session.workflow, view)
        return .moves
    }

    private func answer(_ reading: TypedAnswer.Reading?) throws -> (String, ContextValue)? {
        switch reading {
        case .answer(let field, let value): return (field, value)
        case .complaint(let sentence): try screen.complain(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
        case nil: break
        }
        return nil
    }

    /// - Returns: Whether another answer was given.
    private mutating func change(_ name: String, to value: String?, _ view: RunText) throws -> Bool {
        guard let field = session.changeable(name) else {
            let given = session.givenFields.joined(separator: ", ")
            try screen.complain(
                "Nothing is known of '\(name)' yet; "
                    + (given.isEmpty ? "nothing is of any field." : "something is of \(given)."))
            return false
        }
        let typed = typed(field)
        var next = value
        if next == nil {
            try screen.show("\n" + view.text.paragraph(view.words.ask(field), .bold) + view.options(typed), view)
            try screen.hint("b leaves it as it is", view)
        }
        while let line = try next ?? screen.read(input) {
            next = nil
            if RunInput(line) == .back, typed.exact(line) == nil { return false }
            let isUnknown = RunInput(line) == .unknown && field.allowsUnknown
            let reading = isUnknown ? .answer(field: field.name, .unknown) : typed.read(line)
            guard let (name, new) = try answer(reading) else {
                if value != nil { return false }
                continue
            }
            // A day may be given where the days until it are asked for.
            guard let changed = name == field.name ? new : session.days(field, until: new) else {
                try screen.complain("That day is farther back than '\(field.name)' reaches.")
                return false
            }
            let dropped = session.change(field.name, to: changed)
            if name != field.name { session.answer(name, new) }
            try screen.confirm(name, new, session.workflow, view)
            if !dropped.isEmpty {
                try screen.show(
                    view.text.paragraph(
                        "Asked again where needed: \(dropped.joined(separator: ", "))", .dim, indent: 2),
                    view)
            }
            return true
        }
        return false
    }

    /// Whoever answered questions may still go back.
    private mutating func end(_ status: ExitStatus, _ view: RunText) throws -> ExitStatus? {
        guard screen.isInteractive, hasAsked else { return status }
        try screen.hint("b back · c FIELD change · q quit", view)
        while let line = try screen.read(input) {
            switch RunInput(line) {
            case .back: if session.goBack() { return nil }
            case .change(let name, let value): if try change(name, to: value, view) { return nil }
            case .nothing, .quit: return status
            case .why, .unknown, .answer: try screen.complain("The run is at its end; b goes back, q quits.")
            }
        }
        return status
    }
}
