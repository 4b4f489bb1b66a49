extension Int64 {
    /// The sum, or the nearest value there is: a time from a damaged record must not stop the server.
    func clampedAdding(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
