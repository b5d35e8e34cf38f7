import Authoring
import TestSupport
import Testing

@Suite struct RulesPageTests {
    @Test func `docs/rules.md is what the rules say`() throws {
        let page = String(decoding: try TestFile.read(TestFile.package() + "/docs/rules.md"), as: UTF8.self)
        #expect(page == RulesPage.text, "run 'make docs'")
    }
}
