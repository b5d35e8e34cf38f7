import ArgumentParser

/// Which items a review is about.
struct ReviewSelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only what this person or group owns; of a person also what their groups own.", valueName: "owner"),
        completion: .custom(ItemCompletion.owners))
    var owner: String?

    @Option(help: ArgumentHelp("Judge reviews as of this moment.", valueName: "date"))
    var at: String?

    @OptionGroup var workspace: WorkspaceOptions
}
