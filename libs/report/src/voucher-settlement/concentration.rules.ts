import { roundedPercent } from '#libs/money';
import { percentText } from '../report/report-text.js';
import { grouped, total } from '../table/rows.js';
import { netWon } from './voucher-settlement.rules.js';
import { isUsed, type SettlementFacts } from './voucher-settlement.js';

/** What one provider received of the public money, less what it gave back. Amounts in won. */
export interface ProviderShare {
  readonly payeeId: string;
  readonly provider: string;
  readonly businessNumber: string | null;
  readonly useCount: number;
  readonly voucherCount: number;
  readonly supplyWon: bigint;
  readonly publicWon: bigint;
  /** Its own and that of every larger one. */
  readonly cumulativeWon: bigint;
}

export interface Concentration {
  readonly shares: readonly ProviderShare[];
  readonly totalWon: bigint;
  readonly firstPercent: string | null;
  readonly threePercent: string | null;
  /** Herfindahl-Hirschman: the sum of squared shares in percent, of 10,000, rounded to a whole number. */
  readonly index: bigint;
}

const WHOLE = 10_000n;

/** Providers by what they received, the largest first; equal ones by name. */
export function concentration({ uses }: Pick<SettlementFacts, 'uses'>): Concentration {
  const byPayee = [...grouped(uses.filter(isUsed), ({ payeeId }) => payeeId).values()];
  const sorted = byPayee
    .map((own) => ({
      payeeId: own[0]?.payeeId ?? '',
      provider: own[0]?.provider ?? '',
      businessNumber: own[0]?.providerNumber ?? null,
      useCount: own.length,
      voucherCount: new Set(own.map(({ voucherId }) => voucherId)).size,
      supplyWon: total(own, ({ supplyWon }) => supplyWon),
      publicWon: total(own, netWon),
    }))
    .sort((one, other) => (one.publicWon === other.publicWon ? (one.provider < other.provider ? -1 : 1) : one.publicWon > other.publicWon ? -1 : 1));
  const totalWon = total(sorted, ({ publicWon }) => publicWon);
  const first = (count: number): bigint => total(sorted.slice(0, count), ({ publicWon }) => publicWon);
  return {
    shares: sorted.map((share, at) => ({ ...share, cumulativeWon: first(at + 1) })),
    totalWon,
    firstPercent: roundedPercent(first(1), totalWon),
    threePercent: roundedPercent(first(3), totalWon),
    index: totalWon === 0n ? 0n : (total(sorted, ({ publicWon }) => publicWon * publicWon) * WHOLE * 2n + totalWon * totalWon) / (totalWon * totalWon * 2n),
  };
}

/** Half up to two decimals, with its sign. */
export const decimalPercent = (part: bigint, whole: bigint): string => percentText(roundedPercent(part, whole));
