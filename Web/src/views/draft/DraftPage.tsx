export function DraftPage(_: { weekId?: string, unitId?: string }) { return <main id="main" /> }
