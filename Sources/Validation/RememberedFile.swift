package import Content

/// An article that has not changed since an earlier run found no error in it: what other files can depend on, and what was
/// made of it.
package struct RememberedFile<Made: Sendable>: Sendable {
    package let record: ItemRecord
    package let digest: ContentDigest
    package let made: Made

    package init(_ record: ItemRecord, _ digest: ContentDigest, made: Made) {
        self.record = record
        self.digest = digest
        self.made = made
    }
}
