import SearchIndex

/// What is done with an index, of which anything may turn out damaged when it is first touched.
struct ReadingAction: Action {
    let path: String
    let reader: Reader
    let action: any Action

    func run(_ console: Console) async throws -> ExitStatus {
        do {
            let status = try await action.run(console)
            try reader.check()
            return status
        } catch let error as IndexError {
            // What was made of a part is no answer.
            console.output.discard()
            throw CommandFailure(error.description(of: path))
        }
    }
}
