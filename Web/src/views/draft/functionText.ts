import type { FunctionInUnit } from '../../model/goalPlanDraft'

/** `Koordinator, Familie og Rådgivning` */
export function functionText(value: FunctionInUnit | undefined): string {
  return [value?.function, value?.unitName].filter(Boolean).join(', ')
}
