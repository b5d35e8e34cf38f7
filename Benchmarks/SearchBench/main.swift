import Glibc
import SearchIndex
import Time

// Times questions in one process: the warm engine, without a start and without output.
//
// usage: SearchBench INDEX QUESTIONS [RUNS]
//   QUESTIONS  one question a line
//   RUNS       times that each question is asked; its median counts (9)
// Prints the number of questions, and the median and the 99th percentile of their times in milliseconds.

func milliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

func lines(_ path: String) -> [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var lines: [String] = []
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    while getline(&buffer, &capacity, file) > 0 { lines.append(String(cString: buffer!)) }
    free(buffer)
    return lines
}

guard CommandLine.arguments.count >= 3 else { exit(2) }
let runs = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) ?? 9 : 9
let index = try Index(try IndexMemory(path: CommandLine.arguments[1]))
let search = Search(try Reader(index, at: .init(seconds: Int64(time(nil)))))
var times: [Double] = []
for question in lines(CommandLine.arguments[2]) {
    var own: [Double] = []
    for _ in 0..<runs {
        let start = milliseconds()
        _ = try search.answer(question, limit: 10)
        own.append(milliseconds() - start)
    }
    times.append(own.sorted()[runs / 2])
}
times.sort()
print(times.count, times[times.count / 2], times[min(times.count - 1, times.count * 99 / 100)], separator: "\t")
