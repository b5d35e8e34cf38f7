import SearchIndex

/// The fields of a document that name other content, whatever they name.
extension IndexDocument {
    /// Keeps the names that are to be kept, and nothing that is empty without the others.
    mutating func keepNames(where keeps: (ContentName) -> Bool) {
        func keepsItem(_ name: String) -> Bool { keeps(.item(name)) }
        if let name = replacedBy, !keepsItem(name) { replacedBy = nil }
        related = related.filter(keepsItem)
        escalate = escalate.filter { keepsItem($0.id) }
        flow = flow?.keepingNames(where: keepsItem)
        // A hand-off to somebody hidden takes along nothing.
        let used = flow?.requirements ?? []
        requirements = requirements.filter { used.contains($0.id) }
        for place in requirements.indices {
            if let team = requirements[place].team, !keepsItem(team) { requirements[place].team = nil }
        }
        if var alert {
            alert.articles = alert.articles.filter(keepsItem)
            alert.workflows = alert.workflows.filter(keepsItem)
            alert.categories = alert.categories.filter { keeps(.category($0)) }
            self.alert = alert
        }
        let kind = kind
        details = details.compactMap { field in
            let value: IndexValue? =
                switch (kind, field.name) {
                case ("directory", "after_hours"): field.value.keepingNames(where: keepsItem)
                case ("alert", "targets"): field.value.keepingTargets(where: keeps)
                case ("workflow", "steps"):
                    field.value.mappingMembers { .init($0.name, $0.value.keepingNamesOfStep(where: keepsItem)) }
                case ("hub", "sections"): field.value.keepingSections(where: keepsItem)
                default: field.value
                }
            return value.map { .init(field.name, $0) }
        }
    }
}

extension IndexValue {
    /// A name or a list of names; nil where none is kept.
    fileprivate func keepingNames(where keeps: (String) -> Bool) -> IndexValue? {
        switch self {
        case .text(let name): keeps(name) ? self : nil
        case .integer(let number): keeps("\(number)") ? self : nil
        case .list(let values): IndexValue.list(values.compactMap { $0.keepingNames(where: keeps) }).nonempty
        case .null, .boolean, .object: nil
        }
    }

    fileprivate func keepingTargets(where keeps: (ContentName) -> Bool) -> IndexValue? {
        guard case .object = self else { return self }
        return mappingMembers { target in
            let kept = target.value.keepingNames { name in
                keeps(target.name == "categories" ? .category(name) : .item(name))
            }
            return kept.map { Member(target.name, $0) }
        }.nonempty
    }

    fileprivate func keepingNamesOfStep(where keeps: (String) -> Bool) -> IndexValue {
        mappingMembers { field in
            let value: IndexValue? =
                switch field.name {
                case "article", "call": field.value.keepingNames(where: keeps)
                case "handoff":
                    field.value.mappingMembers { part in
                        guard part.name == "to" else { return part }
                        return part.value.keepingNames(where: keeps).map { Member(part.name, $0) }
                    }.nonempty
                default: field.value
                }
            return value.map { Member(field.name, $0) }
        }
    }

    /// A section without items says nothing, and would say that there are some.
    fileprivate func keepingSections(where keeps: (String) -> Bool) -> IndexValue? {
        guard case .list(let sections) = self else { return self }
        let kept = sections.compactMap { section -> IndexValue? in
            var hasItems = false
            let kept = section.mappingMembers { field in
                guard field.name == "items" else { return field }
                let items = field.value.keepingNames(where: keeps)
                hasItems = items != nil
                return items.map { Member(field.name, $0) }
            }
            return hasItems ? kept : nil
        }
        return IndexValue.list(kept).nonempty
    }

    /// Every member as it is to be, or without it; a value without members as it is.
    fileprivate func mappingMembers(_ change: (Member) -> Member?) -> IndexValue {
        guard case .object(let members) = self else { return self }
        return .object(members.compactMap(change))
    }

    /// nil for a list or an object of nothing.
    private var nonempty: IndexValue? {
        switch self {
        case .list(let values) where values.isEmpty: nil
        case .object(let members) where members.isEmpty: nil
        default: self
        }
    }
}
