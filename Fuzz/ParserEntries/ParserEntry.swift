import Content
import Decisions
import Diagnostics
import JSONSchema
import Markdown
import YAML

/// Every parser that reads what somebody else wrote, as one function from bytes. Fuzzing, the benchmark of growth and
/// the regression tests of the corpora all go through here, so that they mean the same by "the parser".
package enum ParserEntry: String, CaseIterable, Sendable {
    case yaml, json, markdown
    /// An article: front matter, conditions, section blocks, the Markdown of each, links and facts.
    case article
    /// A workflow: conditions and steps.
    case workflow
    /// Schemas and their instances, in the format of the JSON Schema test suite.
    case schema

    /// Reads the bytes.
    ///
    /// - Returns: why they are refused; nil when they were read.
    package func read(_ bytes: [UInt8]) -> String? {
        switch self {
        case .yaml: Self.yaml(bytes)
        case .json: Self.json(bytes)
        case .markdown: Self.markdown(bytes)
        case .article: Self.content(bytes, path: "articles/a.md", as: .article)
        case .workflow: Self.content(bytes, path: "workflows/w.yaml", as: .workflow)
        case .schema: Self.schema(bytes)
        }
    }

    private static func yaml(_ bytes: [UInt8]) -> String? {
        do throws(YAMLError) {
            _ = try YAMLParser.parse(bytes[...])
            return nil
        } catch {
            return "\(error.reason)"
        }
    }

    private static func json(_ bytes: [UInt8]) -> String? {
        do throws(JSONReader.Error) {
            _ = try JSONReader.read(bytes)
            return nil
        } catch {
            return error.message
        }
    }

    private static func markdown(_ bytes: [UInt8]) -> String? {
        do throws(MarkdownError) {
            _ = try MarkdownDocument(parsing: bytes[...])
            _ = try HTMLRenderer().render(bytes[...])
            return nil
        } catch {
            return error.description
        }
    }

    /// A reader of content is made once: its configuration is the same for every file of a knowledge base.
    static let reader = ContentReader(configuration: configuration) { _ in nil }

    /// What workflows may test of a caller besides their own fields.
    static var context: [ContextField] { configuration.context }

    private static let configuration: Configuration = {
        let text = """
            context:
              payer: {type: choice, values: {medicare: A, medicaid: B}, groups: {government: [medicare, medicaid]}}
              age: {type: integer, min: 0, max: 130}
              visit: {type: date, min: 2020-01-01, max: 2030-12-31}
              inpatient: {type: boolean, unknown: true}
            """
        let file = ContentReader { _ in nil }.read(SourceFile(path: "kb.yaml", text: text), as: .knowledgeBase)
        return file.configuration ?? Configuration()
    }()

    private static func content(_ bytes: [UInt8], path: String, as kind: FileKind) -> String? {
        let file = reader.read(SourceFile(path: path, bytes: bytes), as: kind)
        return file.problems.first.map { "\($0.reason)" }
    }

    private static func schema(_ bytes: [UInt8]) -> String? {
        var refusal: String?
        do throws(JSONReader.Error) {
            for group in try JSONReader.read(bytes).sequence ?? [] {
                guard let node = group["schema"] else { continue }
                let found = validate(group["tests"]?.sequence?.compactMap { $0["data"] } ?? [], against: node)
                refusal = refusal ?? found
            }
        } catch {
            refusal = error.message
        }
        return refusal
    }

    private static func validate(_ instances: [Node], against node: Node) -> String? {
        do throws(SchemaError) {
            let schema = try SchemaRegistry().compile(node, formats: .assertion)
            var refusal: String?
            for instance in instances {
                for typing in [ScalarTyping.json, .yaml] {
                    let violations = schema.validate(instance, options: ValidationOptions(typing: typing))
                    if case .limit(let limit)? = violations.first?.reason { refusal = "\(limit)" }
                }
            }
            return refusal
        } catch {
            return error.message
        }
    }
}
