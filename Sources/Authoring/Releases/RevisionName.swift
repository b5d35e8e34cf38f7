import CommandLine
import Content
import Git
import Time

/// A revision as people name it: a branch, a tag, a commit, or a moment on the current branch.
struct RevisionName {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// - Returns: The commit, and a sentence where a moment chose it.
    func commit(in place: ReviewedRepository) throws -> (ObjectID, remark: String?) {
        do throws(GitError) {
            return (try place.repository.resolve(text), nil)
        } catch {
            guard Moment(text) != nil else { throw error }
            switch error {
            case .unknownName, .notAName: break
            default: throw error
            }
        }
        let head = try place.repository.headCommit
        let zone = try BaseSettings(place, at: head).configuration.zone
        let moment = try MomentArgument(text).instant(in: zone)
        guard let commit = try place.repository.commit(madeBy: Int(clamping: moment.seconds), on: head) else {
            throw CommandFailure("the history of HEAD begins after \(zone.local(moment))")
        }
        return (commit, "This is what HEAD stood on at \(zone.local(moment)), by its first parents.")
    }
}
