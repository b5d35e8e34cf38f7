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

    /// Of an item, as answers quote it: the beginning of a hash of what is shown.
    private var isVersion: Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy(Array("0123456789abcdef".utf8).contains)
    }

    /// - Returns: The commit, and a sentence where a moment chose it.
    func commit(in place: ReviewedRepository) throws -> (ObjectID, remark: String?) {
        do throws(GitError) {
            return (try place.repository.resolve(text), nil)
        } catch {
            switch error {
            case .unknownName where isVersion:
                throw CommandFailure(
                    "no branch, tag or commit begins with '\(text)'; if an answer quoted ID@\(text), that is the version of "
                        + "what it showed: ask with --as-of and the time of the answer, and the version that is shown is the "
                        + "same")
            case .unknownName, .notAName:
                guard Moment(text) != nil else { throw error }
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
