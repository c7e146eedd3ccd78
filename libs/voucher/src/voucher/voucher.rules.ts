import { addDays, formatOfficialDate, type LocalDate } from '#libs/calendar';
import { DomainError, invalidField, invariant } from '#libs/errors';
import { formatWon, subtractWon, type Won } from '#libs/money';
import { stepOf } from '#libs/life';
import { availableWon, EMPTY_PURSE, moved, standingHoldWon, type Movement, type Purse } from './purse.js';
import { VOUCHER_LIFE, type VoucherEvent, type VoucherState } from './voucher.js';

/** First and last day on which a voucher can be used, both included. */
export interface Validity {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface VoucherLedger {
  readonly state: VoucherState;
  readonly purse: Purse;
  /** Null until it is issued. */
  readonly validity: Validity | null;
}

interface Issue {
  readonly event: 'issue';
  readonly amountWon: Won;
  readonly validity: Validity;
  readonly selfBurdenDueWon: Won;
  readonly selfBurdenPaidWon: Won;
}

/** One deed with what it needs to know: amounts of public money in won. */
export type VoucherDeed =
  | Issue
  | { readonly event: 'hold'; readonly amountWon: Won; readonly on: LocalDate }
  | { readonly event: 'release' | 'capture' | 'refund' | 'topUp' | 'split'; readonly amountWon: Won }
  /** `latestOn`: the last day to which the programme or the fiscal year lets it be extended. */
  | { readonly event: 'extend'; readonly to: LocalDate; readonly latestOn: LocalDate }
  | { readonly event: 'expire'; readonly on: LocalDate }
  | { readonly event: Exclude<VoucherEvent, 'issue' | 'hold' | 'release' | 'capture' | 'refund' | 'topUp' | 'split' | 'extend' | 'expire'> };

export const APPLIED_VOUCHER: VoucherLedger = { state: 'APPLIED', purse: EMPTY_PURSE, validity: null };

/**
 * The voucher after one deed: the table decides whether it may happen, the facts whether it does, the purse what moves.
 * Throws `voucher.not-in-this-state` (409) with the reason, and what `moved` and the checks of the deed throw.
 */
export function afterDeed(voucher: VoucherLedger, deed: VoucherDeed): VoucherLedger {
  const step = stepOf(VOUCHER_LIFE, voucher.state, deed.event);
  if (!step.allowed) throw new DomainError('conflict', 'voucher.not-in-this-state', step.reason, { details: { state: voucher.state, event: deed.event } });
  checkFacts(voucher, deed);
  return { state: step.to, purse: movementsOf(voucher, deed).reduce(moved, voucher.purse), validity: validityAfter(voucher, deed) };
}

/** Cuts a part off an issued voucher: both together are worth what it was worth before. */
export function splitVoucher(voucher: VoucherLedger, amountWon: Won): { readonly rest: VoucherLedger; readonly part: VoucherLedger } {
  const rest = afterDeed(voucher, { event: 'split', amountWon });
  return { rest, part: { state: 'ISSUED', purse: moved(EMPTY_PURSE, { kind: 'issue', amountWon }), validity: voucher.validity } };
}

/** What a deed moves. Money that comes free on a voucher that has ended goes on to the programme at once. */
function movementsOf({ state, purse }: VoucherLedger, deed: VoucherDeed): Movement[] {
  switch (deed.event) {
    case 'issue':
    case 'topUp':
    case 'hold':
    case 'capture':
      return [{ kind: deed.event, amountWon: deed.amountWon }];
    case 'release':
    case 'refund':
      return [{ kind: deed.event, amountWon: deed.amountWon }, ...passedOn(state, deed.amountWon)];
    case 'split':
      return [{ kind: 'revoke', amountWon: deed.amountWon }];
    case 'expire':
      return [{ kind: 'expire', amountWon: availableWon(purse) }];
    case 'withdraw':
    case 'cancel':
    case 'clawBack':
      return [{ kind: 'revoke', amountWon: availableWon(purse) }];
    default:
      return [];
  }
}

function passedOn(state: VoucherState, amountWon: Won): Movement[] {
  if (state === 'ISSUED' || state === 'SUSPENDED') return [];
  return [{ kind: state === 'EXPIRED' ? 'expire' : 'revoke', amountWon }];
}

function validityAfter({ validity }: VoucherLedger, deed: VoucherDeed): Validity | null {
  if (deed.event === 'issue') return deed.validity;
  if (deed.event !== 'extend') return validity;
  return { from: knownValidity(validity).from, to: deed.to };
}

function checkFacts({ purse, validity }: VoucherLedger, deed: VoucherDeed): void {
  switch (deed.event) {
    case 'issue':
      return checkIssue(deed);
    case 'hold':
      return checkHeldInTime(knownValidity(validity), deed.on);
    case 'extend':
      return checkExtension(knownValidity(validity), deed.to, deed.latestOn);
    case 'expire':
      return checkIsOver(knownValidity(validity), deed.on);
    case 'split':
      return checkSomethingRemains(purse, deed.amountWon);
    case 'withdraw':
    case 'cancel':
      return checkNothingUnderContract(purse);
    case 'clawBack':
      checkNothingUnderContract(purse);
      return checkSomethingWasPaid(purse);
    default:
  }
}

function knownValidity(validity: Validity | null): Validity {
  invariant(validity !== null, 'an issued voucher has a validity');
  return validity;
}

function checkIssue({ validity, selfBurdenDueWon, selfBurdenPaidWon }: Issue): void {
  if (validity.to < validity.from) {
    throw invalidField('/validity/to', 'voucher.validity-upside-down', { ko: '만료일이 발급일보다 빠릅니다. 만료일을 확인해 주세요.', en: 'The last day lies before the first. Check the last day.' });
  }
  const short = subtractWon(selfBurdenDueWon, selfBurdenPaidWon);
  if (short <= 0n) return;
  throw new DomainError('rule_broken', 'voucher.self-burden-unpaid', {
    ko: `자부담금이 ${formatWon(short)}원 덜 납입되었습니다. 납입을 확인한 뒤 발급해 주세요.`,
    en: `The company still owes ${formatWon(short)} won of its own burden. Issue after it has been paid.`,
  });
}

function checkHeldInTime({ from, to }: Validity, on: LocalDate): void {
  if (on >= from && on <= to) return;
  throw invalidField('/on', 'voucher.outside-validity', {
    ko: `바우처 유효기간(${formatOfficialDate(from)} ~ ${formatOfficialDate(to)}) 안의 계약이어야 합니다.`,
    en: `The contract has to fall into the validity of the voucher, ${from} to ${to}.`,
  });
}

function checkExtension({ to }: Validity, wanted: LocalDate, latestOn: LocalDate): void {
  if (wanted > to && wanted <= latestOn) return;
  throw invalidField('/to', 'voucher.extension-out-of-range', {
    ko: `연장 만료일은 지금의 만료일(${formatOfficialDate(to)}) 뒤, ${formatOfficialDate(latestOn)}까지여야 합니다.`,
    en: `An extended voucher ends after its present last day ${to} and by ${latestOn}.`,
  });
}

function checkIsOver({ to }: Validity, on: LocalDate): void {
  if (on > to) return;
  const first = addDays(to, 1);
  throw new DomainError('rule_broken', 'voucher.still-valid', {
    ko: `${formatOfficialDate(to)}까지 유효합니다. ${formatOfficialDate(first)}부터 소멸 처리할 수 있습니다.`,
    en: `The voucher is valid through ${to}. It can expire from ${first} on.`,
  });
}

function checkSomethingRemains(purse: Purse, amountWon: Won): void {
  const available = availableWon(purse);
  if (amountWon < available) return;
  throw invalidField('/amountWon', 'voucher.split-leaves-nothing', {
    ko: `분할 금액은 사용가능 잔액 ${formatWon(available)}원보다 적어야 합니다.`,
    en: `The part has to be less than the ${formatWon(available)} won that are available.`,
  });
}

function checkNothingUnderContract(purse: Purse): void {
  const held = standingHoldWon(purse);
  if (held === 0n) return;
  throw new DomainError('rule_broken', 'voucher.services-under-contract', {
    ko: `진행 중인 서비스에 ${formatWon(held)}원이 예약되어 있습니다. 먼저 지급하거나 계약을 취소해 주세요.`,
    en: `${formatWon(held)} won are held for services under way. Pay or cancel them first.`,
  });
}

function checkSomethingWasPaid(purse: Purse): void {
  if (purse.capturedWon > 0n) return;
  throw new DomainError('rule_broken', 'voucher.nothing-to-claw-back', {
    ko: '지급된 금액이 없어 환수할 것이 없습니다. 협약해약으로 처리해 주세요.',
    en: 'Nothing has been paid, so there is nothing to claw back. Cancel the agreement instead.',
  });
}
