import type { RecordInvestment } from '../../api/types.js';
import type { Fault } from '../../design/form/faults.js';
import { businessNumberDigits } from '../../format/business-number.js';
import { parseDateInput } from '../../format/date.js';
import { formatBasisPoints, parseBasisPoints, parseCount } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { isMembers } from '../approval/input-view.js';

type ContractTerms = NonNullable<RecordInvestment['terms']>;
export type TermName = keyof ContractTerms;
export type TermKind = 'won' | 'date' | 'percent' | 'text' | 'choice' | 'flag';

interface TermField {
  readonly name: TermName;
  readonly kind: TermKind;
  /** Instruments whose contracts can have it. */
  readonly of: readonly string[];
}

const BONDS = ['CB', 'BW', 'EB', 'CONVERTIBLE_NOTE'];
const PREFERRED = ['RCPS', 'CPS'];
const CONVERTIBLE = [...PREFERRED, 'CB', 'BW', 'EB'];
const EVERY = ['COMMON', ...CONVERTIBLE, 'SAFE', 'CONVERTIBLE_NOTE', 'PROJECT', 'LLC_INTEREST', 'SECONDARY'];

/** What a contract on each instrument can say, in the order in which people ask; the server knows the same list. */
export const TERM_FIELDS: readonly TermField[] = [
  { name: 'valuationCapWon', kind: 'won', of: ['SAFE', 'CONVERTIBLE_NOTE'] },
  { name: 'discountBasisPoints', kind: 'percent', of: ['SAFE', 'CONVERTIBLE_NOTE'] },
  { name: 'maturityOn', kind: 'date', of: [...BONDS, 'PROJECT'] },
  { name: 'couponBasisPoints', kind: 'percent', of: BONDS },
  { name: 'yieldBasisPoints', kind: 'percent', of: [...BONDS, 'RCPS'] },
  { name: 'conversionPriceWon', kind: 'won', of: [...CONVERTIBLE, 'CONVERTIBLE_NOTE'] },
  { name: 'refixingFloorBasisPoints', kind: 'percent', of: CONVERTIBLE },
  { name: 'antiDilution', kind: 'choice', of: CONVERTIBLE },
  { name: 'parWon', kind: 'won', of: ['COMMON', 'SECONDARY', ...PREFERRED] },
  { name: 'dividendBasisPoints', kind: 'percent', of: PREFERRED },
  { name: 'dividendCumulative', kind: 'flag', of: PREFERRED },
  { name: 'liquidationBasisPoints', kind: 'percent', of: PREFERRED },
  { name: 'participating', kind: 'flag', of: PREFERRED },
  { name: 'redeemableFrom', kind: 'date', of: ['RCPS'] },
  { name: 'putOption', kind: 'text', of: EVERY },
  { name: 'callOption', kind: 'text', of: EVERY },
  { name: 'covenants', kind: 'text', of: EVERY },
  { name: 'useOfProceeds', kind: 'text', of: EVERY },
];

export const termsOf = (instrument: string): readonly TermField[] => TERM_FIELDS.filter(({ of }) => of.includes(instrument));

/** What somebody declares of a deal; each is a finding of a rule, or lifts one. */
export const DECLARATIONS = [
  'isFinancialCompany',
  'isFintech',
  'isOfRestrictedGroup',
  'fundBorrowsOrGuarantees',
  'hasTermsOutsideContract',
  'makesThirdPartyLiable',
  'isNonBusinessRealEstate',
  'coInvests',
  'coInvestmentDisclosed',
] as const;

export const NATURES = ['overseas', 'listed', 'secured'] as const;
export const STATUTORY_TARGETS = ['STARTUP', 'INNOVATIVE_SME', 'VENTURE_FIRM', 'SME_PROJECT'] as const;
export const ANTI_DILUTIONS = ['NONE', 'WEIGHTED_AVERAGE', 'FULL_RATCHET'] as const;

/** As typed; fields are named as the request names them, so that faults find their way back. */
export interface ParticularsForm {
  preMoneyWon: string;
  postMoneyWon: string;
  totalShares: string;
  project: string;
  newlyIssued: string;
  statutoryTarget: string;
  nature: string[];
  seller: { name: string; businessNumber: string };
  consentDocumentId: string;
  region: string;
  zone: string;
  declared: string[];
  disclosure: { prohibitedBusiness: string; specialPurposeConsentBasisPoints: string; bridgeDueOn: string };
  terms: Partial<Record<TermName, string>>;
}

export const BLANK_PARTICULARS: ParticularsForm = {
  preMoneyWon: '',
  postMoneyWon: '',
  totalShares: '',
  project: '',
  newlyIssued: '',
  statutoryTarget: '',
  nature: [],
  seller: { name: '', businessNumber: '' },
  consentDocumentId: '',
  region: '',
  zone: '',
  declared: [],
  disclosure: { prohibitedBusiness: '', specialPurposeConsentBasisPoints: '', bridgeDueOn: '' },
  terms: {},
};

/** The form as it was typed for an earlier version of the same request. */
export function particularsOf(input: unknown): ParticularsForm {
  const text = (...path: string[]): string => storedText(input, ['particulars', ...path]);
  const won = (...path: string[]): string => (text(...path) === '' ? '' : formatWon(text(...path)));
  const percent = (...path: string[]): string => (text(...path) === '' ? '' : formatBasisPoints(Number(text(...path))));
  const isTrue = (...path: string[]): boolean => text(...path) === 'true';
  const shown: Readonly<Record<TermKind, (name: TermName) => string>> = {
    won: (name) => won('terms', name),
    percent: (name) => percent('terms', name),
    date: (name) => text('terms', name),
    text: (name) => text('terms', name),
    choice: (name) => text('terms', name),
    flag: (name) => (isTrue('terms', name) ? 'yes' : ''),
  };
  return {
    preMoneyWon: won('preMoneyWon'),
    postMoneyWon: won('postMoneyWon'),
    totalShares: text('totalShares'),
    project: text('project'),
    newlyIssued: text('newlyIssued') === 'false' ? 'no' : '',
    statutoryTarget: text('statutoryTarget'),
    nature: [...(isTrue('overseas') ? ['overseas'] : []), ...(isTrue('listed') ? ['listed'] : []), ...(text('unsecured') === 'false' ? ['secured'] : [])],
    seller: { name: text('seller', 'name'), businessNumber: text('seller', 'businessNumber') },
    consentDocumentId: text('consentDocumentId'),
    region: text('traits', 'region'),
    zone: text('traits', 'zone'),
    declared: DECLARATIONS.filter((name) => isTrue('disclosure', name) || isTrue('conduct', name)),
    disclosure: {
      prohibitedBusiness: text('disclosure', 'prohibitedBusiness', 'ko'),
      specialPurposeConsentBasisPoints: percent('disclosure', 'specialPurpose', 'consented'),
      bridgeDueOn: text('conduct', 'bridgeDueOn'),
    },
    terms: Object.fromEntries(TERM_FIELDS.map(({ name, kind }) => [name, shown[kind](name)])),
  };
}

/** A text, number or flag of a stored input; absent ones are empty. */
function storedText(input: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>((members, key) => (isMembers(members) ? members[key] : undefined), input);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}

export interface ParticularsTexts {
  readonly won: string;
  readonly count: string;
  readonly percent: string;
  readonly date: string;
  readonly missing: string;
}

type Particulars = Pick<RecordInvestment, 'preMoneyWon' | 'postMoneyWon' | 'totalShares' | 'project' | 'newlyIssued' | 'unsecured' | 'listed' | 'overseas' | 'statutoryTarget' | 'seller' | 'consentDocumentId' | 'traits' | 'disclosure' | 'terms'>;

const wonOf = (text: string): string | null => {
  const parsed = parseWonInput(text);
  return parsed.ok && parsed.amount > 0n ? parsed.amount.toString() : null;
};

/** Reads what was typed; what the instrument does not know is left out, and so is what cannot be read. */
export function readParticulars(form: ParticularsForm, instrument: string, texts: ParticularsTexts): { body: Particulars; faults: Fault[] } {
  const faults: Fault[] = [];
  const read = <Value>(pointer: string, typed: string, parse: (text: string) => Value | null, text: string): Value | undefined => {
    if (typed.trim() === '') return undefined;
    const value = parse(typed);
    if (value === null) faults.push({ pointer, text });
    return value ?? undefined;
  };
  const isOld = instrument === 'SECONDARY' || form.newlyIssued === 'no';
  if (instrument === 'PROJECT' && form.project.trim() === '') faults.push({ pointer: '/project', text: texts.missing });
  const traits = (['region', 'zone'] as const).flatMap((dimension) => (form[dimension].trim() === '' ? [] : [{ dimension, value: form[dimension].trim() }]));
  const body = {
    preMoneyWon: read('/preMoneyWon', form.preMoneyWon, wonOf, texts.won),
    postMoneyWon: read('/postMoneyWon', form.postMoneyWon, wonOf, texts.won),
    totalShares: read('/totalShares', form.totalShares, parseCount, texts.count),
    project: instrument === 'PROJECT' && form.project.trim() !== '' ? form.project.trim() : undefined,
    newlyIssued: isOld ? false : undefined,
    listed: form.nature.includes('listed') || undefined,
    overseas: form.nature.includes('overseas') || undefined,
    unsecured: form.nature.includes('secured') ? false : undefined,
    statutoryTarget: form.statutoryTarget === '' ? undefined : (form.statutoryTarget as NonNullable<RecordInvestment['statutoryTarget']>),
    seller: isOld ? readSeller(form.seller) : undefined,
    consentDocumentId: form.consentDocumentId === '' ? undefined : form.consentDocumentId,
    traits: traits.length === 0 ? undefined : traits,
    disclosure: readDisclosure(form, read, texts),
    terms: readTerms(form, instrument, read, texts),
  };
  return { body: withoutGaps(body), faults };
}

type Read = <Value>(pointer: string, typed: string, parse: (text: string) => Value | null, text: string) => Value | undefined;

function readSeller({ name, businessNumber }: ParticularsForm['seller']): Particulars['seller'] {
  if (name.trim() === '') return undefined;
  const digits = businessNumberDigits(businessNumber) ?? businessNumber.trim();
  return { name: name.trim(), ...(digits === '' ? {} : { businessNumber: digits }) };
}

function readDisclosure({ declared, disclosure }: ParticularsForm, read: Read, texts: ParticularsTexts): Particulars['disclosure'] {
  const found = withoutGaps({
    ...Object.fromEntries(DECLARATIONS.filter((name) => declared.includes(name)).map((name) => [name, true])),
    prohibitedBusiness: disclosure.prohibitedBusiness.trim() === '' ? undefined : disclosure.prohibitedBusiness.trim(),
    specialPurposeConsentBasisPoints: read('/disclosure/specialPurposeConsentBasisPoints', disclosure.specialPurposeConsentBasisPoints, parseBasisPoints, texts.percent),
    bridgeDueOn: read('/disclosure/bridgeDueOn', disclosure.bridgeDueOn, parseDateInput, texts.date),
  });
  return Object.keys(found).length === 0 ? undefined : found;
}

function readTerms({ terms }: ParticularsForm, instrument: string, read: Read, texts: ParticularsTexts): Particulars['terms'] {
  const parsers: Readonly<Record<TermKind, readonly [(text: string) => string | number | boolean | null, string]>> = {
    won: [wonOf, texts.won],
    percent: [parsePercent, texts.percent],
    date: [parseDateInput, texts.date],
    text: [(text) => text.trim(), ''],
    choice: [(text) => text, ''],
    flag: [(text) => text === 'yes', ''],
  };
  const found = withoutGaps(Object.fromEntries(termsOf(instrument).map(({ name, kind }) => [name, read(`/terms/${name}`, terms[name] ?? '', ...parsers[kind])])));
  return Object.keys(found).length === 0 ? undefined : (found as ContractTerms);
}

/** A percentage with up to two decimals as basis points; a preference may be more than the whole. */
function parsePercent(text: string): number | null {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text.replace('%', '').trim());
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

type Filled<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutGaps<T extends object>(value: T): Partial<Filled<T>> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<Filled<T>>;
}
