import Planning
import Rooms
import Storage
import Synchronization

/// Drafts that leaders have before them and have not taken from, in memory: looking at a plan writes nothing. What was
/// seen is written with the first line that is taken from it, under the number that it was seen under.
///
/// Each content has one number for as long as the process runs. After a restart a page's draft is known by its tag
/// (``DraftMaker/seen(_:tag:of:inWeek:now:reading:)``). Bounded in bytes; what was opened longest ago goes first.
package final class OpenedDrafts: Sendable {
    /// Whose drafts.
    struct Place: Hashable {
        let weekID, unitID: String
    }

    private struct Shelf {
        /// Oldest first.
        var drafts: [DraftRecord] = []
        /// The highest number there was, also of what is gone.
        var highest = 0

        var bytes: Int { drafts.reduce(0) { $0 + $1.document.utf8.count } }

        func latest(stored: DraftRecord?) -> DraftRecord? {
            guard let opened = drafts.last, opened.version > stored?.version ?? 0 else { return stored }
            return opened
        }

        func next(after latest: DraftRecord?) -> Int { max(latest?.version ?? 0, highest) + 1 }
    }

    private struct State {
        var shelves: [Place: Shelf] = [:]
        /// What the drafts of each take.
        var held: OldestFirst<Place>
    }

    private let state: Mutex<State>
    /// How many of a unit.
    private let kept: Int

    package init(kept: Int, bytesLimit: Int) {
        self.kept = kept
        state = Mutex(State(held: OldestFirst(limit: bytesLimit)))
    }

    /// The last that was opened, if that was after `stored` was stored, else that; and the number that the next gets.
    func latest(_ place: Place, stored: DraftRecord?) -> (draft: DraftRecord?, next: Int) {
        state.withLock { state in
            let shelf = state.shelves[place] ?? Shelf()
            let latest = shelf.latest(stored: stored)
            return (latest, shelf.next(after: latest))
        }
    }

    /// The draft that says `text`: the last one there is if it says the same, else the next.
    ///
    /// - Parameters:
    ///   - stored: the last that is stored.
    ///   - isOpened: whether somebody has it before them who may take from it.
    func draft(_ text: String, _ place: Place, stored: DraftRecord?, isOpened: Bool, now: Int64) -> DraftRecord {
        state.withLock { state in
            var shelf = state.shelves[place] ?? Shelf()
            let latest = shelf.latest(stored: stored)
            if let latest, latest.document == text { return latest }
            let draft = DraftRecord(
                weekID: place.weekID, unitID: place.unitID, version: shelf.next(after: latest),
                profile: Profile.maalplan.rawValue, document: text, createdAt: now)
            guard isOpened else { return draft }
            shelf.drafts = shelf.drafts.suffix(kept - 1) + [draft]
            shelf.highest = draft.version
            state.shelves[place] = shelf
            for oldest in state.held.hold(place, bytes: shelf.bytes) { state.shelves[oldest]?.drafts = [] }
            return draft
        }
    }

    /// One that somebody has before them; nil where it is not kept here.
    func opened(_ version: Int, _ place: Place) -> DraftRecord? {
        state.withLock { $0.shelves[place]?.drafts.last { $0.version == version } }
    }

    /// Lets go of all of them: they may say a name that must not be known any more. Their numbers are not given again.
    func forget() {
        state.withLock { state in
            for place in state.shelves.keys { state.shelves[place]?.drafts = [] }
            state.held.removeAll()
        }
    }
}
