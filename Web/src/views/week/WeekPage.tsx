export function WeekPage(_: { weekId?: string, unitId?: string }) { return <main id="main" /> }
