import type { Localized } from './localized'

// Reading JSON from outside without trusting its shape.

export type Json = Readonly<Record<string, unknown>>

export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Json : {}
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

/** `labelDa` and `labelEn`, or `label: {da, en}`, as one; null where there is no Danish. */
export function localizedOf(object: Json, name: string): Localized | null {
  const nested = objectOf(object[name])
  const da = stringOf(object[`${name}Da`]) || stringOf(nested['da'])
  return da === '' ? null : { da, en: stringOf(object[`${name}En`]) || stringOf(nested['en']) || da }
}
