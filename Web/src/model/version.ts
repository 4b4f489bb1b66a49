/** What a model said before. `state` is there only where one version was asked for. */
export type { VersionView as Version } from './generated/types'
