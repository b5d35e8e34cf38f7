// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let schemas = [
    "common", "article", "workflow", "alert", "directory", "quiz", "facts", "navigation", "synonyms", "template",
    "tests", "kb", "people",
]

// libFuzzer brings its own entry point, so these build only under the flags that Fuzz/run gives.
let fuzzTargets: [Target] =
    Context.environment["KB_FUZZ"] == nil
    ? []
    : ["YAML", "FrontMatter", "Workflow", "Proof", "Outline", "Markdown", "JSON", "Schema"].map { name in
        .executableTarget(
            name: "Fuzz\(name)", dependencies: ["ParserEntries"], path: "Fuzz/Fuzz\(name)", swiftSettings: settings)
    } + [
        .executableTarget(
            name: "FuzzIndex", dependencies: ["IndexHostility", "SearchIndex"], path: "Fuzz/FuzzIndex",
            swiftSettings: settings)
    ]

let package = Package(
    name: "kb",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CMd4c", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .target(name: "Diagnostics", swiftSettings: settings),
        .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: settings),
        .target(name: "JSONSchema", dependencies: ["YAML"], swiftSettings: settings),
        .target(name: "Markdown", dependencies: ["CMd4c"], swiftSettings: settings),
        .target(
            name: "Schemas", dependencies: ["Presentation", "YAML"], exclude: ["Documents/output"],
            resources: schemas.map { .embedInCode("Documents/\($0).schema.json") }, swiftSettings: settings),
        .target(name: "Time", swiftSettings: settings),
        .target(name: "Decisions", dependencies: ["Time"], swiftSettings: settings),
        .target(name: "FileSystem", swiftSettings: settings),
        .target(name: "Governance", dependencies: ["Time"], swiftSettings: settings),
        .target(
            name: "Content",
            dependencies: [
                "Decisions", "Diagnostics", "FileSystem", "Markdown", "Time", "YAML",
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: settings),
        .target(
            name: "Validation",
            dependencies: [
                "Content", "Decisions", "Diagnostics", "Governance", "JSONSchema", "Markdown", "Schemas",
                "SensitiveText", "Signatures",
                "Time", "YAML",
            ], swiftSettings: settings),
        .target(
            name: "SearchIndex",
            dependencies: ["CStemmer", "CXXHash", "CZstd", "Decisions", "FileSystem", "Governance", "Time"],
            swiftSettings: settings,
            // Static: a shared library costs every start of `kb`.
            linkerSettings: [":libstemmer.a", ":libxxhash.a", ":libzstd.a"].map { .linkedLibrary($0) }),
        .target(
            name: "IndexCompilation",
            dependencies: [
                "Content", "Decisions", "Diagnostics", "FileSystem", "Markdown", "SearchIndex", "Time", "YAML",
            ],
            swiftSettings: settings),
        .target(
            name: "GoldenQuestions", dependencies: ["Content", "Decisions", "Diagnostics", "SearchIndex", "Time"],
            swiftSettings: settings),
        .target(
            name: "Difference", dependencies: ["Content", "Decisions", "Diagnostics", "Markdown", "Time", "YAML"],
            swiftSettings: settings),
        .target(
            name: "Approvals", dependencies: ["Content", "Signatures", "Time"], swiftSettings: settings),
        .target(
            name: "Editing", dependencies: ["Content", "Diagnostics", "FileSystem", "Time", "YAML"],
            swiftSettings: settings),
        .target(
            name: "Git", dependencies: ["CLibgit2", "Content", "Diagnostics", "FileSystem"], swiftSettings: settings),
        .target(
            name: "Merging", dependencies: ["Content", "Diagnostics", "Difference", "YAML"], swiftSettings: settings),
        .testTarget(
            name: "MergingTests", dependencies: ["Content", "Merging", "TestSupport", "YAML"], swiftSettings: settings),
        .target(name: "Scaffolding", dependencies: ["Content", "Time"], swiftSettings: settings),
        .target(name: "Releases", dependencies: ["Time"], swiftSettings: settings),
        .target(name: "SensitiveText", swiftSettings: settings),
        .target(
            name: "Signatures", dependencies: ["FileSystem", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(name: "Presentation", swiftSettings: settings),
        .target(name: "Drawing", dependencies: ["Content", "Decisions", "Presentation"], swiftSettings: settings),
        .target(
            name: "CommandLine",
            dependencies: [
                "Decisions", "Diagnostics", "FileSystem", "Governance", "Presentation", "Releases", "SearchIndex",
                "Time",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
        .target(name: "SeededRandom", path: "Benchmarks/SeededRandom", swiftSettings: settings),
        .target(
            name: "SensitiveCorpus", dependencies: ["SeededRandom"], path: "Benchmarks/SensitiveCorpus",
            swiftSettings: settings),
        .executableTarget(
            name: "sensitive-speed", dependencies: ["AdversarialSensitive", "SensitiveText"],
            path: "Benchmarks/SensitiveSpeed", swiftSettings: settings),
        .target(name: "AdversarialSensitive", path: "Benchmarks/AdversarialSensitive", swiftSettings: settings),
        .testTarget(
            name: "SensitiveTextTests", dependencies: ["AdversarialSensitive", "SensitiveCorpus", "SensitiveText"],
            swiftSettings: settings),
        .target(
            name: "Rendering",
            dependencies: [
                "Approvals", "Content", "Decisions", "Diagnostics", "Difference", "GoldenQuestions", "Governance",
                "Presentation",
                "Time", "YAML",
            ],
            swiftSettings: settings),
        .target(
            name: "Authoring",
            dependencies: [
                "Approvals", "CommandLine", "Content", "Decisions", "Diagnostics", "Difference", "Drawing", "Editing",
                "FileSystem",
                "Git",
                "GoldenQuestions",
                "Governance", "IndexCompilation", "Merging", "Outlines", "Presentation", "Rendering", "Releases",
                "Scaffolding",
                "Schemas", "SearchIndex", "Signatures", "Time",
                "Validation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
        .executableTarget(name: "kb", dependencies: ["CommandLine"], swiftSettings: settings),
        .executableTarget(name: "kb-author", dependencies: ["Authoring", "CommandLine"], swiftSettings: settings),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "Approvals", "Content", "Decisions", "Diagnostics", "Difference", "GoldenQuestions", "JSONSchema",
                "Presentation",
                "Rendering", "Time", "YAML",
            ],
            exclude: ["Snapshots"], swiftSettings: settings),
        .testTarget(name: "DifferenceTests", dependencies: ["Content", "Difference", "Time"], swiftSettings: settings),
        .testTarget(name: "GitTests", dependencies: ["Content", "Git"], swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Authoring", "CommandLine", "Decisions", "JSONSchema", "SearchIndex", "TestSupport", "Time", "YAML",
                "kb",
                "kb-author",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
        .testTarget(name: "TimeTests", dependencies: ["TestSupport", "Time"], swiftSettings: settings),
        .testTarget(
            name: "DecisionsTests", dependencies: ["Decisions", "GeneratedFlows", "SeededRandom", "Time"],
            swiftSettings: settings),
        .target(
            name: "Outlines", dependencies: ["Content", "Decisions", "Diagnostics", "Time", "YAML"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OutlinesTests",
            dependencies: ["Content", "Decisions", "Diagnostics", "Outlines", "Time", "Validation", "YAML"],
            swiftSettings: settings),
        .testTarget(
            name: "DrawingTests", dependencies: ["Content", "Decisions", "Drawing"], swiftSettings: settings),
        .testTarget(name: "GovernanceTests", dependencies: ["Governance", "Time"], swiftSettings: settings),
        .testTarget(
            name: "ApprovalsTests",
            dependencies: ["Approvals", "Content", "Diagnostics", "SeededRandom", "Signatures", "TestSupport", "Time"],
            swiftSettings: settings),
        .testTarget(
            name: "SignaturesTests", dependencies: ["SeededRandom", "Signatures", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "FileSystemTests", dependencies: ["FileSystem", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "FaultTests",
            dependencies: ["Content", "Diagnostics", "IndexTorture", "TestSupport", "kb", "kb-author"],
            swiftSettings: settings),
        .testTarget(
            name: "SearchIndexTests", dependencies: ["Decisions", "SearchIndex", "SeededRandom", "Time"],
            exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "GoldenQuestionsTests",
            dependencies: [
                "Content", "Diagnostics", "GoldenQuestions", "IndexCompilation", "SearchIndex", "Time", "Validation",
            ], swiftSettings: settings),
        .testTarget(
            name: "ContentTests", dependencies: ["Content", "Diagnostics", "TestSupport", "Time", "Validation"],
            swiftSettings: settings),
        .testTarget(
            name: "EditingTests", dependencies: ["Content", "Diagnostics", "Editing", "Time", "Validation"],
            swiftSettings: settings),
        .target(
            name: "ParserEntries",
            dependencies: ["Content", "Decisions", "Diagnostics", "JSONSchema", "Markdown", "Outlines", "YAML"],
            path: "Fuzz/ParserEntries", swiftSettings: settings),
        .target(name: "AdversarialInputs", path: "Benchmarks/AdversarialInputs", swiftSettings: settings),
        .target(name: "Measuring", path: "Benchmarks/Measuring", swiftSettings: settings),
        .executableTarget(
            name: "GrowthBench", dependencies: ["AdversarialInputs", "Measuring", "ParserEntries"],
            path: "Benchmarks/GrowthBench", swiftSettings: settings),
        .target(
            name: "GeneratedFlows", dependencies: ["Decisions", "SeededRandom"], path: "Benchmarks/GeneratedFlows",
            swiftSettings: settings),
        .executableTarget(
            name: "ProofBench", dependencies: ["Decisions", "GeneratedFlows"], path: "Benchmarks/ProofBench",
            swiftSettings: settings),
        .executableTarget(
            name: "EmptyCommand", dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Benchmarks/EmptyCommand", swiftSettings: settings),
        .executableTarget(
            name: "SearchBench", dependencies: ["SearchIndex", "Time"], path: "Benchmarks/SearchBench",
            swiftSettings: settings),
        .executableTarget(
            name: "UpdateBench", dependencies: ["SearchIndex"], path: "Benchmarks/UpdateBench",
            swiftSettings: settings),
        .executableTarget(
            name: "MarkdownBench",
            dependencies: ["AdversarialInputs", "FileSystem", "Markdown", "Measuring", "ParserEntries", "YAML"],
            path: "Benchmarks/MarkdownBench", swiftSettings: settings),
        .testTarget(
            name: "MarkdownTests", dependencies: ["AdversarialInputs", "Markdown", "YAML"], exclude: ["Fixtures"],
            swiftSettings: settings),
        .executableTarget(
            name: "MutationFuzz", dependencies: ["FileSystem", "ParserEntries", "SeededRandom"],
            path: "Fuzz/MutationFuzz", swiftSettings: settings),
        .target(
            name: "IndexHostility", dependencies: ["Decisions", "SearchIndex", "SeededRandom", "Time"],
            path: "Fuzz/IndexHostility",
            swiftSettings: settings),
        .executableTarget(
            name: "IndexTorture", dependencies: ["FileSystem", "IndexHostility", "SearchIndex", "SeededRandom"],
            path: "Fuzz/IndexTorture", swiftSettings: settings),
        .testTarget(
            name: "CorpusTests", dependencies: ["MutationFuzz", "ParserEntries", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
        .testTarget(
            name: "ExampleTests", dependencies: ["Content", "Diagnostics", "Time", "Validation"],
            swiftSettings: settings),
        .testTarget(
            name: "JSONSchemaTests", dependencies: ["JSONSchema", "YAML"], exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "IndexCompilationTests",
            dependencies: [
                "Content", "Diagnostics", "FileSystem", "IndexCompilation", "SearchIndex", "SeededRandom", "Time",
                "Validation",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ValidationTests", dependencies: ["Content", "Diagnostics", "Time", "Validation"],
            swiftSettings: settings),
    ] + fuzzTargets,
    swiftLanguageModes: [.v6]
)
