extension Week {
    /// The same week with what its sessions have parked since, after what they came with.
    ///
    /// - Parameter parked: by session; each as the interchange document has a parked item.
    package func parking(_ parked: [String: [JSONValue]]) -> Week {
        guard parked.values.contains(where: { !$0.isEmpty }) else { return self }
        var document = source
        let sessions = document.elements("sessions").map { session in
            var session = session
            let items = parked[session["id"]?.string ?? ""] ?? []
            if !items.isEmpty { session["parkedItems"] = .array(session.elements("parkedItems") + items) }
            return session
        }
        document["sessions"] = .array(sessions)
        return Week(stored: document)
    }
}
