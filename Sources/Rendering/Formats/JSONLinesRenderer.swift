import Presentation

/// The members of the JSON answer's list, one a line.
package struct JSONLinesRenderer: FindingRenderer {
    package init() {}

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        for finding in set.findings {
            JSONWriter.write(FindingRecord(finding, in: set).json, to: &output)
            output.write("\n")
        }
    }
}
