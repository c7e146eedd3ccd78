/** The places of a programme year in the order of its work; `segment` is the end of the address. */
export const YEAR_TABS = [
  { segment: '', key: 'cockpit', permission: 'voucher.read' },
  { segment: 'applications', key: 'applications', permission: 'voucher.read' },
  { segment: 'roster', key: 'roster', permission: 'voucher.read' },
  { segment: 'vouchers', key: 'vouchers', permission: 'voucher.read' },
  { segment: 'claims', key: 'claims', permission: 'voucher.read' },
  { segment: 'payments', key: 'payments', permission: 'voucher.read' },
  { segment: 'clawbacks', key: 'clawbacks', permission: 'voucher.read' },
  { segment: 'warnings', key: 'warnings', permission: 'voucher.read' },
  { segment: 'providers', key: 'providers', permission: 'voucher.read' },
  { segment: 'terms', key: 'terms', permission: 'voucher.read' },
  { segment: 'ledger', key: 'ledger', permission: 'ledger.read' },
  { segment: 'report', key: 'report', permission: 'report.read' },
] as const;
