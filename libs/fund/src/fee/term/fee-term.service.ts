import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import type { BasisPoints } from '#libs/money';
import { getFund, lockFund } from '../../fund/fund.query.js';
import { feeBills } from '../fee-schedule.rules.js';
import type { FeeTerm } from '../fee.js';

export interface DecideFeeTerms {
  readonly fundId: string;
  readonly clause: string;
  readonly reason: string;
  readonly terms: readonly FeeTerm[];
  readonly reductions: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly keeps: BasisPoints; readonly reason: string; readonly clause: string }[];
}

@Injectable()
export class FeeTermService {
  /**
   * `fee-term.decide`: all stretches of the fund's fee at once, in place of those before. Bills already made stay as they are; what
   * they are off by what is decided now, the next bill of the year settles.
   */
  readonly decide: Command<DecideFeeTerms, { readonly id: string }> = {
    name: 'fee-term.decide',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      requireOrder(input, fund.foundedOn);
      const id = randomUUID();
      const witness = [context.now, context.commandId];
      await tx.query('insert into fee_schedule (id, fund_id, clause, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [id, fund.id, input.clause, input.reason, ...witness]);
      await tx.query(
        `insert into fee_term (schedule_id, ordinal, term_from, term_to, base, rate_basis_points, clause, command_id)
         select $1, place, (t ->> 'from')::date, (t ->> 'to')::date, t ->> 'base', (t ->> 'rate')::int, t ->> 'clause', $3
           from jsonb_array_elements($2::jsonb) with ordinality as e (t, place)`,
        [id, canonicalJson(input.terms), context.commandId],
      );
      await tx.query(
        `insert into fee_reduction (schedule_id, ordinal, reduced_from, reduced_to, keeps_basis_points, reason, clause, command_id)
         select $1, place, (r ->> 'from')::date, (r ->> 'to')::date, (r ->> 'keeps')::int, r ->> 'reason', r ->> 'clause', $3
           from jsonb_array_elements($2::jsonb) with ordinality as e (r, place)`,
        [id, canonicalJson(input.reductions), context.commandId],
      );
      context.announce('fund.changed', { fundId: fund.id });
      return { id };
    },
  };
}

function requireOrder({ terms, reductions }: DecideFeeTerms, foundedOn: LocalDate): void {
  const lists = [
    ['terms', terms],
    ['reductions', reductions],
  ] as const;
  for (const [name, list] of lists) {
    const wrong = list.findIndex((each) => each.to < each.from);
    if (wrong !== -1) throw invalidField(`/${name}/${wrong}/to`, 'fee-term.out-of-order', { ko: '끝나는 날이 시작일보다 앞섭니다.', en: 'It ends before it begins.' });
  }
  const early = terms.findIndex((term) => term.from < foundedOn);
  if (early !== -1) throw invalidField(`/terms/${early}/from`, 'fee-term.before-founding', { ko: `결성일(${foundedOn}) 이후여야 합니다.`, en: `It cannot begin before the founding on ${foundedOn}.` });
  // Two reductions of one day are refused where they are used.
  feeBills([], reductions.map((each) => ({ ...each, reason: { ko: each.reason, en: each.reason } })), [], []);
}
