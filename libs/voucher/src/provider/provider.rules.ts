import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import { BUSINESS_STATUSES, type StatusRecord } from '#libs/identifier';

/** Whoever has closed or rests on the day serves nobody; of whom nobody asked passes. */
export function providerIsInBusiness(status: StatusRecord | null, on: LocalDate): Verdict {
  return {
    rule: 'provider-is-in-business',
    clause: '부가가치세법 제8조(휴업·폐업의 신고)',
    result: status === null || status.status === 'ACTIVE' ? 'PASS' : 'BLOCK',
    text: status === null ? { ko: '휴폐업 조회 기록이 없습니다.', en: 'Nobody has asked the tax office yet.' } : saying(status),
    inputs: { on, status: status?.status ?? null, effectiveOn: status?.effectiveOn ?? null },
  };
}

function saying({ status, effectiveOn, source }: StatusRecord): Bilingual {
  const { ko, en } = BUSINESS_STATUSES[status];
  if (status === 'ACTIVE') return { ko: `${ko}입니다(${source}).`, en: `It is ${en} (${source}).` };
  return {
    ko: `${effectiveOn}부터 ${ko} 상태입니다(${source}). 다시 영업한다면 휴폐업 조회 결과를 새로 등록해 주세요.`,
    en: `It has been ${en} since ${effectiveOn} (${source}). If it is back in business, record a new answer of the tax office.`,
  };
}
