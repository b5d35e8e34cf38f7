package import ArgumentParser

/// What to list, and how; the same from an index and from files.
package struct ListOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("field:value terms and words, all of which must hold.", valueName: "query"))
    package var query: [String] = []

    @Option(
        help: ArgumentHelp("text, json, jsonl or plain (id, title and place, with tabs between).", valueName: "format"))
    package var format = AnswerFormat.text

    @Flag(name: .customLong("print0"), help: "End each line of the plain format with a NUL byte.")
    package var endsWithNUL = false

    package init() {}

    package func validate() throws { try format.check(endsWithNUL: endsWithNUL) }

    package static let discussion = """
        The fields are \(ItemQuery.fields.joined(separator: ", ")). A category holds those below it; a path is \
        matched by its beginning.

        Examples:
          kb list
          kb list kind:article state:overdue
          kb list owner:imaging-access mri
          kb list --format json category:scheduling
          kb list --index .kb/index audience:public
        """
}
