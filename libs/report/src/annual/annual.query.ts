import { localDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { DomainError, type Bilingual } from '#libs/errors';
import { GRANT_KINDS } from '#libs/grant';
import type { TimePoint } from '#libs/http';
import { BUDGET_STAGES, SPENDABLE_STAGES } from '#libs/journal';
import { SIGNAL_WORDS, VOUCHER_KINDS } from '#libs/voucher';
import { listTexts } from '../report-text/report-text.query.js';
import { listSupports } from '../support/support.query.js';
import type { AnnualFacts, AnnualNames } from './annual.js';
import { readBooks, readBudgets, readMovements, readSums } from './reading/books.query.js';
import type { AnnualPoint } from './reading/point.js';
import { countBrokers, readOutcomes, readRisks } from './reading/risks.query.js';
import { SUPPORT_NAMES } from './words.js';

/**
 * Everything report E shows of a fiscal year, from its first day through its last or the day asked for; the caller's transaction is
 * the one snapshot. About ten statements, however many books there are. Throws `report.year-to-come` before the year has begun.
 */
export async function readAnnualFacts(tx: Tx, year: number, point: TimePoint): Promise<AnnualFacts> {
  const at = pointOf(year, point);
  const [asOf, knownBefore, from] = at;
  const books = await readBooks(tx, at);
  const keys = books.map(({ book }) => book);
  return {
    ...{ year, asOf, from, knownBefore, books },
    issuer: issuerOf(books.map(({ agency }) => agency)),
    whole: await seesAll(tx),
    movements: await readMovements(tx, at, keys),
    supports: await listSupports(tx, { asOf, knownBefore }),
    outcomes: await readOutcomes(tx, at, year),
    risks: await readRisks(tx, at),
    budgets: await readBudgets(tx, at),
    brokers: await countBrokers(tx, at),
    texts: await listTexts(tx, year, { asOf: point.asOf, knownBefore }),
    sums: await readSums(tx, at, keys, SPENDABLE_STAGES),
    names: NAMES,
  };
}

/** What counts: from the first day of the year through its last, or the day asked for where the year is not over by then. */
export function pointOf(year: number, { asOf, knownBefore }: TimePoint): AnnualPoint {
  const [from, end] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)];
  if (asOf < from) {
    throw new DomainError('invalid', 'report.year-to-come', {
      ko: `${year}년은 기준일(${asOf})에 아직 시작되지 않았습니다. 그 연도 안의 기준일이나 더 이른 연도를 골라 주세요.`,
      en: `The year ${year} has not begun on ${asOf}. Choose a day in it, or an earlier year.`,
    });
  }
  return [asOf < end ? asOf : end, knownBefore, from];
}

async function seesAll(tx: Tx): Promise<boolean> {
  const rows: { whole: boolean }[] = await tx.query('select baton_sees_all() as whole');
  return rows[0]?.whole === true;
}

/** The agency with most books; by name where several have as many. */
function issuerOf(agencies: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const agency of agencies) counts.set(agency, (counts.get(agency) ?? 0) + 1);
  const [most] = [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  return most?.[0] ?? '과학기술정보통신부';
}

/** What the kinds of books and support are called. */
export const KIND_NAMES: Readonly<Record<string, Bilingual>> = {
  ...SUPPORT_NAMES,
  ...Object.fromEntries([...Object.entries(VOUCHER_KINDS), ...Object.entries(GRANT_KINDS)].map(([kind, { ko, en }]) => [kind, { ko, en }])),
};

const NAMES: AnnualNames = {
  kinds: KIND_NAMES,
  stages: BUDGET_STAGES,
  signals: Object.fromEntries(Object.entries(SIGNAL_WORDS).map(([signal, { name }]) => [signal, name])),
};

