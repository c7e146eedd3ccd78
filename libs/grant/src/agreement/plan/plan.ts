import type { LocalDate } from '#libs/calendar';
import { sumWon, won, type Won } from '#libs/money';
import type { Contributions } from '../../share/share.js';
import type { LinePlan, SourcePlan, Stage } from '../agreement.js';

/** Who brings what, and on which lines it is to be spent: what a version states as a whole. */
export interface GrantPlan {
  readonly sources: readonly SourcePlan[];
  readonly lines: readonly LinePlan[];
}

/** What a version says beside its plan. `methods` and `researchers` may be changed by notice. */
export interface VersionDetail {
  readonly title: string;
  readonly investigator: string | null;
  readonly investigatorNumber: string | null;
  readonly methods: string | null;
  readonly researchers: string | null;
}

export interface VersionTerms {
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly stages: readonly Stage[];
  readonly detail: VersionDetail;
}

/** A row of a plan by where it stands, without its amount. */
export const sourceKey = ({ stage, fiscalYear, source, resource }: SourcePlan): string => [stage, fiscalYear, source, resource].join('/');
export const lineKey = ({ stage, fiscalYear, code, resource, kind }: LinePlan): string => [stage, fiscalYear, code, resource, kind].join('/');
/** A line over all its years and kinds: what the books count. */
export const bookLineKey = ({ stage, code, resource }: Pick<LinePlan, 'stage' | 'code' | 'resource'>): string => [stage, code, resource].join('/');

/** Amounts by a key, won. */
export function amountsBy<Row extends { readonly amountWon: Won }>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, Won> {
  const sums = new Map<string, Won>();
  for (const row of rows) sums.set(key(row), won((sums.get(key(row)) ?? 0n) + row.amountWon));
  return sums;
}

/** Money of the government by fiscal year, won. */
export function governmentByYear(sources: readonly SourcePlan[]): ReadonlyMap<number, Won> {
  const byYear = amountsBy(sources.filter(({ source }) => source === 'GOVERNMENT'), ({ fiscalYear }) => String(fiscalYear));
  return new Map([...byYear].map(([year, amount]) => [Number(year), amount]));
}

/** What the shares of 별표 1 are judged by: the grant and what the institution itself brings, over the whole project. */
export function contributionsOf(sources: readonly SourcePlan[]): Contributions {
  const of = (source: string, resource: string): Won => sumWon(sources.filter((row) => row.source === source && row.resource === resource).map(({ amountWon }) => amountWon));
  return { governmentWon: of('GOVERNMENT', 'CASH'), ownCashWon: of('OWN', 'CASH'), ownInKindWon: of('OWN', 'IN_KIND') };
}

/** What a version changes on each line that the books count, by `bookLineKey`; won, only what is not zero. */
export function lineDeltas(before: readonly LinePlan[], after: readonly LinePlan[]): ReadonlyMap<string, bigint> {
  const [was, is] = [amountsBy(before, bookLineKey), amountsBy(after, bookLineKey)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return new Map(keys.map((key): [string, bigint] => [key, (is.get(key) ?? 0n) - (was.get(key) ?? 0n)]).filter(([, delta]) => delta !== 0n));
}
