import JSONSchema
import YAML

/// Short ways to write documents in tests.
func json(_ text: String, depthLimit: Int = 64) throws -> Node {
    try JSONReader.read(Array(text.utf8), depthLimit: depthLimit)
}

func compile(_ text: String, formats: FormatTreatment = .annotation) throws -> Schema {
    try SchemaRegistry().compile(json(text), formats: formats)
}

/// An unquoted YAML scalar.
func plain(_ text: String) -> Node {
    Node(.scalar(Scalar(text, style: .plain)), range: 0..<text.utf8.count)
}

extension Schema {
    func accepts(_ instance: Node, typing: ScalarTyping = .json) -> Bool {
        validate(instance, options: ValidationOptions(typing: typing)).isEmpty
    }
}
