import { subtractWon, sumWon, type Won } from '#libs/money';
import type { SourcePlan } from '../agreement/agreement.js';
import type { Resource } from '../line/line.js';
import type { DecidedForm, FormHeader, FormInterest, FormReturn, FormSum, FormYear, ProjectForm, SettlementForm, FormDisallowed, FormLine } from './form.js';
import { settlementOf } from './settlement.rules.js';
import type { LineExecution, Settlement, SettlementFacts, SettlementTerms } from './settlement.js';

/** What a form rests on: the facts of the stage, and what stands on the form beside them. */
export interface FormFacts {
  readonly header: FormHeader;
  readonly facts: SettlementFacts;
  readonly lines: readonly (Pick<FormLine, 'lineId' | 'name'> & { readonly execution: LineExecution })[];
  readonly interest: readonly FormInterest[];
  readonly disallowed: readonly FormDisallowed[];
  readonly interestClause: string;
}

/** Form 7 from its facts. */
export function formFrom({ header, facts, lines, interest, disallowed, interestClause }: FormFacts, terms: SettlementTerms): SettlementForm {
  const settled = settlementOf(facts, terms);
  return {
    header,
    lines: settled.rows.map((row, index) => ({ ...row, ...named(lines[index]) })),
    interest,
    returns: returnsOf(settled),
    disallowed,
    clauses: { recovery: terms.clause, interest: interestClause },
  };
}

function named(line: FormFacts['lines'][number] | undefined): Pick<FormLine, 'lineId' | 'name'> {
  if (line === undefined) throw new RangeError('a row of the form has no line');
  return { lineId: line.lineId, name: line.name };
}

function returnsOf(settled: Settlement): FormReturn {
  return {
    unusedWon: settled.unusedCashWon,
    disallowedWon: settled.disallowedCashWon,
    cashWon: settled.cashWon,
    governmentPart: settled.governmentPart,
    returnedWon: settled.returnedCashWon,
    neverPaidWon: settled.neverPaidWon,
    inKindShortageWon: settled.inKindShortageWon,
    indirectProportionalWon: settled.indirectProportionalWon,
    ownUnpaidWon: settled.ownCashUnpaidWon,
    interestWon: settled.interestWon,
    returnedInterestWon: settled.returnedInterestWon,
    totalWon: settled.totalWon,
    noticeWon: settled.noticeWon,
    droppedWon: settled.droppedWon,
  };
}

/** The head's table: what each year runs on, by source and resource. */
export function formYears(plan: readonly SourcePlan[]): FormYear[] {
  const years = [...new Set(plan.map(({ fiscalYear }) => fiscalYear))].sort((one, other) => one - other);
  return years.map((fiscalYear) => {
    const of = (source: SourcePlan['source'], resource: Resource): Won =>
      sumWon(plan.filter((each) => each.fiscalYear === fiscalYear && each.source === source && each.resource === resource).map(({ amountWon }) => amountWon));
    const columns = {
      ...{ governmentCashWon: of('GOVERNMENT', 'CASH'), ownCashWon: of('OWN', 'CASH'), ownInKindWon: of('OWN', 'IN_KIND') },
      ...{ localCashWon: of('LOCAL', 'CASH'), localInKindWon: of('LOCAL', 'IN_KIND'), otherCashWon: of('OTHER', 'CASH'), otherInKindWon: of('OTHER', 'IN_KIND') },
    };
    return { fiscalYear, ...columns, totalWon: sumWon(Object.values(columns)) };
  });
}

/** The sum line of table 1 for one resource; won. */
export function sumOfLines(lines: readonly FormLine[], resource: Resource): FormSum {
  const own = lines.filter((line) => line.resource === resource);
  const [subtotalWon, usedWon] = [sumWon(own.map((line) => line.subtotalWon)), sumWon(own.map((line) => line.usedWon))];
  return { subtotalWon, usedWon, balanceWon: subtractWon(subtotalWon, usedWon) };
}

/** The project as a whole: what its institutions' forms add up to. */
export function projectFormOf(institutions: readonly DecidedForm[]): ProjectForm {
  const lines = institutions.flatMap((form) => form.lines);
  const total = (key: keyof ProjectForm['returns']): Won => sumWon(institutions.map(({ returns }) => returns[key]));
  return {
    institutions,
    years: yearsTogether(institutions.flatMap(({ header }) => header.years)),
    cash: sumOfLines(lines, 'CASH'),
    inKind: sumOfLines(lines, 'IN_KIND'),
    returns: {
      ...{ returnedWon: total('returnedWon'), inKindShortageWon: total('inKindShortageWon'), returnedInterestWon: total('returnedInterestWon') },
      ...{ totalWon: total('totalWon'), noticeWon: total('noticeWon') },
    },
  };
}

type YearColumn = Exclude<keyof FormYear, 'fiscalYear'>;
const YEAR_COLUMNS: readonly YearColumn[] = ['governmentCashWon', 'ownCashWon', 'ownInKindWon', 'localCashWon', 'localInKindWon', 'otherCashWon', 'otherInKindWon', 'totalWon'];

function yearsTogether(rows: readonly FormYear[]): FormYear[] {
  const years = [...new Set(rows.map(({ fiscalYear }) => fiscalYear))].sort((one, other) => one - other);
  return years.map((fiscalYear) => {
    const same = rows.filter((row) => row.fiscalYear === fiscalYear);
    return { fiscalYear, ...(Object.fromEntries(YEAR_COLUMNS.map((column) => [column, sumWon(same.map((row) => row[column]))])) as Record<YearColumn, Won>) };
  });
}
