import { formatOfficialDate, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import { formatBusinessNumber } from '#libs/identifier';
import { formatWon, officialAmount, subtractWon, won, type Won } from '#libs/money';
import { CALL_KIND_NAMES, CALL_PURPOSE_NAMES, type CallKind, type CallPurpose } from '../capital-call/capital-call.js';

/** Where the partner pays in. */
export interface PayInto {
  readonly bank: string;
  readonly accountNumber: string;
  readonly holder: string;
}

/** A call as the notice to one partner tells it; amounts in won. */
export interface CallNotice {
  readonly partnerId: string;
  readonly number: string;
  readonly fund: string;
  readonly generalPartner: string;
  readonly custodian: string;
  readonly callNumber: number;
  readonly kind: CallKind | null;
  readonly purposeCode: CallPurpose | null;
  readonly purpose: string;
  readonly contact: string | null;
  readonly noticeOn: LocalDate | null;
  readonly dueOn: LocalDate;
  readonly partner: string;
  readonly businessNumber: string | null;
  readonly commitmentWon: Won;
  readonly calledBeforeWon: Won;
  readonly recalledWon: Won;
  readonly callWon: Won;
  readonly shareWon: Won;
  readonly account: PayInto | null;
  readonly noticeBusinessDays: number;
  readonly ratePercent: string;
  readonly cureDays: number;
  readonly remedies: string;
  /** When the call was recorded: the only clock the notice knows. */
  readonly recordedAt: Date;
}

/** To whom it goes. */
export function addressOf({ number, noticeOn, partner, businessNumber, generalPartner }: CallNotice): readonly (readonly [string, string])[] {
  return [
    ['문서번호', number],
    ['시행일자', noticeOn === null ? '통지일 기록 없음' : formatOfficialDate(noticeOn)],
    ['수신', `${partner} 귀하${businessNumber === null ? '' : ` (사업자등록번호 ${formatBusinessNumber(businessNumber)})`}`],
    ['발신', `업무집행조합원 ${generalPartner}`],
  ];
}

/** What is asked for; the amount in digits and in words. */
export function requestOf(notice: CallNotice): readonly (readonly [string, string])[] {
  const { callNumber, kind, purposeCode, purpose, shareWon, dueOn, account, custodian, contact, generalPartner } = notice;
  const words = purposeCode === null ? purpose : `${CALL_PURPOSE_NAMES[purposeCode]} (${purpose})`;
  return [
    ['출자 구분', `제${callNumber}차${kind === null ? '' : ` ${CALL_KIND_NAMES[kind]}`}`],
    ['출자 목적', words],
    ['납입하실 금액', officialAmount(shareWon)],
    ['납입기한', formatOfficialDate(dueOn)],
    ['납입 계좌', account === null ? `${custodian}의 조합 계좌(계좌번호는 따로 알려 드립니다)` : `${account.bank} ${account.accountNumber} (예금주 ${account.holder}, 수탁기관 ${custodian})`],
    ['문의', contact ?? generalPartner],
  ];
}

/** From the commitment to what is left of it after this call: names and amounts in won, side by side. */
export function commitmentColumns({ commitmentWon, calledBeforeWon, recalledWon, shareWon }: CallNotice): readonly (readonly [string, string])[] {
  const uncalledWon = won(commitmentWon - calledBeforeWon + recalledWon);
  return [
    ['출자약정액', formatWon(commitmentWon)],
    ['이전까지 요청', formatWon(calledBeforeWon)],
    ...(recalledWon === 0n ? [] : [['재출자 대상 분배금', formatWon(recalledWon)] as const]),
    ['이번 요청', formatWon(shareWon)],
    ['요청 후 미요청 약정', formatWon(subtractWon(uncalledWon, shareWon))],
  ];
}

/** What the partner should know, each a sentence with its figure and ground. */
export function remarksOf(notice: CallNotice, calendar: HolidayCalendar): readonly string[] {
  const { callWon, ratePercent, cureDays, remedies, dueOn } = notice;
  return [
    `이번 출자요청 총액은 ${formatWon(callWon)}원이며, 출자약정액에 비례하여 원 단위까지 나누었습니다(단수는 누적 기준 1원 이내).`,
    dueReason(notice, calendar),
    '입금하실 때 조합원명을 보내는 분으로 적어 주십시오. 이름이 다르면 확인에 시간이 걸립니다.',
    `${formatOfficialDate(dueOn)}까지 납입하지 않으면 다음 날부터 납입일까지 연 ${ratePercent}%의 연체이자가 붙습니다(미납액 × 이율 × 일수 ÷ 365, 원 미만 버림).`,
    ...(remedies === '' ? [] : [`납입기한 뒤 ${cureDays}일 안에도 납입하지 않으면 규약에 따라 다음 조치를 할 수 있습니다: ${remedies}.`]),
  ];
}

/** Why the due date is the one it is: the business days of notice that the agreement gives, and whether banks are open. */
export function dueReason({ noticeOn, dueOn, noticeBusinessDays }: CallNotice, calendar: HolidayCalendar): string {
  if (!calendar.isBusinessDay(dueOn)) {
    const before = calendar.addBusinessDays(dueOn, -1);
    return `납입기한은 휴일(${calendar.nameOf(dueOn)?.ko ?? '토요일'})입니다. 그 전 영업일인 ${formatOfficialDate(before)}까지 납입해 주십시오.`;
  }
  if (noticeOn === null) return '납입기한은 영업일입니다.';
  const earliest = calendar.addBusinessDays(noticeOn, noticeBusinessDays);
  if (dueOn < earliest) return `납입기한은 통지일부터 ${noticeBusinessDays}영업일(${formatOfficialDate(earliest)})보다 이르지만 영업일입니다. 사정이 있으면 알려 주십시오.`;
  return `납입기한은 규약이 정한 통지일부터 ${noticeBusinessDays}영업일(${formatOfficialDate(earliest)}) 이후의 영업일입니다.`;
}
