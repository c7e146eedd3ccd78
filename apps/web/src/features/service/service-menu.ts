import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';

export interface MenuItem {
  readonly code: string;
  readonly name: string;
}

/** The services that the terms of a year let be bought, as 'code | name | English name' a line; none: any. */
export function menuOf({ terms }: Pick<VoucherYear, 'terms'>): readonly MenuItem[] {
  const text = terms.find(({ key }) => key === 'voucher.service-menu')?.value ?? '*';
  if (text === '*') return [];
  return text.split('\n').flatMap((line) => {
    const [code = '', name = ''] = line.split('|').map((cell) => cell.trim());
    return code === '' ? [] : [{ code, name }];
  });
}
