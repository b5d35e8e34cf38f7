package import Content
import Diagnostics
package import JSONSchema
import SensitiveText
package import Time
import YAML

/// What every rule may look at besides the content it checks.
package struct RuleContext: Sendable {
    package let configuration: Configuration
    package let people: People
    /// By type.
    package let templates: [String: Template]
    /// The moment at which due dates and ranges are judged.
    package let now: Instant

    package var today: CivilDate { configuration.zone.local(now).date }
}

/// A file with what its schema says of it.
package struct CheckedFile: Sendable {
    package let content: ContentFile
    package let violations: [SchemaViolation]
    /// What looks like a secret or a patient's data in content that authors write.
    let sensitive: [SensitiveMatch]

    package init(content: ContentFile, violations: [SchemaViolation]) {
        self.content = content
        self.violations = violations
        let isWritten = content.kind != .schema && content.kind != .asset && content.kind != .people
        let bytes = content.source.bytes
        sensitive = isWritten ? SensitiveText.scan(bytes, in: 0..<bytes.count) : []
    }

    package var path: String { content.path }
    package var kind: FileKind { content.kind }
    package var bytes: [UInt8] { content.source.bytes }
    package var item: Item? { content.items.first }

    package var article: Article? {
        if case .article(let article)? = item?.details { article } else { nil }
    }
}
