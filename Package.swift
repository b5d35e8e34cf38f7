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

let package = Package(
    name: "kb",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CMd4c", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
        .target(name: "Diagnostics", swiftSettings: settings),
        .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: settings),
        .target(name: "JSONSchema", dependencies: ["YAML"], swiftSettings: settings),
        .target(name: "Markdown", dependencies: ["CMd4c"], swiftSettings: settings),
        .target(
            name: "Schemas", exclude: ["Documents/output"],
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
                "Time", "YAML",
            ], swiftSettings: settings),
        .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
        .testTarget(
            name: "JSONSchemaTests", dependencies: ["JSONSchema", "YAML"], exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(name: "ValidationTests", dependencies: ["Content", "Diagnostics", "Time", "Validation"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
