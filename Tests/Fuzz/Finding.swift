import Foundation

/// What a target found wrong: said in words, as an optimised build traps without any.
enum Finding {
    static func expect(_ holds: Bool, _ rule: @autoclosure () -> String) {
        if !holds { report(rule()) }
    }

    static func report(_ what: String) -> Never {
        FileHandle.standardError.write(Data("finding: \(what)\n".utf8))
        abort()
    }
}
