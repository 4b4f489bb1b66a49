/// libFuzzer calls this with each input; what traps, or costs more than ``FuzzLimits``, is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    FuzzLimits.check { FuzzTarget.chosen.run(bytes) }
    return 0
}

/// libFuzzer calls this once, before the first input: what is set up only once must not count as an input's cost.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzInitialize(
    _ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
    for byte: UInt8 in 0..<16 { FuzzTarget.chosen.run([byte, 0, 0]) }
    return 0
}
