/** The places of a call in the order of its work; `segment` is the end of the address. */
export const CALL_TABS = [
  { segment: '', key: 'cockpit', permission: 'grant.read' },
  { segment: 'applications', key: 'applications', permission: 'grant.read' },
  { segment: 'agreements', key: 'agreements', permission: 'grant.read' },
  { segment: 'expenses', key: 'expenses', permission: 'grant.read' },
  { segment: 'settlements', key: 'settlements', permission: 'grant.read' },
  { segment: 'outcomes', key: 'outcomes', permission: 'grant.read' },
  { segment: 'deadlines', key: 'deadlines', permission: 'grant.read' },
  { segment: 'terms', key: 'terms', permission: 'grant.read' },
  { segment: 'ledger', key: 'ledger', permission: 'ledger.read' },
  { segment: 'report', key: 'report', permission: 'report.read' },
] as const;
