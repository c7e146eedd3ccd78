import { formatBasisPoints } from '../../format/quantity.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import type { DecideMandate, MandateRule, PublishedMandate } from './obligation.requests.js';

export interface ConditionForm {
  readonly dimension: string;
  /** Separated by commas. */
  readonly values: string;
  readonly negated: boolean;
}

export type GroupForm = readonly ConditionForm[];

export interface MilestoneForm {
  readonly on: string;
  readonly ratio: string;
}

/** A rule as it is typed; its class and milestones are lists beside the plain fields. */
export interface MandateForm {
  /** Whose rule it is. */
  readonly keyId: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly denominator: string;
  readonly fixedBaseWon: string;
  readonly stakePartnerId: string;
  readonly ratioBasisPoints: string;
  readonly measure: string;
  readonly test: string;
  readonly deadlineOn: string;
  readonly startsOn: string;
  readonly graceDays: string;
  readonly cureDays: string;
  readonly penalty: string;
  readonly clause: string;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly groups: readonly GroupForm[];
  readonly milestones: readonly MilestoneForm[];
}

export interface FundDates {
  readonly investmentFrom: string;
  readonly investmentTo: string;
}

/** Blank, for a fund whose investment period suggests the dates. */
export function blankMandate({ investmentFrom, investmentTo }: FundDates): MandateForm {
  return {
    ...{ keyId: '', nameKo: '', nameEn: '', denominator: 'COMMITTED', fixedBaseWon: '', stakePartnerId: '', ratioBasisPoints: '', measure: 'CUMULATIVE_COST' },
    ...{ test: 'BY_DEADLINE', deadlineOn: investmentTo, startsOn: investmentFrom, graceDays: '0', cureDays: '0', penalty: '', clause: '', source: 'AGREEMENT' },
    effectiveFrom: todayInSeoul(),
    groups: [[{ dimension: 'purpose', values: 'PUBLIC_TECHNOLOGY', negated: false }]],
    milestones: [],
  };
}

/** An earlier wording, to be worded anew from today on. */
export function formOfRule(rule: MandateRule & { readonly penalty?: string | null }, dates: FundDates): MandateForm {
  return {
    ...blankMandate(dates),
    ...{ nameKo: rule.name.ko, nameEn: rule.name.en, denominator: rule.denominator, stakePartnerId: rule.stakePartnerId ?? '', measure: rule.measure, test: rule.test },
    fixedBaseWon: rule.fixedBaseWon === null ? '' : formatWon(rule.fixedBaseWon),
    ratioBasisPoints: formatBasisPoints(rule.ratioBasisPoints),
    deadlineOn: rule.deadlineOn ?? dates.investmentTo,
    startsOn: rule.startsOn,
    graceDays: String(rule.graceDays),
    cureDays: String(rule.cureDays),
    penalty: rule.penalty ?? '',
    clause: rule.clause,
    source: rule.source,
    groups: groupsOf(rule.counts ?? []),
    milestones: rule.milestones.map(({ on, ratioBasisPoints }) => ({ on, ratio: formatBasisPoints(ratioBasisPoints) })),
  };
}

/** One rule of a published mandate, over what is typed already. */
export function withPublished(form: MandateForm, mandate: PublishedMandate, index: number): MandateForm {
  const rule = mandate.rules[index];
  if (rule === undefined) return form;
  return {
    ...form,
    ...{ nameKo: rule.name.ko, nameEn: rule.name.en, denominator: rule.denominator, clause: mandate.clause, source: 'NOTICE' },
    ratioBasisPoints: formatBasisPoints(rule.ratioBasisPoints),
    groups: groupsOf(rule.counts),
  };
}

const groupsOf = (counts: NonNullable<MandateRule['counts']>): GroupForm[] =>
  counts.map(({ conditions }) => conditions.map(({ dimension, values, negated }) => ({ dimension, values: values.join(', '), negated })));

/** A ratio in basis points from '50', '12.5 %' or a multiple as '200'; null where it is none. */
export function parseRatio(text: string): number | null {
  const match = /^([0-9]{1,4})(?:\.([0-9]{1,2}))?%?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (match === null) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points > 0 && points <= 100_000 ? points : null;
}

export interface MandateTexts {
  readonly missing: string;
  readonly ratio: string;
  readonly days: string;
  readonly amount: string;
  readonly date: string;
}

interface Fault {
  readonly pointer: string;
  readonly text: string;
}

export type RuleTerms = Omit<DecideMandate, 'level' | 'keyId' | 'ruleId' | 'effectiveFrom' | 'dryRun'>;

/** What is typed as the API takes it, with what is wrong at each field. */
export function readMandate(form: MandateForm, texts: MandateTexts): { readonly terms: RuleTerms; readonly effectiveFrom: string; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const note = <T>(pointer: string, value: T | null, text: string): T | null => {
    if (value === null) faults.push({ pointer, text });
    return value;
  };
  const text = (name: 'nameKo' | 'nameEn' | 'clause'): string => note(`/${name}`, form[name].trim() || null, texts.missing) ?? '';
  const date = (name: 'startsOn' | 'effectiveFrom' | 'deadlineOn'): string => note(`/${name}`, parseDateInput(form[name]), texts.date) ?? '';
  const days = (name: 'graceDays' | 'cureDays'): number => note(`/${name}`, /^\d{1,4}$/.test(form[name].trim()) ? Number(form[name]) : null, texts.days) ?? 0;
  const fixed = form.denominator === 'FIXED_AMOUNT' ? parseWonInput(form.fixedBaseWon) : null;
  const milestones = form.test === 'MILESTONES' ? form.milestones.map((each, index) => ({ on: note(`/milestones/${index}/on`, parseDateInput(each.on), texts.date) ?? '', ratioBasisPoints: note(`/milestones/${index}/ratio`, parseRatio(each.ratio), texts.ratio) ?? 0 })) : [];
  const terms: RuleTerms = {
    ...{ nameKo: text('nameKo'), nameEn: text('nameEn'), counts: readGroups(form.groups), clause: text('clause') },
    denominator: form.denominator as RuleTerms['denominator'],
    ...(fixed === null ? {} : { fixedBaseWon: note('/fixedBaseWon', fixed.ok ? fixed.amount.toString() : null, texts.amount) ?? '' }),
    ...(form.denominator === 'PARTNER_STAKE' ? { stakePartnerId: note('/stakePartnerId', form.stakePartnerId || null, texts.missing) ?? '' } : {}),
    ratioBasisPoints: note('/ratioBasisPoints', parseRatio(form.ratioBasisPoints), texts.ratio) ?? 0,
    measure: form.measure as NonNullable<RuleTerms['measure']>,
    test: form.test as RuleTerms['test'],
    ...(form.test === 'BY_DEADLINE' ? { deadlineOn: date('deadlineOn') } : {}),
    ...(form.test === 'MILESTONES' ? { milestones } : {}),
    startsOn: date('startsOn'),
    graceDays: days('graceDays'),
    cureDays: days('cureDays'),
    ...(form.penalty.trim() === '' ? {} : { penalty: form.penalty.trim() }),
    source: form.source as RuleTerms['source'],
  };
  return { terms, effectiveFrom: date('effectiveFrom'), faults };
}

const readGroups = (groups: readonly GroupForm[]): RuleTerms['counts'] =>
  groups
    .map((group) => ({ conditions: group.map(({ dimension, values, negated }) => ({ dimension, negated, values: values.split(',').map((each) => each.trim()).filter((each) => each !== '') })).filter(({ values }) => values.length > 0) }))
    .filter(({ conditions }) => conditions.length > 0);
