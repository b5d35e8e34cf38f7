import CLibgit2

/// Calls libgit2 and turns a negative result into an error.
/// - Parameter action: What was tried, as an infinitive: `read the commit 1234567`.
@discardableResult
func git(_ action: @autoclosure () -> String, _ call: () -> Int32) throws(GitError) -> Int32 {
    let code = call()
    if code >= 0 { return code }
    throw GitError.libraryFailed(action: action(), reason: lastGitMessage(), code: code)
}

/// The same, except that what is not there is an answer: false.
func gitFinds(_ action: @autoclosure () -> String, _ call: () -> Int32) throws(GitError) -> Bool {
    do throws(GitError) {
        try git(action(), call)
        return true
    } catch {
        if case .libraryFailed(_, _, GIT_ENOTFOUND.rawValue) = error { return false }
        throw error
    }
}

/// What libgit2 says of the last failure; it keeps that for each thread.
private func lastGitMessage() -> String {
    guard let error = git_error_last(), let message = error.pointee.message else { return "libgit2 gives no reason" }
    return String(cString: message)
}
