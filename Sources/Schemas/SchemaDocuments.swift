/// The JSON Schemas of `schemas/`, as they stand in the repository, built into the program.
package enum SchemaDocuments {
    /// The bytes of each document by its name: `article` for `article.schema.json`.
    package static let all: [String: [UInt8]] = [
        "common": PackageResources.common_schema_json,
        "article": PackageResources.article_schema_json,
        "workflow": PackageResources.workflow_schema_json,
        "alert": PackageResources.alert_schema_json,
        "directory": PackageResources.directory_schema_json,
        "quiz": PackageResources.quiz_schema_json,
        "facts": PackageResources.facts_schema_json,
        "navigation": PackageResources.navigation_schema_json,
        "synonyms": PackageResources.synonyms_schema_json,
        "template": PackageResources.template_schema_json,
        "tests": PackageResources.tests_schema_json,
        "kb": PackageResources.kb_schema_json,
        "people": PackageResources.people_schema_json,
    ]
}
