import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { formatWon, subtractWon, sumWon, won, ZERO_WON } from '#libs/money';
import type { Agreement, SourcePlan } from '../agreement/agreement.js';
import { linePlanOf, sourcePlanOf, stagesOf } from '../agreement/agreement.query.js';
import type { YearNeed } from '../agreement/agreement.rules.js';
import { closedYears, fundingOf, yearNeeds } from '../agreement/conclusion.query.js';
import { governmentByYear } from '../agreement/plan/plan.js';
import { versionsOf } from '../agreement/standing/version.query.js';
import { tranchesOf } from '../tranche/tranche.query.js';
import type { VersionWhole } from './amendment.rules.js';

/** What the version in force says as a whole. */
export async function wholeOf(tx: Tx, agreement: Agreement): Promise<VersionWhole> {
  const latest = (await versionsOf(tx, agreement.id)).at(-1);
  const empty = { title: agreement.title, investigator: agreement.investigator, investigatorNumber: null, methods: null, researchers: null };
  return {
    terms: { periodFrom: agreement.periodFrom, periodTo: agreement.periodTo, stages: await stagesOf(tx, agreement.id), detail: latest?.detail ?? empty },
    plan: { sources: await sourcePlanOf(tx, agreement.versionId), lines: await linePlanOf(tx, agreement.versionId) },
  };
}

/** What a new plan commits more of a year, or gives up; won. */
export interface FundingDelta {
  readonly fiscalYear: number;
  readonly amountWon: bigint;
  /** After the closing of the year: what is given up goes back to nobody. */
  readonly closed: boolean;
  /** What more is asked of the budget of the year; null where nothing is. */
  readonly need: YearNeed | null;
}

/** How the commitments follow a new plan: years with a decided budget at once, others when it is decided. What is decided to be paid stays. */
export async function fundingDeltas(tx: Tx, agreement: Agreement, sources: readonly SourcePlan[]): Promise<FundingDelta[]> {
  const planned = governmentByYear(sources);
  const funded = new Map((await fundingOf(tx, agreement.id)).map((each) => [each.fiscalYear, each]));
  const closed = await closedYears(tx, agreement.callId);
  const deltas: FundingDelta[] = [];
  for (const fiscalYear of [...new Set([...planned.keys(), ...funded.keys()])].sort()) {
    const has = funded.get(fiscalYear);
    const amountWon = subtractWon(planned.get(fiscalYear) ?? ZERO_WON, has?.fundedWon ?? ZERO_WON);
    if (amountWon === 0n) continue;
    if (amountWon < 0n) {
      const freeWon = subtractWon(has?.fundedWon ?? ZERO_WON, has?.decidedWon ?? ZERO_WON);
      if (-amountWon > freeWon) throw belowDecided(fiscalYear, formatWon(has?.decidedWon ?? ZERO_WON));
      deltas.push({ fiscalYear, amountWon, closed: closed.has(fiscalYear), need: null });
    } else if (!closed.has(fiscalYear)) {
      const [need] = await yearNeeds(tx, agreement.callId, new Map([[fiscalYear, won(amountWon)]]));
      if (need !== undefined && need.availableWon !== null) deltas.push({ fiscalYear, amountWon, closed: false, need });
    }
  }
  return deltas;
}

const belowDecided = (year: number, decided: string) =>
  invalidField('/sources', 'grant-agreement.below-what-is-decided', {
    ko: `${year}년에 이미 ${decided}원을 지급하기로 결정했습니다. 정부지원금을 그 아래로 줄일 수 없습니다. 지급결정을 먼저 취소하거나 정산에서 돌려받아 주세요.`,
    en: `${decided} won of ${year} are decided to be paid already: the grant does not go below that. Void the decision first, or settle the difference.`,
  });

/** What is planned or asked for in tranches stays within the new plan. */
export async function tranchesFitThePlan(tx: Tx, agreementId: string, sources: readonly SourcePlan[]): Promise<Verdict> {
  const planned = governmentByYear(sources);
  const tranches = (await tranchesOf(tx, [agreementId])).filter(({ state }) => state === 'PLANNED' || state === 'REQUESTED' || state === 'DECIDED');
  const over = [...new Set(tranches.map(({ fiscalYear }) => fiscalYear))].filter((year) => sumWon(tranches.filter(({ fiscalYear }) => fiscalYear === year).map(({ amountWon }) => amountWon)) > (planned.get(year) ?? 0n));
  return {
    rule: 'tranches-fit-the-plan',
    clause: '협약(지급계획)',
    result: over.length === 0 ? 'PASS' : 'BLOCK',
    text:
      over.length === 0
        ? { ko: '지급계획이 변경 후 정부지원금 안에 있습니다.', en: 'The tranches stay within the new plan.' }
        : { ko: `${over.join(', ')}년 지급계획의 합계가 변경 후 정부지원금보다 많습니다. 지급계획을 먼저 줄여 주세요.`, en: `The tranches of ${over.join(', ')} exceed the new plan. Lay a smaller plan of tranches first.` },
    inputs: { years: over },
  };
}
