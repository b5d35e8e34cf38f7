#if canImport(Glibc)
    import Glibc
#endif

/// How many random workflows to try: `KB_FLOWS`, or few enough for every day.
enum Workload {
    static func flows(_ usual: Int) -> Int {
        getenv("KB_FLOWS").flatMap { Int(String(cString: $0)) } ?? usual
    }
}
