import TestSupport
import Testing

@Suite(.enabled(if: Strace.works, Strace.absence))
struct WriteFaultTests {
    @Test(arguments: WritingCommand.all)
    func `A fault at any system call of a command leaves each file old or new`(_ command: WritingCommand)
        throws
    {
        let campaign = try Campaign(command)
        #expect(!campaign.calls.isEmpty)
        for fault in Fault.allCases {
            let calls = campaign.calls.filter { fault.concerns($0) }
            let rest = fault == .interruption ? try uninterrupted(calls, campaign) : calls
            var count = calls.count - rest.count
            for call in rest {
                if let complaint = try campaign.complaint(fault, at: call) {
                    Issue.record("\(command.name), \(fault.rawValue) at \(call): \(complaint)")
                } else {
                    count += 1
                }
            }
            print("\(command.name), \(fault.rawValue): \(count) of \(calls.count)")
        }
    }

    /// The calls that must be interrupted one by one, because not all of their name were resumed together.
    private func uninterrupted(_ calls: [SystemCall], _ campaign: Campaign) throws -> [SystemCall] {
        let unnamed = calls.filter(\.isUnnamed)
        return try Dictionary(grouping: calls.filter { !$0.isUnnamed }, by: \.name).flatMap { name, calls in
            try campaign.interruptions(of: name) == calls.count ? [] : calls
        } + unnamed
    }
}
