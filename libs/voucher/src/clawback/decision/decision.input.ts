import { localDate, type LocalDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import type { CalculationFacts } from '../calculation.rules.js';
import type { ClawbackGround } from '../clawback.js';
import type { Claim } from './debtor.query.js';
import type { DecideClawback } from './decision.service.js';

/** The circumstances as they are sent. */
interface Circumstances {
  readonly ground: string;
  readonly principalWon: string;
  readonly improperOn: string;
  readonly noticeOn: string;
  readonly dueOn?: string;
  readonly debtor?: string;
  readonly serviceId?: string;
  readonly atFault?: boolean;
  readonly returnedOn?: string;
  readonly fixedInterestWon?: string;
  readonly penaltyWon?: string;
  readonly reportedOn?: string;
  readonly advanceNoticeOn?: string;
  readonly fullyReturned?: boolean;
  readonly negligent?: boolean;
  readonly otherwiseFined?: boolean;
  readonly instalments?: number;
}

const dateOrNull = (text: string | undefined): LocalDate | null => (text === undefined ? null : localDate(text));
const wonOrNull = (text: string | undefined): Won | null => (text === undefined ? null : won(text));

function factsOf(body: Circumstances): Omit<CalculationFacts, 'regime'> {
  return {
    ground: body.ground as ClawbackGround,
    atFault: body.atFault !== false,
    principalWon: won(body.principalWon),
    improperOn: localDate(body.improperOn),
    noticeOn: localDate(body.noticeOn),
    dueOn: dateOrNull(body.dueOn),
    returnedOn: dateOrNull(body.returnedOn),
    fixedInterestWon: wonOrNull(body.fixedInterestWon),
    penaltyWon: wonOrNull(body.penaltyWon),
    reportedOn: dateOrNull(body.reportedOn),
    advanceNoticeOn: dateOrNull(body.advanceNoticeOn),
    fullyReturned: body.fullyReturned === true,
    negligent: body.negligent === true,
    otherwiseFined: body.otherwiseFined === true,
    instalments: body.instalments ?? 1,
  };
}

const claimOn = (voucherId: string, body: Circumstances): Claim => ({ voucherId, serviceId: body.serviceId ?? null, debtor: body.debtor === 'PROVIDER' ? 'PROVIDER' : 'COMPANY' });

/** What the calculator is asked: the facts, and the voucher where one is named. */
export function calculationInput(body: Circumstances & { readonly voucherId?: string }): readonly [facts: Omit<CalculationFacts, 'regime'>, claim: Claim | null] {
  return [factsOf(body), body.voucherId === undefined ? null : claimOn(body.voucherId, body)];
}

export function decisionInput(voucherId: string, body: Circumstances & { readonly reason: string }): DecideClawback {
  return { ...claimOn(voucherId, body), ...factsOf(body), reason: body.reason };
}
