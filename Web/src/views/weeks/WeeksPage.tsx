export function WeeksPage(_: { weekId?: string, unitId?: string }) { return <main id="main" /> }
