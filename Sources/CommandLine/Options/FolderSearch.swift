import Glibc

/// Finds the folder that the user means by being somewhere below it.
package enum FolderSearch {
    /// The nearest folder, from the current one upwards, that holds a file.
    ///
    /// - Returns: An absolute path, or nil.
    package static func nearest(holding name: String, from start: String? = nil) -> String? {
        guard var folder = start ?? currentFolder else { return nil }
        while true {
            if access(folder + "/" + name, F_OK) == 0 { return folder }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    package static var currentFolder: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
