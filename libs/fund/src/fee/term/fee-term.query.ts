import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { basisPoints } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import type { FundRow } from '../../fund/fund.query.js';
import type { FeeBase, FeeReduction, FeeTerm } from '../fee.js';
import { feeTermsByPolicy } from './fee-term.policy.js';

/** The stretches of a fund's fee and its reductions, as known at a time. */
export interface FeeTerms {
  /** Whether somebody put them in; otherwise they follow from the rates in force. */
  readonly source: 'SCHEDULE' | 'POLICY';
  readonly clause: string;
  readonly terms: readonly FeeTerm[];
  readonly reductions: readonly FeeReduction[];
}

interface ScheduleRow {
  readonly clause: string;
  readonly terms: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly base: FeeBase; readonly rate: number; readonly clause: string }[];
  readonly reductions: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly keeps: number; readonly reason: string; readonly clause: string }[];
}

/** The schedule known last; without one what the rates in `policies` give. */
export async function feeTermsOf(tx: Tx, fund: FundRow, point: TimePoint, policies: PolicySet): Promise<FeeTerms> {
  const [row] = await tx.query<ScheduleRow[]>(
    `select s.clause,
            (select coalesce(json_agg(json_build_object('from', t.term_from, 'to', t.term_to, 'base', t.base, 'rate', t.rate_basis_points, 'clause', t.clause) order by t.ordinal), '[]'::json)
               from fee_term t where t.schedule_id = s.id) as terms,
            (select coalesce(json_agg(json_build_object('from', r.reduced_from, 'to', r.reduced_to, 'keeps', r.keeps_basis_points, 'reason', r.reason, 'clause', r.clause) order by r.ordinal), '[]'::json)
               from fee_reduction r where r.schedule_id = s.id) as reductions
       from fee_schedule s where s.fund_id = $1 and s.known_at < $2 order by s.known_at desc, s.recorded_at desc limit 1`,
    [fund.id, point.knownBefore],
  );
  if (row === undefined) {
    const terms = feeTermsByPolicy(policies, fund);
    return { source: 'POLICY', clause: terms[0]?.clause ?? '', terms, reductions: [] };
  }
  return {
    source: 'SCHEDULE',
    clause: row.clause,
    terms: row.terms.map((term) => ({ ...term, rate: basisPoints(term.rate) })),
    // The reason is kept in the words of who decided, whatever their language.
    reductions: row.reductions.map(({ keeps, reason, ...each }) => ({ ...each, keeps: basisPoints(keeps), reason: { ko: reason, en: reason } })),
  };
}
