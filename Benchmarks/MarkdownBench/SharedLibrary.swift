private import Glibc

/// A library that is there or is not, opened without making its names known to others: cmark and cmark-gfm share many.
struct SharedLibrary {
    private let handle: UnsafeMutableRawPointer

    /// Opens the first of the names that is installed.
    init?(anyOf names: [String]) {
        for name in names {
            if let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) {
                self.handle = handle
                return
            }
        }
        return nil
    }

    /// The function of that name; the type must be that of its C declaration.
    func function<Function>(_ name: String, as _: Function.Type) -> Function? {
        dlsym(handle, name).map { unsafeBitCast($0, to: Function.self) }
    }

    /// What follows `.so.` in the name of the file that an open library was read from, such as 0.4.8; for libraries
    /// that do not tell their version.
    static func fileVersion(of library: String) -> String? {
        guard let maps = fopen("/proc/self/maps", "r") else { return nil }
        defer { fclose(maps) }
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while getline(&line, &capacity, maps) > 0 {
            let parts = String(cString: line!).split(separator: "/\(library).so.")
            if parts.count == 2 { return parts[1].split(separator: "\n").first.map(String.init) }
        }
        return nil
    }
}
