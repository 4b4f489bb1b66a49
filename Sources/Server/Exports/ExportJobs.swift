import Application
import Export
import HTTPTypes
import Planning
import Rooms
import Transport

/// The exports of whole weeks: few at a time, kept for a while, gone with the server.
@ServiceLoop
final class ExportJobs {
    private let limits: ExportLimits
    private let timing: any LoopTiming
    /// Oldest first.
    private var jobs: [ExportJob] = []

    init(limits: ExportLimits, timing: any LoopTiming) {
        self.limits = limits
        self.timing = timing
    }

    /// - Throws: `Problem` when as many run as may, or as many of this person's.
    func start(_ export: WeekExport, for owner: [UInt8]) throws -> ExportJob {
        // A person's own share first: their answer says that they need only wait for themselves.
        guard jobs.count(where: { $0.isRunning && $0.owner == owner }) < limits.runningPerPerson else {
            throw Problem.exportsBusyForAsker
        }
        guard jobs.count(where: { $0.isRunning }) < limits.running else {
            throw Problem(
                .serviceUnavailable, "exports-busy",
                "Der hentes allerede hele uger lige nu. Intet er ændret; prøv igen om lidt.",
                en: "Whole weeks are being exported right now. Nothing was changed; try again shortly.")
        }
        let job = ExportJob(
            export, id: "x-" + NewID.make(), owner: owner,
            fileName: FileName.make(["samspil", export.reading.week.title]) + ".zip")
        jobs.append(job)
        job.start(export) { [weak self] in self?.scheduleRemoval(of: job) }
        return job
    }

    /// - Parameter owner: the person's hash (``Principal/personHash``).
    /// - Throws: `Problem.notFound`, alike for what is unknown and for what somebody else began.
    func job(_ id: String, ofWeek weekID: String, for owner: [UInt8]) throws -> ExportJob {
        guard let job = jobs.first(where: { $0.id == id && $0.weekID == weekID && $0.owner == owner })
        else { throw Problem.notFound }
        return job
    }

    /// Cancels it if it runs, and forgets it.
    func remove(_ job: ExportJob) {
        if job.isRunning { job.cancel() }
        jobs.removeAll { $0 === job }
    }

    /// The same with everything of a week that is gone.
    func removeAll(ofWeek id: String) {
        for job in jobs where job.weekID == id { remove(job) }
    }

    /// Cancels all, and waits for the converters to end: none outlives the server.
    func stop() async {
        for job in jobs where job.isRunning { job.cancel() }
        for job in jobs { await job.end() }
    }

    /// Bounds the archives in memory by number and by time, however many are fetched.
    private func scheduleRemoval(of job: ExportJob) {
        while jobs.count(where: { !$0.isRunning }) > limits.kept {
            guard let oldest = jobs.firstIndex(where: { !$0.isRunning }) else { break }
            jobs.remove(at: oldest)
        }
        timing.after(.seconds(limits.keptSeconds)) { [weak self, weak job] in
            if let job { self?.remove(job) }
        }
    }
}
