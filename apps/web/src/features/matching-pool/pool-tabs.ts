/** The places of a pool in the order of its work; `segment` is the end of the address. */
export const POOL_TABS = [
  { segment: '', key: 'cockpit', permission: 'grant.read' },
  { segment: 'queue', key: 'queue', permission: 'grant.read' },
  { segment: 'projects', key: 'projects', permission: 'grant.read' },
  { segment: 'deposits', key: 'deposits', permission: 'grant.read' },
  { segment: 'releases', key: 'releases', permission: 'grant.read' },
  { segment: 'clawbacks', key: 'clawbacks', permission: 'grant.read' },
  { segment: 'terms', key: 'terms', permission: 'grant.read' },
  { segment: 'ledger', key: 'ledger', permission: 'ledger.read' },
  { segment: 'report', key: 'report', permission: 'report.read' },
] as const;
