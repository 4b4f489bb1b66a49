import type { Obstacle } from '../../model/obstacle'
import type { Translate } from '../../text/translate'

export interface ObstacleText { title: string, detail: string }

/** Why the server is not heard, for people: what it is, what the page does, what they can do. */
export function obstacleText(obstacle: Obstacle, t: Translate): ObstacleText {
  return { title: t(`reach.${obstacle}`), detail: t(`reach.${obstacle}.detail`, { host: location.host }) }
}
