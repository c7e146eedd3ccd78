import type { FormFund } from '../../api/types.js';
import type { Fault } from '../../design/form/faults.js';
import { businessNumberDigits } from '../../format/business-number.js';
import { parseDateInput } from '../../format/date.js';
import { parseBasisPoints } from '../../format/quantity.js';
import { parseWonInput } from '../../format/won-input.js';

export const PARTNER_KINDS = ['SPECIAL_LIMITED', 'LIMITED', 'GENERAL'] as const;
export const OBLIGATION_BASES = ['COMMITTED', 'PAID_IN', 'INVESTED', 'COMMITTED_MINUS_FEES', 'FIXED_AMOUNT'] as const;

export interface PartnerRow {
  name: string;
  kind: string;
  businessNumber: string;
  commitmentWon: string;
}

/** The agreement as typed; fields are named as the request names them. */
export interface FundForm {
  vintageId: string;
  number: string;
  name: string;
  custodian: string;
  unitWon: string;
  foundedOn: string;
  registeredOn: string;
  investmentFrom: string;
  investmentTo: string;
  lifeTo: string;
  obligationRatioBasisPoints: string;
  obligationBasis: string;
  obligationFixedBaseWon: string;
  obligationClause: string;
  lifetimeExpensesWon: string;
  singleCompanyCapBasisPoints: string;
  recycling: string;
  byAccelerator: string;
  /** Blank where all is paid at once. */
  firstPaymentWon: string;
  partners: PartnerRow[];
}

export function blankPartner(kind = 'LIMITED'): PartnerRow {
  return { name: '', kind, businessNumber: '', commitmentWon: '' };
}

export const BLANK_FUND: FundForm = {
  vintageId: '',
  number: '',
  name: '',
  custodian: '',
  unitWon: '1,000,000',
  foundedOn: '',
  registeredOn: '',
  investmentFrom: '',
  investmentTo: '',
  lifeTo: '',
  obligationRatioBasisPoints: '50',
  obligationBasis: 'COMMITTED',
  obligationFixedBaseWon: '',
  obligationClause: '',
  lifetimeExpensesWon: '',
  singleCompanyCapBasisPoints: '20',
  recycling: 'no',
  byAccelerator: 'no',
  firstPaymentWon: '',
  partners: [blankPartner('SPECIAL_LIMITED'), blankPartner('LIMITED'), blankPartner('GENERAL')],
};

const KIND_WORDS: Readonly<Record<string, string>> = { 특별: 'SPECIAL_LIMITED', 유한: 'LIMITED', 업무: 'GENERAL' };

/** Lines copied from a spreadsheet: name, kind, business number, commitment; a heading line is left out. */
export function pastedPartners(text: string): PartnerRow[] {
  const lines = text.replace(/\r/g, '').split('\n').filter((line) => line.includes('\t'));
  const rows = lines.map((line): PartnerRow => {
    const [name = '', kind = '', businessNumber = '', commitmentWon = ''] = line.split('\t').map((cell) => cell.trim());
    const word = Object.keys(KIND_WORDS).find((start) => kind.startsWith(start)) ?? '';
    return { name, kind: KIND_WORDS[word] ?? 'LIMITED', businessNumber, commitmentWon };
  });
  return rows.filter(({ name, commitmentWon }) => name !== '' && parseWonInput(commitmentWon).ok);
}

export function partnerIsBlank({ name, businessNumber, commitmentWon }: PartnerRow): boolean {
  return name.trim() === '' && businessNumber.trim() === '' && commitmentWon.trim() === '';
}

/** What the partners commit together, as far as it can be read. */
export function committedWon(partners: readonly PartnerRow[]): bigint {
  return partners.reduce((sum, { commitmentWon }) => {
    const parsed = parseWonInput(commitmentWon);
    return parsed.ok ? sum + parsed.amount : sum;
  }, 0n);
}

export interface FundTexts {
  readonly missing: string;
  readonly ratio: string;
  readonly partner: string;
}

/** Reads the whole form. With faults the body is not fit to be sent. Blank lines of partners are left out. */
export function readFundForm(form: FundForm, texts: FundTexts): { body: FormFund; faults: Fault[] } {
  const faults: Fault[] = [];
  const note = <Value>(pointer: string, value: Value | null, text: string): Value | undefined => {
    if (value === null || value === '') faults.push({ pointer, text });
    return value ?? undefined;
  };
  const text = (name: 'vintageId' | 'name' | 'custodian' | 'obligationClause'): string => note(`/${name}`, form[name].trim(), texts.missing) ?? '';
  const date = (name: 'foundedOn' | 'investmentFrom' | 'investmentTo' | 'lifeTo'): string => note(`/${name}`, parseDateInput(form[name]), texts.missing) ?? '';
  const won = (pointer: string, typed: string): string => note(pointer, wonOf(typed), texts.missing) ?? '';
  const optionalDate = form.registeredOn.trim() === '' ? undefined : note('/registeredOn', parseDateInput(form.registeredOn), texts.missing);
  const cap = form.singleCompanyCapBasisPoints.trim() === '' ? undefined : note('/singleCompanyCapBasisPoints', parseBasisPoints(form.singleCompanyCapBasisPoints), texts.ratio);
  const partners = form.partners.flatMap((partner, index) =>
    partnerIsBlank(partner)
      ? []
      : [
          {
            name: note(`/partners/${index}/name`, partner.name.trim(), texts.missing) ?? '',
            kind: partner.kind as (typeof PARTNER_KINDS)[number],
            businessNumber: note(`/partners/${index}/businessNumber`, businessNumberDigits(partner.businessNumber), texts.missing) ?? '',
            commitmentWon: won(`/partners/${index}/commitmentWon`, partner.commitmentWon),
          },
        ],
  );
  if (partners.length === 0) faults.push({ pointer: '/partners/0/name', text: texts.partner });
  const body: FormFund = {
    vintageId: text('vintageId'),
    ...(form.number.trim() === '' ? {} : { number: form.number.trim() }),
    name: text('name'),
    custodian: text('custodian'),
    unitWon: won('/unitWon', form.unitWon),
    foundedOn: date('foundedOn'),
    ...(optionalDate === undefined ? {} : { registeredOn: optionalDate }),
    investmentFrom: date('investmentFrom'),
    investmentTo: date('investmentTo'),
    lifeTo: date('lifeTo'),
    obligationRatioBasisPoints: note('/obligationRatioBasisPoints', parseBasisPoints(form.obligationRatioBasisPoints), texts.ratio) ?? 0,
    obligationBasis: form.obligationBasis as FormFund['obligationBasis'],
    ...(form.obligationBasis === 'FIXED_AMOUNT' ? { obligationFixedBaseWon: won('/obligationFixedBaseWon', form.obligationFixedBaseWon) } : {}),
    obligationClause: text('obligationClause'),
    lifetimeExpensesWon: won('/lifetimeExpensesWon', form.lifetimeExpensesWon),
    ...(cap === undefined ? {} : { singleCompanyCapBasisPoints: cap }),
    recycling: form.recycling === 'yes',
    byAccelerator: form.byAccelerator === 'yes',
    ...(form.firstPaymentWon.trim() === '' ? {} : { firstPaymentWon: won('/firstPaymentWon', form.firstPaymentWon) }),
    partners,
  };
  return { body, faults };
}

function wonOf(text: string): string | null {
  const parsed = parseWonInput(text);
  return parsed.ok ? parsed.amount.toString() : null;
}

/** The request names partners without the blank lines; the form still has them: faults come back to the right line. */
export function faultPointerInForm(pointer: string, partners: readonly PartnerRow[]): string {
  const match = /^\/partners\/([0-9]+)(\/.*)?$/.exec(pointer);
  if (match === null) return pointer;
  const lines = partners.flatMap((partner, index) => (partnerIsBlank(partner) ? [] : [index]));
  return `/partners/${lines[Number(match[1])] ?? 0}${match[2] ?? '/name'}`;
}
