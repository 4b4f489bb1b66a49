import HTTPTypes
import Logging
import Storage
import TestLoop
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    @Suite struct DiskWatchTests {
        private static func room(used: Int64, allowed: Int64? = 1000, free: Int64 = 1 << 40) -> DiskRoom {
            DiskRoom(usedBytes: used, allowedBytes: allowed, freeBytes: free)
        }

        @Test func `what may be used ends with the limit or with the disk, whichever is nearer`() {
            #expect(Self.room(used: 500).share == 0.5)
            #expect(Self.room(used: 300, allowed: nil, free: 100).share == 0.75)
            #expect(Self.room(used: 300, allowed: 100_000, free: 100).share == 0.75)
            #expect(Self.room(used: 2000).share == 1)
            #expect(Self.room(used: 0, allowed: nil, free: 0).share == 0)
        }

        @Test @ServiceLoop func `nothing new is begun at 90 per cent, and again below 85`() throws {
            let watch = DiskWatch(
                limits: DiskLimits(), timing: HandTiming(), logger: Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
            ) { nil }
            try watch.checkRoom()
            for (used, isShort): (Int64, Bool) in [
                (899, false), (900, true), (870, true), (850, true), (849, false), (899, false), (1000, true),
            ] {
                watch.note(Self.room(used: used))
                #expect(watch.isShort == isShort, "\(used)")
                if isShort {
                    let problem = #expect(throws: Problem.self) { try watch.checkRoom() }
                    #expect(problem?.status.code == 507 && problem?.kind == "disk-nearly-full")
                } else {
                    try watch.checkRoom()
                }
            }
            // What cannot be seen changes nothing.
            watch.note(nil)
            #expect(watch.isShort)
        }

        @Test @ServiceLoop func `a disk with little room left is short, however little of it the database uses`() {
            let watch = DiskWatch(
                limits: DiskLimits(), timing: HandTiming(), logger: Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
            ) { nil }
            let reserve = Int64(DiskLimits().reserveBytes)
            for (free, isShort) in [
                (2 * reserve, false), (reserve - 1, true), (reserve + 1, true), (2 * reserve, false),
            ] {
                watch.note(Self.room(used: 1, allowed: nil, free: free))
                #expect(watch.isShort == isShort, "\(free)")
            }
        }

        @Test func `the free space of a folder's disk is found, and of none there is nothing`() {
            #expect((DiskRoom.freeBytes(in: "/") ?? 0) > 0)
            #expect(DiskRoom.freeBytes(in: "/does/not/exist") == nil)
        }
    }
}
