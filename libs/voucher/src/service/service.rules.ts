import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { formatWon, subtractWon, type Won } from '#libs/money';
import type { Sourced } from '#libs/policy';
import type { ServiceMenuItem } from '../year/year.js';

/** Source of the rules on who may serve: the notice of the programme, as its providers were registered. */
const PROVIDERS = '공급기관 등록·관리 기준';
/** Source: dossier §3.7, the control on invoices of suppliers that have closed. */
const BUSINESS = '부가가치세법 제8조, 국세청 휴·폐업 조회';
const BROKERS = 'KTTN 중개인력 참여 필수화';

/** Who is to serve, as they stand on the day. */
export interface ProviderStanding {
  readonly name: string;
  /** Null: the roster names it without a day. */
  readonly registeredOn: LocalDate | null;
  /** Since when it is suspended; null while it may serve. */
  readonly suspendedOn: LocalDate | null;
}

export function providerIsRegistered({ name, registeredOn }: ProviderStanding, on: LocalDate): Verdict {
  const holds = registeredOn === null || registeredOn <= on;
  return {
    rule: 'provider-is-registered',
    clause: PROVIDERS,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `${name}은(는) 등록된 공급기관입니다.`, en: `${name} is a registered provider.` }
      : {
          ko: `${name}은(는) ${formatOfficialDate(registeredOn)}에 등록된 공급기관입니다. 계약일을 등록일 이후로 적거나 다른 공급기관을 골라 주세요.`,
          en: `${name} is registered since ${registeredOn}. Date the contract on or after that day, or choose another provider.`,
        },
    inputs: { provider: name, registeredOn, on },
  };
}

/** A suspended provider gets no new service (BLOCK); what it has delivered is looked at with care (WARN). */
export function providerIsNotSuspended({ name, suspendedOn }: ProviderStanding, on: LocalDate, otherwise: 'BLOCK' | 'WARN'): Verdict {
  const holds = suspendedOn === null;
  const cure =
    otherwise === 'BLOCK'
      ? { ko: '정지가 풀린 뒤 계약하거나 다른 공급기관을 골라 주세요.', en: 'Choose another provider, or wait until it is resumed.' }
      : { ko: '정지 사유가 이 서비스와 관련이 있는지 확인해 주세요.', en: 'Check whether the reason concerns this service.' };
  return {
    rule: 'provider-is-not-suspended',
    clause: PROVIDERS,
    result: holds ? 'PASS' : otherwise,
    text: holds
      ? { ko: `${name}은(는) 정지되지 않았습니다.`, en: `${name} is not suspended.` }
      : { ko: `${name}은(는) ${formatOfficialDate(suspendedOn)}부터 정지되어 있습니다. ${cure.ko}`, en: `${name} has been suspended since ${suspendedOn}. ${cure.en}` },
    inputs: { provider: name, suspendedOn, on },
  };
}

export function serviceIsOnTheMenu(code: string | null, menu: Sourced<readonly ServiceMenuItem[]>): Verdict {
  const holds = menu.value.length === 0 || menu.value.some((item) => item.code === code);
  const choices = menu.value.map((item) => `${item.code} ${item.nameKo}`).join(', ');
  return {
    rule: 'service-is-on-the-menu',
    clause: menu.clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '이 사업에서 살 수 있는 서비스입니다.', en: 'The programme offers this service.' }
      : { ko: `이 사업의 서비스 메뉴에 없습니다. 다음에서 골라 주세요: ${choices}.`, en: `It is not on the menu of the programme. Choose one of: ${menu.value.map((item) => `${item.code} ${item.nameEn}`).join(', ')}.` },
    inputs: { code, menu: menu.value.map((item) => item.code) },
  };
}

/** The days on which a voucher can be used, both included. */
export interface UsableDays {
  readonly issuedOn: LocalDate;
  readonly validTo: LocalDate;
}

/** A contract, and the invoice of what was contracted, lie within the validity of the voucher. */
export function useFallsIntoTheValidity(what: 'CONTRACT' | 'INVOICE', on: LocalDate, { issuedOn, validTo }: UsableDays, clause: string): Verdict {
  const holds = issuedOn <= on && on <= validTo;
  const name = what === 'CONTRACT' ? { ko: '계약일', en: 'The contract' } : { ko: '세금계산서 작성일', en: 'The invoice' };
  return {
    rule: what === 'CONTRACT' ? 'contract-falls-into-the-validity' : 'invoice-falls-into-the-validity',
    clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `${name.ko}이 바우처 유효기간 안입니다.`, en: `${name.en} lies within the validity of the voucher.` }
      : {
          ko: `${name.ko} ${formatOfficialDate(on)}은(는) 바우처 유효기간(${formatOfficialDate(issuedOn)} ~ ${formatOfficialDate(validTo)}) 밖입니다. 날짜를 확인하거나, 만료 전이면 바우처 기간을 먼저 연장해 주세요.`,
          en: `${name.en} of ${on} lies outside the validity of the voucher (${issuedOn} to ${validTo}). Check the date, or extend the voucher before it expires.`,
        },
    inputs: { on, issuedOn, validTo },
  };
}

/** The company's lot covers its share; what is missing the company pays to the provider itself. */
export function ownMoneyCoversTheShare(selfWon: Won, lotWon: Won, channel: Sourced<'DEPOSIT' | 'DIRECT'>): Verdict {
  const holds = channel.value === 'DIRECT' || selfWon <= lotWon;
  const short = holds ? '0' : formatWon(subtractWon(selfWon, lotWon));
  return {
    rule: 'own-money-covers-the-share',
    clause: channel.clause,
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '자부담금을 낼 수 있습니다.', en: "The company's share is covered." }
      : {
          ko: `납입된 자부담금이 ${short}원 모자랍니다. 더 납입받지 않으면 모자라는 금액은 기업이 공급기관에 직접 냅니다.`,
          en: `The company's deposit is ${short} won short. Unless more is paid in, the company pays the rest to the provider itself.`,
        },
    inputs: { selfWon: `${selfWon}`, lotWon: `${lotWon}`, channel: channel.value },
  };
}

/** What the tax office said last about somebody, by the day in question; null: nobody asked. */
export interface BusinessStanding {
  readonly status: 'ACTIVE' | 'RESTING' | 'CLOSED';
  readonly since: LocalDate;
}

/** A party that has closed neither contracts nor invoices nor is paid; one that rests, or that nobody asked about, is looked into. */
export function partyIsInBusiness(role: 'company' | 'provider', name: string, standing: BusinessStanding | null, on: LocalDate): Verdict {
  const rule = { rule: `${role}-is-in-business`, clause: BUSINESS, inputs: { name, on, status: standing?.status ?? null, since: standing?.since ?? null } };
  if (standing === null) {
    return { ...rule, result: 'WARN', text: { ko: `${name}의 휴·폐업 조회 기록이 없습니다. 국세청 조회 결과를 기록해 주세요.`, en: `Nobody recorded whether ${name} is in business. Look it up at the tax office and record it.` } };
  }
  const since = formatOfficialDate(standing.since);
  switch (standing.status) {
    case 'ACTIVE':
      return { ...rule, result: 'PASS', text: { ko: `${name}은(는) 계속사업자입니다(${since} 기준).`, en: `${name} is in business (as of ${standing.since}).` } };
    case 'RESTING':
      return { ...rule, result: 'WARN', text: { ko: `${name}은(는) ${since}부터 휴업 중입니다. 실제로 이행했는지 확인해 주세요.`, en: `${name} has suspended its business since ${standing.since}. Check that the service was really given.` } };
    case 'CLOSED':
      return {
        ...rule,
        result: 'BLOCK',
        text: {
          ko: `${name}은(는) ${since} 폐업했습니다. 폐업일 전 거래이면 증빙과 함께 상태 기록을 바로잡고, 아니면 이 서비스를 취소해 주세요.`,
          en: `${name} closed on ${standing.since}. If that is wrong, correct the record with its evidence; otherwise cancel the service.`,
        },
      };
  }
}

/** Where the programme wants a broker: their report is there. */
export function brokerHasReported(reportedOn: LocalDate | null, required: Sourced<boolean>): Verdict {
  const holds = !required.value || reportedOn !== null;
  return {
    rule: 'broker-has-reported',
    clause: required.value ? required.clause : BROKERS,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '중개보고서 요건을 갖추었습니다.', en: "The broker's report is there where it is wanted." }
      : { ko: '중개보고서가 없습니다. 중개사의 보고서를 받아 제출일을 적어 주세요.', en: "The broker's report is missing. Get it, and enter the day on which it came." },
    inputs: { required: required.value, reportedOn },
  };
}

/** The broker of the voucher, as registered on the day. */
export interface BrokerStanding {
  readonly name: string;
  readonly active: boolean;
}

export function brokerIsActive(broker: BrokerStanding | null, on: LocalDate, required: Sourced<boolean>): Verdict {
  const holds = !required.value || broker?.active === true;
  const rule = { rule: 'broker-is-active', clause: required.value ? required.clause : BROKERS, inputs: { required: required.value, broker: broker?.name ?? null, on } };
  if (holds) return { ...rule, result: 'PASS', text: { ko: '중개사 요건을 갖추었습니다.', en: 'The voucher has an active broker where one is wanted.' } };
  if (broker === null) return { ...rule, result: 'BLOCK', text: { ko: '중개사가 정해지지 않은 바우처입니다. 등록된 중개사를 먼저 지정해 주세요.', en: 'The voucher has no broker. Name a registered one first.' } };
  return {
    ...rule,
    result: 'BLOCK',
    text: {
      ko: `중개사 ${broker.name}은(는) ${formatOfficialDate(on)} 현재 유효하게 등록되어 있지 않습니다. 등록을 갱신하거나 다른 중개사를 지정해 주세요.`,
      en: `The broker ${broker.name} is not validly registered on ${on}. Renew the registration, or name another broker.`,
    },
  };
}

/** The same deliverable (by its content) was handed in for another service: explained, never punished by itself. */
export function deliverableIsNew(others: readonly string[]): Verdict {
  const holds = others.length === 0;
  return {
    rule: 'deliverable-is-new',
    clause: '중복수혜·유령납품 점검(내부통제 기준)',
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '다른 서비스에 제출된 적이 없는 결과물입니다.', en: 'Nobody handed in the same deliverable before.' }
      : { ko: `같은 파일이 다른 서비스의 결과물로도 제출되었습니다: ${others.join(', ')}. 실제 결과물인지 확인해 주세요.`, en: `The same file was handed in for other services too: ${others.join(', ')}. Check that it is the real deliverable.` },
    inputs: { others: [...others] },
  };
}

/** A step is dated after the one before it and not in the future; throws `service.step-out-of-order` at `pointer`. */
export function requireStepDay(on: LocalDate, sinceOn: LocalDate, today: LocalDate, pointer: string): void {
  if (sinceOn <= on && on <= today) return;
  throw invalidField(pointer, 'service.step-out-of-order', {
    ko: `앞 단계 처리일(${formatOfficialDate(sinceOn)})부터 오늘까지의 날짜여야 합니다.`,
    en: `The date lies between the step before it (${sinceOn}) and today.`,
  });
}
