/** What a model said before: when it was kept, and who had written since the one before. */
export interface Version {
  number: number
  /** Milliseconds since 1970. */
  at: number
  /** Ids of units and other parties. */
  parties: string[]
  contentVersion: string
  /** The document as one update, in base64; only where one version was asked for, and empty where it was too large. */
  state?: string
}
