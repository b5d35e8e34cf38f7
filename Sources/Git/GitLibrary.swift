import CLibgit2
import Glibc

/// libgit2, started once for the process and never stopped.
enum GitLibrary {
    /// No single allocation of libgit2 may be larger. An object is capped by its header before it is read, but the base
    /// of a delta is not named there; this is what stops a small object made from a huge one.
    static let largestAllocation = (64 << 20) + (1 << 20)

    private static let outcome: Result<Void, GitError> = {
        do throws(GitError) {
            try git("start libgit2") { git_libgit2_init() }
            try configure()
            return .success(())
        } catch {
            return .failure(error)
        }
    }()

    static func start() throws(GitError) {
        try outcome.get()
    }

    private static func configure() throws(GitError) {
        let action = "set up libgit2"
        for level in [
            GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL,
        ] {
            try git(action) { kb_git_set_path(Int32(GIT_OPT_SET_SEARCH_PATH.rawValue), level.rawValue, "") }
        }
        try git(action) { kb_git_set_number(Int32(GIT_OPT_ENABLE_FSYNC_GITDIR.rawValue), 1) }
        try git(action) { kb_git_set_number(Int32(GIT_OPT_SET_OWNER_VALIDATION.rawValue), 1) }
        try git(action) { kb_git_set_number(Int32(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.rawValue), 1) }
        try git(action) { kb_git_set_cache(16 << 20) }
        try git(action) { kb_git_set_size(Int32(GIT_OPT_SET_MWINDOW_SIZE.rawValue), 8 << 20) }
        try git(action) { kb_git_set_size(Int32(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT.rawValue), 64 << 20) }
        // What was allocated before this came from the same malloc.
        var allocator = cappedAllocator
        try git(action) { kb_git_set_allocator(&allocator) }
    }

    private static var cappedAllocator: git_allocator {
        git_allocator(
            gmalloc: { size, _, _ in GitLibrary.allocate(1, size) },
            gcalloc: { count, size, _, _ in GitLibrary.isAllowed(count, size) ? calloc(count, size) : nil },
            gstrdup: { text, _, _ in strdup(text!) },
            gstrndup: { text, size, _, _ in strndup(text!, size) },
            gsubstrdup: { text, size, _, _ in
                guard size < .max, let copy = GitLibrary.allocate(1, size + 1) else { return nil }
                memcpy(copy, text!, size)
                copy.storeBytes(of: 0, toByteOffset: size, as: UInt8.self)
                return copy.assumingMemoryBound(to: CChar.self)
            },
            grealloc: { old, size, _, _ in GitLibrary.isAllowed(1, size) ? realloc(old, size) : nil },
            greallocarray: { old, count, size, _, _ in
                GitLibrary.isAllowed(count, size) ? realloc(old, count * size) : nil
            },
            gmallocarray: { count, size, _, _ in GitLibrary.allocate(count, size) },
            gfree: { free($0) })
    }

    private static func allocate(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
        isAllowed(count, size) ? malloc(count * size) : nil
    }

    private static func isAllowed(_ count: Int, _ size: Int) -> Bool {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        return !overflow && bytes >= 0 && bytes <= largestAllocation
    }
}
