import type { Fault } from '../../design/form/faults.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import type { RecordFundProfile, RecordPartnerProfile, StatutoryFund, StatutoryPartner } from './obligation.requests.js';

export const FUND_PURPOSES = ['GENERAL', 'MERGER_ACQUISITION', 'SECONDARY', 'PRIVATE_FUND_OF_FUNDS'] as const satisfies readonly RecordFundProfile['purpose'][];
export const PARTNER_KINDS = ['OTHER', 'VENTURE_INVESTMENT_COMPANY', 'STARTUP_ACCELERATOR', 'FUND_OF_FUNDS_MANAGER'] as const satisfies readonly RecordPartnerProfile['kind'][];

interface Ground {
  readonly clause: string;
  readonly effectiveFrom: string;
}

export interface FundProfileForm extends Ground {
  readonly purpose: string;
  readonly specialRatio: 'YES' | 'NO';
  readonly graceTo: string;
}

export interface PartnerProfileForm extends Ground {
  readonly kind: string;
  readonly ownCapitalWon: string;
}

export interface ProfileTexts {
  readonly missing: string;
  readonly date: string;
  readonly amount: string;
}

/** What is sent, what is missing, and what the preview asks while only the ground is not written yet. */
interface ReadProfile<Body> {
  readonly body: Body;
  readonly found: readonly Fault[];
  readonly preview: Body | null;
}

/** What is on record, to be changed from today on. */
export function fundProfileForm({ purpose, specialRatio, graceTo }: StatutoryFund): FundProfileForm {
  return { purpose, specialRatio: specialRatio ? 'YES' : 'NO', graceTo: graceTo ?? '', clause: '', effectiveFrom: todayInSeoul() };
}

export function partnerProfileForm({ kind, ownCapitalWon }: StatutoryPartner): PartnerProfileForm {
  return { kind, ownCapitalWon: ownCapitalWon === '0' ? '' : formatWon(ownCapitalWon), clause: '', effectiveFrom: todayInSeoul() };
}

export function readFundProfile(typed: FundProfileForm, texts: ProfileTexts): ReadProfile<RecordFundProfile> {
  const graceTo = typed.graceTo.trim() === '' ? undefined : parseDateInput(typed.graceTo);
  const purpose = FUND_PURPOSES.find((each) => each === typed.purpose) ?? 'GENERAL';
  const body = { purpose, specialRatio: typed.specialRatio === 'YES', ...(typeof graceTo === 'string' ? { graceTo } : {}) };
  return read(body, typed, graceTo === null ? [{ pointer: '/graceTo', text: texts.date }] : [], texts);
}

/** Only the capital of a venture investment company joins the base: of others it is left out. */
export function readPartnerProfile(typed: PartnerProfileForm, texts: ProfileTexts): ReadProfile<RecordPartnerProfile> {
  const kind = PARTNER_KINDS.find((each) => each === typed.kind) ?? 'OTHER';
  const capital = kind === 'VENTURE_INVESTMENT_COMPANY' && typed.ownCapitalWon.trim() !== '' ? parseWonInput(typed.ownCapitalWon) : null;
  const body = { kind, ...(capital?.ok === true ? { ownCapitalWon: capital.amount.toString() } : {}) };
  return read(body, typed, capital?.ok === false ? [{ pointer: '/ownCapitalWon', text: texts.amount }] : [], texts);
}

function read<Told>(told: Told, { clause, effectiveFrom }: Ground, unreadable: readonly Fault[], texts: ProfileTexts): ReadProfile<Told & Ground> {
  const from = parseDateInput(effectiveFrom);
  const faults = [...unreadable, ...(from === null ? [{ pointer: '/effectiveFrom', text: texts.date }] : [])];
  const ground = clause.trim();
  const body = { ...told, clause: ground, effectiveFrom: from ?? '' };
  // Previews are not kept: the ground may still be unwritten.
  return { body, found: ground === '' ? [...faults, { pointer: '/clause', text: texts.missing }] : faults, preview: faults.length > 0 ? null : { ...body, clause: ground === '' ? '-' : ground } };
}
