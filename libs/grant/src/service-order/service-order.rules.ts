import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import { BUSINESS_STATUSES, type StatusRecord } from '#libs/identifier';
import { ORDER_KIND_NAMES, type OrderKind } from './service-order.js';

/** One accreditation of a laboratory. */
export interface Accreditation {
  readonly kind: OrderKind;
  readonly scheme: string;
  readonly number: string;
  readonly validFrom: LocalDate;
  readonly validThrough: LocalDate | null;
}

export const accreditedOn = (accreditations: readonly Accreditation[], kind: OrderKind, on: LocalDate): Accreditation | null =>
  accreditations.find((each) => each.kind === kind && each.validFrom <= on && (each.validThrough === null || each.validThrough >= on)) ?? null;

/** Whoever evaluates or tests is accredited for it on the day itself. */
export function labIsAccredited(lab: string, accreditations: readonly Accreditation[], kind: OrderKind, on: LocalDate): Verdict {
  const found = accreditedOn(accreditations, kind, on);
  const what = ORDER_KIND_NAMES[kind];
  return {
    rule: 'laboratory-is-accredited',
    clause: kind === 'TEST' ? '국가표준기본법 제23조(공인시험·검사기관 인정)' : '연구장비 성능평가 수행기관 지정',
    result: found === null ? 'BLOCK' : 'PASS',
    text:
      found === null
        ? { ko: `${lab}은(는) ${on}에 ${what.ko} 기관으로 인정되어 있지 않습니다. 인정 기간을 확인하거나 다른 기관을 골라 주세요.`, en: `${lab} is not accredited for ${what.en.toLowerCase()} on ${on}. Check the accreditation or choose another laboratory.` }
        : { ko: `${found.scheme} ${found.number}(${on} 유효).`, en: `${found.scheme} ${found.number}, valid on ${on}.` },
    inputs: { lab, kind, on, number: found?.number ?? null, validThrough: found?.validThrough ?? null },
  };
}

/** Nobody is paid, and nothing ordered, who has closed (S6). Nobody asked: noted. */
export function isInBusiness(role: Bilingual, name: string, status: StatusRecord | null, on: LocalDate): Verdict {
  const closed = status?.status === 'CLOSED';
  return {
    rule: 'business-is-open',
    clause: '국세청 휴폐업 조회',
    result: closed ? 'BLOCK' : status === null ? 'WARN' : 'PASS',
    text: textOf(role, name, status),
    inputs: { name, on, status: status?.status ?? null, effectiveOn: status?.effectiveOn ?? null },
  };
}

function textOf(role: Bilingual, name: string, status: StatusRecord | null): Bilingual {
  if (status === null) return { ko: `${role.ko} ${name}의 휴폐업을 조회하지 않았습니다. 국세청 조회 결과를 등록해 주세요.`, en: `Nobody asked the tax office about the ${role.en} ${name}. Record its answer.` };
  const { ko, en } = BUSINESS_STATUSES[status.status];
  if (status.status === 'CLOSED') return { ko: `${role.ko} ${name}은(는) ${status.effectiveOn}에 폐업했습니다. 진행할 수 없습니다.`, en: `The ${role.en} ${name} closed on ${status.effectiveOn}: this cannot go on.` };
  return { ko: `${role.ko} ${name}: ${ko}(${status.effectiveOn} 조회).`, en: `The ${role.en} ${name} is ${en} (as of ${status.effectiveOn}).` };
}
