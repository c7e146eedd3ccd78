import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { DomainError, type Bilingual } from '#libs/errors';
import { stepOf } from '#libs/life';
import { formatWon, type Won } from '#libs/money';
import { PAYMENT_RUN_LIFE, type RunEvent, type RunState } from './payment-run.js';

/** Throws `payment-run.not-in-this-state` with what would cure it. */
export function requireStep(state: RunState, event: RunEvent): void {
  const step = stepOf(PAYMENT_RUN_LIFE, state, event);
  if (!step.allowed) throw new DomainError('conflict', 'payment-run.not-in-this-state', step.reason, { details: { state, event } });
}

const judged = (rule: string, clause: string, holds: boolean, passed: Bilingual, broken: Bilingual, inputs: Verdict['inputs'] = {}): Verdict => ({
  ...{ rule, clause, inputs },
  result: holds ? 'PASS' : 'BLOCK',
  text: holds ? passed : broken,
});

const DUTIES = '직무분리(기안자·결재자·지급자)';

/** Who drafted or signed a run does not release it: people, not accounts. Source: dossier §7.1; the database asks again at commit. */
export function releaserIsAThirdPerson(hands: readonly string[], releaser: string): Verdict {
  return judged(
    'releaser-is-a-third-person',
    DUTIES,
    !hands.includes(releaser),
    { ko: '기안·결재하지 않은 사람이 지급승인합니다.', en: 'Who releases it neither drafted nor signed it.' },
    { ko: '기안하거나 결재한 지급 묶음은 직접 지급승인할 수 없습니다. 다른 담당자가 승인해 주세요.', en: 'You drafted or signed this run. Somebody else has to release it.' },
  );
}

/** Who let the money go does not say that it arrived. */
export function confirmerIsNotTheReleaser(releaser: string | null, confirmer: string): Verdict {
  return judged(
    'confirmer-is-not-the-releaser',
    DUTIES,
    releaser !== confirmer,
    { ko: '지급승인하지 않은 사람이 은행 결과를 기록합니다.', en: 'Who records what the bank did has not released it.' },
    { ko: '지급승인한 사람은 은행 결과를 기록할 수 없습니다. 다른 담당자가 기록해 주세요.', en: 'You released this run. Somebody else records what the bank did.' },
  );
}

/** The same where it is no verdict of a command but a limit of what a statement may settle by itself. */
export const confirmedByTheReleaser = (): DomainError =>
  new DomainError('forbidden', 'payment-run.confirmed-by-releaser', {
    ko: '지급승인한 사람이 올린 거래내역으로는 반송을 기록하지 않습니다. 다른 담당자가 지급 묶음에서 반송을 기록해 주세요.',
    en: 'A statement brought in by who released the run does not record a return. Somebody else records it at the run.',
  });

/** The accounts of a run are still open when it is released; `closed` are the payees whose are not. */
export function accountsAreStillOpen(closed: readonly string[]): Verdict {
  return judged(
    'accounts-are-still-open',
    '예금주명 조회(지급 전)',
    closed.length === 0,
    { ko: '모든 출금·입금 계좌를 쓸 수 있습니다.', en: 'Every account can be used.' },
    { ko: `쓸 수 없는 계좌가 있습니다: ${closed.join(', ')}. 묶음을 취소하고 새 계좌로 다시 기안해 주세요.`, en: `These accounts cannot be used any more: ${closed.join(', ')}. Void the run and draft it anew.` },
    { closed: [...closed] },
  );
}

/** What was owed when the run was drafted may still be paid when it is released. */
export function nothingHindersTheLines(hindrances: readonly { readonly payee: string; readonly text: Bilingual }[]): Verdict {
  const first = hindrances[0];
  return judged(
    'nothing-hinders-the-lines',
    '지급정지·이의 확인(지급 전)',
    first === undefined,
    { ko: '지급을 막는 사유가 없습니다.', en: 'Nothing stands against paying it.' },
    { ko: `${first?.payee ?? ''}: ${first?.text.ko ?? ''} 묶음을 취소하고 이 건을 빼고 다시 기안해 주세요.`, en: `${first?.payee ?? ''}: ${first?.text.en ?? ''} Void the run and draft it without this line.` },
    { payees: hindrances.map(({ payee }) => payee) },
  );
}

/** Banks want to be told where a payee is; without an address they may ask back, which is no reason not to pay. `without` are the payees of whom nobody recorded it. */
export function payeesHaveAddresses(without: readonly string[]): Verdict {
  return {
    ...{ rule: 'payees-have-addresses', clause: 'ISO 20022 PostalAddress(구조화 주소)', result: 'WARN', inputs: { without: [...without] } },
    text: {
      ko: `주소가 등록되지 않아 이체파일에 주소 없이 나가는 수취인이 ${without.length}곳입니다: ${namesOf(without)}.`,
      en: `No address is recorded of ${without.length} payees, so the file tells the bank none: ${namesOf(without)}.`,
    },
  };
}

const SHOWN = 5;
const namesOf = (names: readonly string[]): string => [...names.slice(0, SHOWN), ...(names.length > SHOWN ? ['…'] : [])].join(', ');

/** What is drafted is what somebody saw and, where policy wants it, signed. */
export function requireStatedTotal(statedWon: Won, totalWon: Won): void {
  if (statedWon === totalWon) return;
  const text = {
    ko: `지급할 금액이 ${formatWon(totalWon)}원으로 바뀌었습니다(확인한 금액 ${formatWon(statedWon)}원). 내역을 다시 확인해 주세요.`,
    en: `What is to be paid comes to ${formatWon(totalWon)} won now, and not to the ${formatWon(statedWon)} you saw. Look at it again.`,
  };
  throw new DomainError('conflict', 'payment-run.total-changed', text, { faults: [{ pointer: '/totalWon', code: 'payment-run.total-changed', text }] });
}

/** Throws `payment-run.before-its-day`: money that leaves early is money that was not yet to leave. */
export function requireDayReached(payOn: LocalDate, today: LocalDate): void {
  if (payOn <= today) return;
  throw new DomainError('rule_broken', 'payment-run.before-its-day', {
    ko: `지급일(${payOn})이 되지 않았습니다. 그날 지급승인하거나, 묶음을 취소하고 오늘 날짜로 다시 기안해 주세요.`,
    en: `It is to be paid on ${payOn}. Release it then, or void it and draft it anew for today.`,
  });
}
