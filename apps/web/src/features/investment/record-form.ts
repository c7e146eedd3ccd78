import type { InvestmentSummary, RecordInvestment } from '../../api/types.js';
import type { Fault } from '../../design/form/faults.js';
import { businessNumberDigits, formatBusinessNumber } from '../../format/business-number.js';
import { parseDateInput } from '../../format/date.js';
import { parseCount } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { typedText } from '../approval/redraft-input.js';
import { BLANK_PARTICULARS, particularsOf, readParticulars, type ParticularsForm } from '../deal/particulars.js';
import { evidenceRowsOf, readEvidence, type EvidenceRow } from './evidence-rows.js';

/** The form as typed; fields are named as the request names them, so that faults find their way back. */
export interface RecordForm extends ParticularsForm {
  company: { businessNumber: string; name: string; corporateNumber: string; incorporatedOn: string };
  instrument: string;
  amountWon: string;
  paidOn: string;
  committeeOn: string;
  shares: string;
  pricePerShareWon: string;
  round: string;
  note: string;
  claim: string;
  recognition: { route: string; companyBasis: string };
  evidence: EvidenceRow[];
}

export function blankRecordForm(today: string): RecordForm {
  return {
    ...BLANK_PARTICULARS,
    company: { businessNumber: '', name: '', corporateNumber: '', incorporatedOn: '' },
    instrument: 'RCPS',
    amountWon: '',
    paidOn: today,
    committeeOn: '',
    shares: '',
    pricePerShareWon: '',
    round: '',
    note: '',
    claim: '',
    recognition: { route: '', companyBasis: '' },
    evidence: [],
  };
}

/** The form as it was typed for an earlier version of the same request: `input` is the stored command. */
export function recordFormOf(input: unknown): RecordForm {
  const text = (...path: string[]): string => typedText(input, ...path);
  const won = (key: string): string => (text('deal', key) === '' ? '' : formatWon(text('deal', key)));
  const isClaimed = text('recognition', 'route') !== '';
  return {
    ...particularsOf(input),
    company: {
      businessNumber: formatBusinessNumber(text('company', 'businessNumber')),
      name: text('company', 'name'),
      corporateNumber: text('company', 'corporateNumber'),
      incorporatedOn: text('company', 'incorporatedOn'),
    },
    instrument: text('deal', 'instrument'),
    amountWon: won('amountWon'),
    paidOn: text('deal', 'paidOn'),
    committeeOn: text('deal', 'committeeOn'),
    shares: text('deal', 'shares'),
    pricePerShareWon: won('pricePerShareWon'),
    round: text('deal', 'round'),
    note: text('deal', 'note'),
    claim: isClaimed ? 'yes' : 'no',
    recognition: { route: text('recognition', 'route'), companyBasis: text('recognition', 'companyBasis') },
    evidence: evidenceRowsOf(input),
  };
}

/** The fund's first live deal with the company of this number: another one is a follow-on of it. */
export function originOf(investments: readonly InvestmentSummary[], businessNumber: string): InvestmentSummary | null {
  const digits = businessNumberDigits(businessNumber);
  if (digits === null) return null;
  const deals = investments.filter((deal) => deal.businessNumber === digits && !deal.voided && deal.kind !== 'CONVERSION');
  return [...deals].sort((one, other) => (one.paidOn < other.paidOn ? -1 : 1))[0] ?? null;
}

/** What each missing or unreadable field says; the texts are the caller's, in the user's language. */
export type FaultTexts = Readonly<Record<'brn' | 'name' | 'amount' | 'date' | 'instrument' | 'claim' | 'route' | 'basis' | 'count' | 'won' | 'percent' | 'missing', string>>;

export interface FormReading {
  readonly body: RecordInvestment;
  readonly faults: readonly Fault[];
}

/** Reads the whole form; an optional field that cannot be read is left out. With faults the body is not fit to be recorded. */
export function readRecordForm(form: RecordForm, origin: InvestmentSummary | null, texts: FaultTexts): FormReading {
  const faults: Fault[] = [];
  const reader = new FieldReader(faults, texts);
  const claims = form.claim === 'yes';
  const { evidence, faults: evidenceFaults } = readEvidence(claims ? form.evidence : [], texts.date);
  const particulars = readParticulars(form, form.instrument, texts);
  const body: RecordInvestment = {
    company: {
      businessNumber: reader.needed('/company/businessNumber', businessNumberDigits(form.company.businessNumber), texts.brn),
      name: reader.needed('/company/name', form.company.name.trim(), texts.name),
      ...reader.text('corporateNumber', form.company.corporateNumber),
      ...reader.date('/company/incorporatedOn', 'incorporatedOn', form.company.incorporatedOn),
    },
    kind: origin === null ? 'NEW' : 'FOLLOW_ON',
    ...(origin === null ? {} : { originId: origin.id }),
    instrument: reader.needed('/instrument', form.instrument, texts.instrument) as RecordInvestment['instrument'],
    amountWon: reader.needed('/amountWon', wonOf(form.amountWon), texts.amount),
    paidOn: reader.needed('/paidOn', parseDateInput(form.paidOn), texts.date),
    ...reader.date('/committeeOn', 'committeeOn', form.committeeOn),
    ...reader.optional('/shares', 'shares', form.shares, parseCount, texts.count),
    ...reader.optional('/pricePerShareWon', 'pricePerShareWon', form.pricePerShareWon, wonOf, texts.won),
    ...reader.text('round', form.round),
    ...reader.text('note', form.note),
    ...particulars.body,
  };
  faults.push(...particulars.faults);
  if (form.claim === '') faults.push({ pointer: '/claim', text: texts.claim });
  if (!claims) return { body, faults };
  const recognition = {
    route: reader.needed('/recognition/route', form.recognition.route, texts.route),
    companyBasis: reader.needed('/recognition/companyBasis', form.recognition.companyBasis, texts.basis),
  } as NonNullable<RecordInvestment['recognition']>;
  return { body: { ...body, recognition, evidence }, faults: [...faults, ...evidenceFaults] };
}

/** Reads single fields and notes what is wrong with them. */
class FieldReader {
  constructor(
    private readonly faults: Fault[],
    private readonly texts: FaultTexts,
  ) {}

  needed(pointer: string, value: string | null, text: string): string {
    if (value === null || value === '') this.faults.push({ pointer, text });
    return value ?? '';
  }

  optional<Key extends string>(pointer: string, key: Key, typed: string, read: (text: string) => string | null, text: string): { [K in Key]?: string } {
    if (typed.trim() === '') return {};
    const value = read(typed);
    if (value === null) {
      this.faults.push({ pointer, text });
      return {};
    }
    return { [key]: value } as { [K in Key]?: string };
  }

  date<Key extends string>(pointer: string, key: Key, typed: string): { [K in Key]?: string } {
    return this.optional(pointer, key, typed, parseDateInput, this.texts.date);
  }

  text<Key extends string>(key: Key, typed: string): { [K in Key]?: string } {
    return typed.trim() === '' ? {} : ({ [key]: typed.trim() } as { [K in Key]?: string });
  }
}

function wonOf(text: string): string | null {
  const parsed = parseWonInput(text);
  return parsed.ok && parsed.amount > 0n ? parsed.amount.toString() : null;
}

const ESSENTIAL = ['/company/businessNumber', '/company/name', '/amountWon', '/paidOn', '/instrument'];

/**
 * The deal as far as it can be simulated: null while an essential field is missing. What cannot be read yet is left out;
 * a claim counts once its route and basis are chosen.
 */
export function simulatedBody({ body, faults }: FormReading): RecordInvestment | null {
  if (faults.some(({ pointer }) => ESSENTIAL.includes(pointer))) return null;
  const { recognition, evidence, ...deal } = body;
  const chosen = recognition !== undefined && !faults.some(({ pointer }) => pointer.startsWith('/recognition/'));
  return { ...deal, ...(chosen ? { recognition, evidence: evidence ?? [] } : {}), dryRun: true };
}

/** The essential fields that are still missing, by the last part of their pointer. */
export function missingForSimulation(faults: readonly Fault[]): string[] {
  return ESSENTIAL.filter((pointer) => faults.some((fault) => fault.pointer === pointer)).map((pointer) => pointer.split('/').at(-1) ?? '');
}
