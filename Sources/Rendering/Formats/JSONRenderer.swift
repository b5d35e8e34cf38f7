import Presentation

/// One JSON object: `schemas/output/validate.schema.json`.
package struct JSONRenderer: FindingRenderer {
    package init() {}

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        let head: JSONValue = [
            "version": .integer(FindingRecord.version),
            "at": set.at.map(JSONValue.string),
            "revision": set.revision.map(JSONValue.string),
            "base": set.base.map(JSONValue.string),
        ]
        // One finding after another: as one value they would take far more memory than as text.
        output.write(head.serialized.dropLast() + ",\"findings\":[")
        for (index, finding) in set.findings.enumerated() {
            if index > 0 { output.write(",") }
            JSONWriter.write(FindingRecord(finding, in: set).json, to: &output)
        }
        output.write("]}\n")
    }
}
