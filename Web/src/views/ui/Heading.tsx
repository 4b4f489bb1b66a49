import { createElement, type HTMLAttributes } from 'react'

/** A heading whose level its place decides. */
export function Heading({ level, ...rest }: { level: number } & HTMLAttributes<HTMLHeadingElement>) {
  return createElement(`h${Math.min(level, 6)}`, rest)
}
