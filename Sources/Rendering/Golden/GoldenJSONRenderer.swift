package import GoldenQuestions
import Presentation

/// One JSON object: `schemas/output/test.schema.json`.
package struct GoldenJSONRenderer: GoldenRenderer {
    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        let asked = report.asked
        let failed = asked.count { !$0.isPassed }
        let answer: JSONValue = [
            "version": .integer(QuestionRecord.version),
            "revision": report.revision.map(JSONValue.string), "base": report.base.map(JSONValue.string),
            "asked": .integer(asked.count), "failed": .integer(failed),
            "cases": .array(report.shown.map { report.record(of: $0) }),
            "coverage": report.coverage.map { .array($0.map { CoverageRecord($0, in: report).json }) },
        ]
        JSONWriter.write(answer, to: &output)
        output.write("\n")
    }
}

/// The members of the JSON answer's list, one a line.
package struct GoldenJSONLinesRenderer: GoldenRenderer {
    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        for test in report.shown {
            JSONWriter.write(report.record(of: test), to: &output)
            output.write("\n")
        }
    }
}

extension GoldenReport {
    fileprivate func record(of test: any PlayedTest) -> JSONValue {
        switch test {
        case let scenario as PlayedScenario: ScenarioRecord(scenario, in: self).json
        case let question as PlayedQuestion: QuestionRecord(question, in: self).json
        default: preconditionFailure("a test of no kind")
        }
    }
}
