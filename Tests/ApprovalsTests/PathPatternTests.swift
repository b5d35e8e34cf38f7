import Approvals
import Testing

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("articles/**", "articles/a.md", true), ("articles/**", "articles/a/b/c.md", true),
        ("articles/**", "articles", true), ("articles/**", "workflows/a.yaml", false),
        ("articles/*", "articles/a.md", true), ("articles/*", "articles/a/b.md", false),
        ("**/*.md", "a.md", true), ("**/*.md", "a/b/c.md", true), ("**/*.md", "a/b/c.yaml", false),
        ("a/**/z.md", "a/z.md", true), ("a/**/z.md", "a/b/c/z.md", true), ("a/**/z.md", "b/z.md", false),
        ("*", "kb.yaml", true), ("*", "a/kb.yaml", false), ("kb.yaml", "kb.yaml", true), ("kb", "kb.yaml", false),
        ("a*b*c", "aXbYc", true), ("a*b*c", "aXbY", false), ("", "kb.yaml", false), ("**", "anything/at/all", true),
    ])
    func `A star stays within a folder and two go across`(pattern: String, path: String, isMatch: Bool) {
        #expect(PathPattern(pattern).matches(path) == isMatch)
    }

    @Test func `A pattern made to be slow is not`() {
        let stars = String(repeating: "a*", count: 2000) + "b"
        #expect(!PathPattern(stars).matches(String(repeating: "a", count: 4000)))
        let folders = String(repeating: "**/", count: 500) + "z"
        #expect(!PathPattern(folders).matches(String(repeating: "a/", count: 500) + "b"))
    }
}
