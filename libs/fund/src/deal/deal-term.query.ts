import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { fraction, toDecimalString } from '#libs/money';
import type { ConversionShownDto, DealTermDto } from './deal-term.dto.js';

interface TermRow extends Omit<DealTermDto, 'ownershipPercent'> {
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** The terms of a deal; null where none were recorded (imported registers tell none). */
export async function findTerm(tx: Tx, investmentId: string): Promise<DealTermDto | null> {
  const [row] = await tx.query<TermRow[]>(
    `select t.pre_money_won::text as "preMoneyWon", t.post_money_won::text as "postMoneyWon", t.total_shares::text as "totalShares",
            t.ownership_numerator::text as numerator, t.ownership_denominator::text as denominator, t.newly_issued as "newlyIssued", t.unsecured, t.listed,
            t.overseas, t.project, t.statutory_target as "statutoryTarget", coalesce(s.name, f.name) as seller, t.consent_document_id as "consentDocumentId",
            t.disclosure, t.terms
       from deal_term t left join party s on s.id = t.seller_id left join fund f on f.id = t.seller_fund_id
      where t.investment_id = $1`,
    [investmentId],
  );
  if (row === undefined) return null;
  const { numerator, denominator, ...term } = row;
  return { ...term, ownershipPercent: ownershipPercent(numerator, denominator) };
}

/** A part of a company as a percentage with two decimals, truncated. */
export function ownershipPercent(numerator: string | null, denominator: string | null): string | null {
  if (numerator === null || denominator === null) return null;
  return toDecimalString(fraction(BigInt(numerator) * 100n, BigInt(denominator)), 2, 'truncate');
}

/** What a deal that was paid in cash became, in order, as known at a point. */
export function listConversions(tx: Tx, rootId: string, point: TimePoint): Promise<ConversionShownDto[]> {
  return tx.query(
    `select i.id, i.number, i.instrument, i.paid_on as "convertedOn", c.converted_won::text as "convertedWon", i.shares::text, c.from_id as "fromId",
            exists (select 1 from investment_void v where v.investment_id = i.id and v.known_at < $3) as voided
       from investment i join deal_conversion c on c.investment_id = i.id
      where i.origin_id = $1 and i.kind = 'CONVERSION' and i.paid_on <= $2 and i.known_at < $3
      order by i.paid_on, i.number`,
    [rootId, point.asOf, point.knownBefore],
  );
}
