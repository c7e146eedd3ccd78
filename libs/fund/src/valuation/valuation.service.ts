import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '#libs/calendar';
import type { Command, Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import type { PostedEntry } from '#libs/ledger';
import { formatWon, won, ZERO_WON, type Won } from '#libs/money';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { keepVerdicts } from '../investment/investment.store.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { FairValueService } from './fair-value/fair-value.service.js';
import type { ImpairmentTerms } from './impairment/impairment.js';
import { impairmentTerms } from './impairment/impairment.policy.js';
import { impairmentExceptions, judgeImpairment } from './impairment/impairment.rules.js';
import { listHoldings, type HoldingRow } from './valuation.query.js';
import { insertValuations } from './valuation.store.js';
import type { AuditorSignature, ValuationItem } from './valuation.js';

export interface RecordValuation {
  readonly fundId: string;
  readonly valuedOn: LocalDate;
  readonly signature: AuditorSignature | null;
  readonly documentId: string | null;
  readonly items: readonly ValuationItem[];
}

/** What a fund's holdings were and are worth on the day of a sheet. */
export interface HoldingTotals {
  readonly costWon: Won;
  readonly fairValueWon: Won;
  readonly impairmentWon: Won;
  /** Cost less impairment. */
  readonly netCostWon: Won;
}

export interface RecordedValuation {
  readonly before: HoldingTotals;
  readonly after: HoldingTotals;
  /** Verdicts by the deal they are about. */
  readonly judged: readonly { readonly investmentId: string; readonly verdicts: readonly Verdict[] }[];
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class ValuationService {
  constructor(private readonly fairValues: FairValueService) {}

  /** `valuation.record`: what deals were worth at the end of a day, all at once; the same day again corrects. */
  readonly record: Command<RecordValuation, RecordedValuation> = {
    name: 'valuation.record',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      requireSheet(input, context.today);
      const policies = await fundPolicies(tx, fund, { ...EVERYTHING, asOf: input.valuedOn });
      const terms = impairmentTerms(policies);
      const held = await listHoldings(tx, fund.id, { ...EVERYTHING, asOf: input.valuedOn });
      const earlier = new Map((await listHoldings(tx, fund.id, { ...EVERYTHING, asOf: addDays(input.valuedOn, -1) })).map((row) => [row.investmentId, row]));
      const judged = input.items.map((item, index) => judge(item, index, requireHolding(held, item, index), earlier.get(item.investmentId) ?? null, input, terms));
      context.judge(judged.flatMap(({ verdicts }) => verdicts));
      const outcome = { before: totalsOf(held, []), after: totalsOf(held, input.items), judged: judged.map(({ investmentId, verdicts }) => ({ investmentId, verdicts })) };
      if (context.blocked) return { ...outcome, postings: [] };
      await insertValuations(tx, context, judged.map(({ verdicts: _verdicts, ...record }) => record));
      await keepVerdicts(tx, context.commandId, context.now, outcome.judged.map(({ investmentId, verdicts }) => ({ kind: 'investment', id: investmentId, fundId: fund.id, verdicts })));
      const postings = await this.fairValues.settle(tx, context, fund.id, input.items.map(({ investmentId }) => investmentId));
      context.announce('fund.changed', { fundId: fund.id });
      return { ...outcome, postings };
    },
  };
}

function judge(item: ValuationItem, index: number, holding: HoldingRow, earlier: HoldingRow | null, sheet: RecordValuation, terms: ImpairmentTerms) {
  const costWon = won(holding.costWon);
  if (item.impairmentWon > costWon) {
    throw invalidField(`/items/${index}/impairmentWon`, 'valuation.impairment-over-cost', {
      ko: `손상액은 남은 취득원가 ${formatWon(costWon)}원을 넘을 수 없습니다.`,
      en: `An impairment cannot exceed the ${formatWon(costWon)} won of cost that is left.`,
    });
  }
  if (item.impairmentWon > 0n && item.reasons.length === 0) {
    throw invalidField(`/items/${index}/reasons`, 'valuation.impairment-without-reason', { ko: '손상 사유를 하나 이상 골라 주세요.', en: 'Choose at least one reason for the impairment.' });
  }
  const facts = {
    ...item,
    valuedOn: sheet.valuedOn,
    costWon,
    formerImpairmentWon: won(earlier?.impairmentWon ?? ZERO_WON),
    incorporatedOn: holding.incorporatedOn,
    isSigned: sheet.signature !== null,
  };
  const { investmentId, fairValueWon, impairmentWon, method, note, reasons } = item;
  const record = { investmentId, fairValueWon, impairmentWon, method, note, reasons, valuedOn: sheet.valuedOn, costWon, exceptions: impairmentExceptions(facts, terms), signature: sheet.signature, documentId: sheet.documentId };
  return { ...record, verdicts: judgeImpairment(facts, terms) };
}

/** The sums of what is held, with `items` in place of the last valuations. */
export function totalsOf(held: readonly HoldingRow[], items: readonly ValuationItem[]): HoldingTotals {
  const changed = new Map(items.map((item) => [item.investmentId, item]));
  return held.reduce<HoldingTotals>(
    (sum, row) => {
      const item = changed.get(row.investmentId);
      const impairment = item?.impairmentWon ?? BigInt(row.impairmentWon ?? 0);
      return {
        costWon: won(sum.costWon + BigInt(row.costWon)),
        fairValueWon: won(sum.fairValueWon + (item?.fairValueWon ?? BigInt(row.fairValueWon ?? row.costWon))),
        impairmentWon: won(sum.impairmentWon + impairment),
        netCostWon: won(sum.netCostWon + BigInt(row.costWon) - impairment),
      };
    },
    { costWon: ZERO_WON, fairValueWon: ZERO_WON, impairmentWon: ZERO_WON, netCostWon: ZERO_WON },
  );
}

function requireSheet(input: RecordValuation, today: LocalDate): void {
  if (input.valuedOn > today) {
    throw invalidField('/valuedOn', 'valuation.in-future', { ko: '평가기준일이 오늘보다 뒤입니다.', en: 'The day of valuation lies in the future.' });
  }
  if (input.signature !== null && input.signature.signedOn > today) {
    throw invalidField('/signedOn', 'valuation.signed-in-future', { ko: '감사인 확인일이 오늘보다 뒤입니다.', en: 'The auditor’s signature lies in the future.' });
  }
  const ids = input.items.map(({ investmentId }) => investmentId);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice !== -1) {
    throw invalidField(`/items/${twice}/investmentId`, 'valuation.deal-twice', { ko: '같은 투자가 두 번 있습니다.', en: 'The same deal stands here twice.' });
  }
}

function requireHolding(held: readonly HoldingRow[], item: ValuationItem, index: number): HoldingRow {
  const holding = held.find((row) => row.investmentId === item.investmentId);
  if (holding !== undefined) return holding;
  throw invalidField(`/items/${index}/investmentId`, 'valuation.not-held', {
    ko: '평가기준일에 이 조합이 보유한 투자가 아닙니다(납입 전이거나 모두 회수함). 행을 지우거나 기준일을 확인해 주세요.',
    en: 'The fund did not hold this deal on that day (not paid yet, or exited). Remove the row or check the day.',
  });
}
