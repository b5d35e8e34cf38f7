package import Content
import Diagnostics
package import JSONSchema
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

    package var path: String { content.path }
    package var kind: FileKind { content.kind }
    package var bytes: [UInt8] { content.source.bytes }
    package var item: Item? { content.items.first }

    package var article: Article? {
        if case .article(let article)? = item?.details { article } else { nil }
    }
}
