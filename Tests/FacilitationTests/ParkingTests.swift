@testable import Facilitation
import Testing

struct ParkingTests {
    @Test func `an item is parked by anybody who works here, said anew under its id, and settled and opened again`() {
        var bench = Bench()
        #expect(bench.refusal(of: ParkItem(AreaSamples.item), by: Bench.teacher) == nil)
        var other = AreaSamples.item
        other.due = nil
        bench.send(ParkItem(other), by: Bench.coach)
        #expect(bench.state.parkedItems.map(\.item) == [other])
        bench.send(SettleItem(itemId: "i1", settled: true))
        #expect(bench.state.parkedItems.map(\.isSettled) == [true])
        bench.send(SettleItem(itemId: "i1", settled: false))
        #expect(bench.state.parkedItems.map(\.isSettled) == [false])
    }

    @Test func `an item has a text, a date that is one, and room`() {
        var bench = Bench()
        #expect(bench.refusal(of: ParkItem(ParkedItem(itemId: "i", text: " "))) == .textMissing)
        #expect(
            bench.refusal(of: ParkItem(ParkedItem(itemId: "i", text: "T", due: "i morgen"))) == .dateMalformed)
        #expect(
            bench.refusal(of: ParkItem(ParkedItem(itemId: "i", text: "T", due: "2027-02-30"))) == .dateMalformed)
        #expect(bench.refusal(of: SettleItem(itemId: "i", settled: true)) == .noSuchItem)
        for number in 0..<SessionLimits.standard.parkedItems {
            bench.send(ParkItem(ParkedItem(itemId: "i\(number)", text: "T")))
        }
        #expect(bench.refusal(of: ParkItem(ParkedItem(itemId: "ny", text: "T"))) == .tooManyItems)
        #expect(bench.refusal(of: ParkItem(ParkedItem(itemId: "i0", text: "Anew"))) == nil)
    }
}
