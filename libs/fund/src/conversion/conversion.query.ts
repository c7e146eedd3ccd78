import type { Tx } from '#libs/database';
import { minWon, won } from '#libs/money';
import type { InvestmentRow } from '../investment/investment.query.js';
import type { Holding } from './conversion.rules.js';

/** The deal that was paid in cash, of which a holding came. */
export const rootOf = ({ id, kind, originId }: Pick<InvestmentRow, 'id' | 'kind' | 'originId'>): string => (kind === 'CONVERSION' ? (originId ?? id) : id);

/** What of a holding can still be converted. Ask under the fund's lock. */
export async function askHolding(tx: Tx, row: InvestmentRow, root: InvestmentRow): Promise<Holding> {
  const [known] = await tx.query<{ converted: string }[]>(
    `select coalesce(sum(c.converted_won), 0)::text as converted from deal_conversion c
      where c.from_id = $1 and not exists (select 1 from investment_void v where v.investment_id = c.investment_id)`,
    [row.id],
  );
  const left = won(BigInt(row.amountWon) - BigInt(known?.converted ?? 0));
  return {
    instrument: row.instrument,
    paidOn: row.paidOn,
    stands: !row.voided && !root.voided && !root.rescinded,
    convertibleWon: minWon(left, won(root.outstandingCostWon)),
  };
}
