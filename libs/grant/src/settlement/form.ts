import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { fraction, won, type Fraction, type Won } from '#libs/money';
import type { GrantRegime } from '../call/call.js';
import type { Resource } from '../line/line.js';
import type { InstitutionType } from '../share/share.js';
import type { FormRow } from './settlement.js';

/** What one year of a project runs on; won. The printed form shows it in thousands. */
export interface FormYear {
  readonly fiscalYear: number;
  readonly governmentCashWon: Won;
  readonly ownCashWon: Won;
  readonly ownInKindWon: Won;
  readonly localCashWon: Won;
  readonly localInKindWon: Won;
  readonly otherCashWon: Won;
  readonly otherInKindWon: Won;
  readonly totalWon: Won;
}

/** The head of the form: whose money it was, for what. */
export interface FormHeader {
  readonly regime: GrantRegime;
  readonly agency: string;
  /** 사업명, 내역사업명. */
  readonly programme: string;
  readonly subProgramme: string | null;
  /** 총괄연구개발 식별번호, 연구개발과제번호, and the number of the agreement in these books. */
  readonly umbrellaNumber: string | null;
  readonly projectNumber: string | null;
  readonly agreementNumber: string;
  readonly title: string;
  readonly institutionName: string;
  readonly institution: InstitutionType;
  readonly role: 'LEAD' | 'JOINT' | 'COMMISSIONED';
  readonly investigator: string | null;
  readonly stage: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly years: readonly FormYear[];
}

/** A row of table 1, with the line's name. */
export interface FormLine extends FormRow {
  readonly lineId: string;
  readonly name: Bilingual;
}

/** A row of table 2; won. What was given to the Treasury does not go back again. */
export interface FormInterest {
  readonly time: 'DURING' | 'AFTER';
  readonly earnedWon: Won;
  readonly projectWon: Won;
  readonly reinvestedWon: Won;
  readonly resultsWon: Won;
  readonly otherWon: Won;
  readonly treasuryWon: Won;
  readonly balanceWon: Won;
}

/** Table 3; won, and B as a fraction. A = unused + disallowed, C = ⌊A × B⌋, E = ⌊D × B⌋. */
export interface FormReturn {
  readonly unusedWon: Won;
  readonly disallowedWon: Won;
  readonly cashWon: Won;
  readonly governmentPart: Fraction;
  readonly returnedWon: Won;
  readonly neverPaidWon: Won;
  readonly inKindShortageWon: Won;
  readonly indirectProportionalWon: Won;
  readonly ownUnpaidWon: Won;
  readonly interestWon: Won;
  readonly returnedInterestWon: Won;
  readonly totalWon: Won;
  readonly noticeWon: Won;
  readonly droppedWon: Won;
}

/** What the settlement does not accept, and why. */
export interface FormDisallowed {
  readonly expenseId: string;
  readonly number: string;
  readonly spentOn: LocalDate;
  readonly payee: string;
  readonly line: string;
  readonly resource: Resource;
  readonly amountWon: Won;
  readonly disallowedWon: Won;
  readonly reason: string | null;
  readonly clause: string | null;
}

/** 연구개발비 사용실적보고서 (시행규칙 별지 제7호서식) of one institution and stage, as it was decided or would be. */
export interface SettlementForm {
  readonly header: FormHeader;
  readonly lines: readonly FormLine[];
  readonly interest: readonly FormInterest[];
  readonly returns: FormReturn;
  readonly disallowed: readonly FormDisallowed[];
  readonly clauses: { readonly recovery: string; readonly interest: string };
}

/** The same with where it stands: form 7 of a decided settlement. */
export interface DecidedForm extends SettlementForm {
  readonly settlementId: string;
  readonly number: string;
  readonly version: number;
  readonly decidedOn: LocalDate;
  readonly noticeOn: LocalDate;
  readonly digest: string;
}

/** The project-level table that the lead hands in beside its own form: the forms of all its institutions, and their sum. */
export interface ProjectForm {
  readonly institutions: readonly DecidedForm[];
  readonly years: readonly FormYear[];
  readonly cash: FormSum;
  readonly inKind: FormSum;
  readonly returns: Pick<FormReturn, 'returnedWon' | 'inKindShortageWon' | 'returnedInterestWon' | 'totalWon' | 'noticeWon'>;
}

export interface FormSum {
  readonly subtotalWon: Won;
  readonly usedWon: Won;
  readonly balanceWon: Won;
}

/** A stored form as it was: amounts come back from text, the government's part from its two numbers. */
export function readForm(stored: unknown): SettlementForm {
  return revive(stored) as SettlementForm;
}

function revive(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key.endsWith('Won') ? won(BigInt(value)) : value;
  if (Array.isArray(value)) return value.map((each) => revive(each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (key === 'governmentPart') {
    const { numerator, denominator } = value as { numerator: string; denominator: string };
    return fraction(BigInt(numerator), BigInt(denominator));
  }
  return Object.fromEntries(entries.map(([name, member]) => [name, revive(member, name)]));
}
