import Presentation

/// One JSON object: `schemas/output/validate.schema.json`.
package struct JSONRenderer: FindingRenderer {
    package init() {}

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        let answer: JSONValue = [
            "version": .integer(FindingRecord.version),
            "at": set.at.map(JSONValue.string),
            "revision": set.revision.map(JSONValue.string),
            "base": set.base.map(JSONValue.string),
            "findings": .array(set.findings.map { FindingRecord($0, in: set).json }),
        ]
        JSONWriter.write(answer, to: &output)
        output.write("\n")
    }
}
