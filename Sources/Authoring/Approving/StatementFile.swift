import Approvals
import FileSystem

/// Writes statements into a knowledge base.
struct StatementFile {
    private let workspace: Workspace

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    func write(_ signed: SignedStatement) throws(FileSystemError) {
        let target = workspace.root + "/" + signed.path
        if let slash = target.lastIndex(of: "/") { try DurableFile.createFolder(String(target[..<slash])) }
        try DurableFile.write(signed.bytes, to: target)
    }
}
