package import GoldenQuestions
import Presentation

/// One JSON object: `schemas/output/test.schema.json`.
package struct GoldenJSONRenderer: GoldenRenderer {
    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        let asked = report.asked
        let failed = asked.count { !$0.outcome.isPassed }
        let answer: JSONValue = [
            "version": .integer(QuestionRecord.version),
            "revision": report.revision.map(JSONValue.string), "base": report.base.map(JSONValue.string),
            "asked": .integer(asked.count), "failed": .integer(failed),
            "cases": .array(report.shown.map { QuestionRecord($0, in: report).json }),
        ]
        JSONWriter.write(answer, to: &output)
        output.write("\n")
    }
}

/// The members of the JSON answer's list, one a line.
package struct GoldenJSONLinesRenderer: GoldenRenderer {
    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        for question in report.shown {
            JSONWriter.write(QuestionRecord(question, in: report).json, to: &output)
            output.write("\n")
        }
    }
}
