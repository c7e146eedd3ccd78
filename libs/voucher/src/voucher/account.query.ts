import type { Chart } from '#libs/journal';

/**
 * Joins, as `alias`, the account that a voucher `v` has under `chart`; nothing where it has none. Looked up voucher by voucher on
 * purpose: joined in the open, a key that is put together from columns must wait for row-level security, which then reads the
 * accounts of everybody. For whole years at once, where nearly all accounts are wanted, that is the better way.
 */
export const joinAccountOfVoucher = (chart: Chart, alias: string): string =>
  `left join lateral (select a.id from ledger_account a where a.key = 'voucher/' || v.year_id || '/${chart.code}/' || v.id limit 1) ${alias} on true`;
