import type { LocalDate } from '#libs/calendar';
import { DomainError, invalidField, type Bilingual } from '#libs/errors';
import type { LineState } from '../run/payment-run.js';
import type { LineOutcome, Outcome } from './outcome.js';

/** What a line is called while the bank has said this of it. */
export const LINE_STATE_NAMES: Readonly<Record<LineState, Bilingual>> = {
  OPEN: { ko: '결과 대기', en: 'open' },
  PAID: { ko: '지급완료', en: 'paid' },
  REJECTED: { ko: '지급불능', en: 'rejected' },
  RETURNED: { ko: '반송', en: 'returned' },
};

/** The state in which a line has to be for the bank to do this with it. */
const FROM: Readonly<Record<Outcome, LineState>> = { PAID: 'OPEN', REJECTED: 'OPEN', RETURNED: 'PAID' };

/** The bank does nothing before it is told to, and nothing tomorrow. Throws `payment-run.answer-in-future` and `payment-run.paid-before-its-day` at `pointer`. */
export function requirePossibleDay(happenedOn: LocalDate, payOn: LocalDate, today: LocalDate, pointer: string): void {
  if (happenedOn > today) throw invalidField(pointer, 'payment-run.answer-in-future', { ko: '은행 처리일이 오늘보다 뒤입니다.', en: 'The day of the bank lies in the future.' });
  if (happenedOn < payOn) throw invalidField(pointer, 'payment-run.paid-before-its-day', { ko: `은행 처리일이 지급일(${payOn})보다 앞섭니다. 다른 이체의 결과가 아닌지 확인해 주세요.`, en: `The bank acted before the day of payment (${payOn}). Check that this is not about another transfer.` });
}

/** Throws `payment-run.line-unknown` or `payment-run.line-not-open`, at `pointer`, for a line with which the bank cannot do that. */
export function requireLineState(lines: readonly { readonly lineNo: number; readonly state: LineState }[], { lineNo, outcome }: Pick<LineOutcome, 'lineNo' | 'outcome'>, pointer: string): void {
  const line = lines.find((each) => each.lineNo === lineNo);
  if (line === undefined) throw invalidField(pointer, 'payment-run.line-unknown', { ko: `이 지급 묶음에 ${lineNo}번 줄이 없습니다.`, en: `This run has no line ${lineNo}.` });
  if (line.state === FROM[outcome]) return;
  const [now, wanted] = [LINE_STATE_NAMES[line.state], LINE_STATE_NAMES[FROM[outcome]]];
  const text = { ko: `${lineNo}번 줄은 '${now.ko}' 상태입니다. '${wanted.ko}' 상태의 줄만 기록할 수 있습니다.`, en: `Line ${lineNo} is '${now.en}'. This can be recorded of a line that is '${wanted.en}'.` };
  throw new DomainError('conflict', 'payment-run.line-not-open', text, { faults: [{ pointer, code: 'payment-run.line-not-open', text }], details: { lineNo, state: line.state } });
}

/** Throws `payment-run.not-exported`: before the bank knows of a run it says nothing about it. */
export function requireExported(state: string): void {
  if (state === 'EXPORTED') return;
  throw new DomainError('conflict', 'payment-run.not-exported', {
    ko: '이체파일을 아직 은행에 보내지 않은 묶음입니다. 지급승인 후 이체파일을 만들고, 은행이 처리한 뒤 결과를 기록해 주세요.',
    en: 'The bank has not been given this run. Release it and make the file first; record what the bank did afterwards.',
  });
}
