import { addDays, daysBetween, type LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { FundSource } from '../match/match.js';
import type { DepositDraft, DepositorRelation, FlagDraft } from './deposit.js';

/** What a pool decided about private money; policy rows with their clauses. */
export interface DepositTerms {
  readonly sourcesNotCounted: readonly string[];
  readonly sourcesClause: string;
  readonly lockUpDays: number;
  readonly lockUpClause: string;
  readonly roundTripDays: number;
  readonly roundTripClause: string;
}

export const SOURCE_WORDS: Readonly<Record<FundSource, string>> = {
  OWN: '자기자금',
  OTHER_PUBLIC: '다른 정부지원금',
  GUARANTEED_LOAN: '정부보증대출',
  RELATED_PARTY: '연구자·특수관계인 자금',
  OTHER: '확인되지 않은 자금',
};
const RELATION_WORDS: Readonly<Record<DepositorRelation, string>> = { COMPANY: '기업', PERFORMER: '수행기관', RELATED: '특수관계인', THIRD_PARTY: '제3자' };

/** What the declaration of a deposit says against counting it. Source: docs/domain.md §5, sources not counted. */
export function flagsOfDeclaration({ source, relation, depositor }: Pick<DepositDraft, 'source' | 'relation' | 'depositor'>, { sourcesNotCounted, sourcesClause }: DepositTerms): FlagDraft[] {
  const flag = (kind: FlagDraft['kind'], detail: string): FlagDraft => ({ kind, uncounts: true, evidenceId: null, detail, clause: sourcesClause });
  const isRelated = relation === 'PERFORMER' || relation === 'RELATED';
  return [
    ...(sourcesNotCounted.includes(source) ? [flag('EXCLUDED_SOURCE', `자금원천이 ${SOURCE_WORDS[source]}이어서 세지 않음`)] : []),
    ...(isRelated && sourcesNotCounted.includes('RELATED_PARTY') ? [flag('EXCLUDED_DEPOSITOR', `입금자 ${depositor}이(가) ${RELATION_WORDS[relation]}이어서 세지 않음`)] : []),
    ...(relation === 'THIRD_PARTY' ? [flag('THIRD_PARTY', `입금자 ${depositor}이(가) 기업이 아니어서 준법감시 확인 전에는 세지 않음`)] : []),
  ];
}

/** Until when the money may not leave. */
export const lockedUntil = (depositedOn: LocalDate, { lockUpDays }: DepositTerms): LocalDate => addDays(depositedOn, lockUpDays);

/** Money that went from the project to somebody, as far as it is recorded. */
export interface OutMove {
  readonly id: string;
  readonly on: LocalDate;
  readonly amountWon: Won;
  readonly payee: string;
  /** By number where the books know the payee, by name otherwise. */
  readonly isDepositor: boolean;
  /** How the payee stands to the company by what is on record that day; null where nothing is. */
  readonly relation: string | null;
  readonly label: string;
}

/**
 * Payments by which a deposit came back to its depositor within the days of the pool: until compliance has looked, the deposit
 * counts nothing. What went to somebody who is related to the depositor may have come back by one more hop, which nobody here sees:
 * it is to be looked at, and the deposit counts. One payment is evidence against one deposit, the earliest that it can be.
 */
export function roundTripsOf<Of extends { readonly id: string; readonly depositedOn: LocalDate }>(deposits: readonly Of[], moves: readonly OutMove[], { roundTripDays, roundTripClause }: DepositTerms): readonly { readonly deposit: Of; readonly flag: FlagDraft }[] {
  const byDay = [...deposits].sort((one, other) => (one.depositedOn < other.depositedOn ? -1 : 1));
  return moves.flatMap((move) => {
    const deposit = move.isDepositor || move.relation !== null ? byDay.find(({ depositedOn }) => depositedOn <= move.on && daysBetween(depositedOn, move.on) <= roundTripDays) : undefined;
    if (deposit === undefined) return [];
    const related = move.isDepositor ? '' : `, 관계: ${move.relation ?? ''}`;
    const detail = `입금 ${daysBetween(deposit.depositedOn, move.on)}일 뒤 ${move.payee}에게 나감(${move.label}${related})`;
    return [{ deposit, flag: { kind: 'ROUND_TRIP' as const, uncounts: move.isDepositor, evidenceId: move.id, detail, clause: roundTripClause } }];
  });
}

/** Of a withdrawal: which deposits had not been free to leave, or only passed through. The money is off the count already. */
export function flagsOfWithdrawal<Of extends { readonly id: string; readonly depositedOn: LocalDate; readonly amountWon: Won; readonly lockedUntil: LocalDate }>(deposits: readonly Of[], withdrawal: { readonly id: string; readonly on: LocalDate; readonly amountWon: Won }, terms: DepositTerms): readonly { readonly deposit: Of; readonly flag: FlagDraft }[] {
  const passed = deposits.find(({ depositedOn, amountWon }) => amountWon === withdrawal.amountWon && depositedOn <= withdrawal.on && daysBetween(depositedOn, withdrawal.on) <= terms.roundTripDays);
  const locked = deposits.find(({ depositedOn, lockedUntil: until }) => depositedOn <= withdrawal.on && withdrawal.on < until);
  const flag = (kind: 'ROUND_TRIP' | 'LOCK_UP_BROKEN', detail: string, clause: string): FlagDraft => ({ kind, uncounts: false, evidenceId: withdrawal.id, detail, clause });
  return [
    ...(passed === undefined ? [] : [{ deposit: passed, flag: flag('ROUND_TRIP', `입금 ${daysBetween(passed.depositedOn, withdrawal.on)}일 뒤 같은 금액이 그대로 나감`, terms.roundTripClause) }]),
    ...(locked === undefined ? [] : [{ deposit: locked, flag: flag('LOCK_UP_BROKEN', `${locked.lockedUntil}까지 묶인 돈이 ${withdrawal.on}에 나감`, terms.lockUpClause) }]),
  ];
}
