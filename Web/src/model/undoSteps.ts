/** A pause longer than this begins a new step. */
const pauseMs = 500
/** So many letters without a pause are a step: what one press takes back can be read at a glance. */
const mostLetters = 40

/** What one undo takes back: what was written in one place without a pause, forty letters of it at most. */
export class UndoSteps {
  private place: string | null = null
  private at = 0
  private letters = 0

  /**
   * True where an edit begins a step of its own. `place`: where it is written; null for what is one gesture, such as a
   * date chosen or a row moved. `letters`: how many come or go. `now`: ms.
   */
  begins(place: string | null, letters: number, now: number): boolean {
    const continues = place !== null && place === this.place && now - this.at < pauseMs
      && this.letters + letters <= mostLetters
    this.letters = continues ? this.letters + letters : letters
    this.place = place
    this.at = now
    return !continues
  }

  /** The next edit begins a step: something was taken back, or done again. */
  end(): void {
    this.place = null
  }
}
