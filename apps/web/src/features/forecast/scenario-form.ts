import { parseDateInput } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import type { Assumptions } from './forecast.requests.js';

/** A scenario as it is typed: lists are lines of words. */
export interface ScenarioForm {
  name: string;
  exitOn: string;
  multiple: string;
  reserveWon: string;
  calls: string;
  expenses: string;
  deals: string;
  exits: string;
  payouts: string;
}

export type FormFieldName = Exclude<keyof ScenarioForm, 'name'>;

/** What is wrong with a field; of a list the number of its line. */
export interface Unreadable {
  readonly field: FormFieldName;
  readonly line: number | null;
}

const percent = (basisPoints: number): string => (basisPoints / 100).toString();
const lines = <Item>(items: readonly Item[], write: (item: Item) => readonly string[]): string => items.map((item) => write(item).join(' ')).join('\n');

export function typedScenario(name: string, assumptions: Assumptions): ScenarioForm {
  return {
    name,
    exitOn: assumptions.exitOn,
    multiple: percent(assumptions.multipleBasisPoints),
    reserveWon: formatWon(assumptions.reserveWon),
    calls: lines(assumptions.calls, ({ on, amountWon }) => [on, formatWon(amountWon)]),
    expenses: lines(assumptions.expenses, ({ on, amountWon }) => [on, formatWon(amountWon)]),
    deals: lines(assumptions.deals, (deal) => [deal.on, formatWon(deal.amountWon), deal.exitOn, percent(deal.multipleBasisPoints)]),
    exits: lines(assumptions.exits, (exit) => [exit.number, exit.on, percent(exit.multipleBasisPoints)]),
    payouts: lines(assumptions.payouts, ({ on }) => [on]),
  };
}

/** The assumptions that were typed, or the first thing that cannot be read. */
export function readScenario(form: ScenarioForm): Assumptions | Unreadable {
  try {
    return {
      exitOn: dateIn(form.exitOn),
      multipleBasisPoints: multipleIn(form.multiple),
      reserveWon: amountIn(form.reserveWon),
      calls: readLines(form.calls, 'calls', ([on, amount]) => ({ on: dateIn(on), amountWon: amountIn(amount) })),
      expenses: readLines(form.expenses, 'expenses', ([on, amount]) => ({ on: dateIn(on), amountWon: amountIn(amount) })),
      deals: readLines(form.deals, 'deals', ([on, amount, exitOn, multiple]) => ({ on: dateIn(on), amountWon: amountIn(amount), exitOn: dateIn(exitOn), multipleBasisPoints: multipleIn(multiple) })),
      exits: readLines(form.exits, 'exits', ([number, on, multiple]) => ({ number: number ?? '', on: dateIn(on), multipleBasisPoints: multipleIn(multiple) })),
      payouts: readLines(form.payouts, 'payouts', ([on]) => ({ on: dateIn(on) })),
    };
  } catch (error) {
    if (error instanceof LineFault) return { field: error.field, line: error.line };
    return { field: firstSingleFault(form), line: null };
  }
}

class LineFault extends Error {
  constructor(
    readonly field: FormFieldName,
    readonly line: number,
  ) {
    super(`${field} ${line}`);
  }
}

function readLines<Item>(text: string, field: FormFieldName, read: (words: readonly (string | undefined)[]) => Item): Item[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [read(line.trim().split(/\s+/))];
    } catch {
      throw new LineFault(field, index + 1);
    }
  });
}

function firstSingleFault(form: ScenarioForm): FormFieldName {
  if (parseDateInput(form.exitOn) === null) return 'exitOn';
  return parseWonInput(form.reserveWon).ok ? 'multiple' : 'reserveWon';
}

function dateIn(text: string | undefined): string {
  const date = parseDateInput(text ?? '');
  if (date === null) throw new Error('no date');
  return date;
}

function amountIn(text: string | undefined): string {
  const amount = parseWonInput(text ?? '');
  if (!amount.ok) throw new Error('no amount');
  return amount.amount.toString();
}

/** '150' and '87.5' percent as basis points. */
function multipleIn(text: string | undefined): number {
  const match = /^(\d{1,5})(?:\.(\d{1,2}))?%?$/.exec((text ?? '').trim());
  const points = match === null ? Number.NaN : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  if (!(points <= 1_000_000)) throw new Error('no multiple');
  return points;
}
