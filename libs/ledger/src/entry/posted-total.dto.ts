import { ShownInteger, ShownText } from '#libs/http';
import type { JournalEntry } from '#libs/journal';

export class PostedTotalDto {
  @ShownText()
  chart!: string;

  @ShownText()
  nameKo!: string;

  @ShownText()
  nameEn!: string;

  @ShownText()
  unit!: string;

  @ShownText({ description: 'D debit, C credit' })
  side!: string;

  @ShownText({ description: 'In units of the account, as digits' })
  amount!: string;

  @ShownInteger({ description: 'Accounts of this kind that it is spread over' })
  accounts!: number;
}

/** The lines of entries, added up by kind of account and side, in the order of the first. */
export function postedTotals(entries: readonly JournalEntry[]): PostedTotalDto[] {
  const totals = new Map<string, { total: PostedTotalDto; amount: bigint; accounts: Set<string> }>();
  for (const { account, side, amount } of entries.flatMap(({ lines }) => lines)) {
    const { code, name, unit } = account.chart;
    const key = `${side} ${code}`;
    const known = totals.get(key) ?? { total: { chart: code, nameKo: name.ko, nameEn: name.en, unit, side, amount: '', accounts: 0 }, amount: 0n, accounts: new Set<string>() };
    known.amount += amount;
    known.accounts.add(account.key);
    totals.set(key, known);
  }
  return [...totals.values()].map(({ total, amount, accounts }) => ({ ...total, amount: amount.toString(), accounts: accounts.size }));
}
