import CommandLine
import Content
import Editing
import Git
import Signatures

// Failures of other modules that say themselves what went wrong; each ends a command with status 2.
extension ContentSourceError: DescribedFailure {}
extension EditingError: DescribedFailure {}
extension ChangeWriter.Conflict: DescribedFailure {}
extension GitError: DescribedFailure {}
extension SignatureError: DescribedFailure {}
extension SigningKeyChoice.UnknownKeys: DescribedFailure {}
