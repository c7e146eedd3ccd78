import { compareDates } from '#libs/calendar';
import { numberKey, refuse, saysNothing, type CheckedValues, type Judgement, type RowReading, type RowRemark, type Sheet, type SheetVerdict } from '#libs/sheet';
import { compareNumbers, type RosterBook } from '../reading/book.import.js';
import { explained } from '../reading/refusal.import.js';
import type { BrokerFact, IssueFact } from '../roster.js';
import { differsFromIssue, duplicateIssue, ISSUE_RULES, issuedInFuture, readIssueSheet, recordedIssue, takeIssue, type Issuing } from './issue.import.js';

export const BROKER_ISSUE_RULES = {
  ...ISSUE_RULES,
  company: { ...ISSUE_RULES.company, required: true },
  businessNumber: { names: ['사업자등록번호'], type: 'business-number', required: true },
  field: { names: ['기술분야'], type: 'text' },
  area: { names: ['영역'], type: 'text' },
  broker: { names: ['중개인번호'], type: 'reference' },
  brokerJoinedOn: { names: ['참여확정일'], type: 'date', happened: true },
} as const;

type Rules = typeof BROKER_ISSUE_RULES;
type Reading = RowReading<Rules>;

/** 발급대장 of a programme with brokers: vouchers by day of issue, then number. */
export function readBrokerIssues(name: string, sheet: Sheet, book: RosterBook): SheetVerdict {
  return readIssueSheet<Rules>(name, sheet, book, { rules: BROKER_ISSUE_RULES, turn: byDay, judge: judgeIssue });
}

/** Rows without a day come last: they are rejected for it. */
function byDay({ values: left }: Reading, { values: right }: Reading): number {
  if (left.issuedOn === null || right.issuedOn === null) return (left.issuedOn === null ? 1 : 0) - (right.issuedOn === null ? 1 : 0);
  return compareDates(left.issuedOn, right.issuedOn) || compareNumbers(left.voucher ?? '', right.voucher ?? '');
}

function judgeIssue({ amount, ...values }: CheckedValues<Rules>, reading: Reading, issuing: Issuing): Judgement<IssueFact> {
  const fact: IssueFact = { ...values, broker: saysNothing(values.broker) ? null : values.broker, rank: null, application: null, amountWon: amount, givenUpOn: null };
  const recorded = recordedIssue(issuing, fact.voucher);
  const wrong =
    recorded === undefined
      ? refusalOf(fact, reading, issuing)
      : differsFromIssue(fact, recorded, reading, ['businessNumber', 'field', 'area', 'broker', 'brokerJoinedOn']);
  return wrong === null ? takeIssue(fact, reading, [], issuing) : refuse(wrong);
}

function refusalOf(fact: IssueFact, reading: Reading, issuing: Issuing): RowRemark | null {
  const { book } = issuing;
  if (fact.broker === null || fact.brokerJoinedOn === null) return brokerRequired(fact, reading);
  const broker = book.brokers.get(numberKey(fact.broker));
  if (broker === undefined) return brokerUnknown(fact.broker, reading);
  if (!isActive(broker, fact.brokerJoinedOn)) return brokerNotActive(broker, reading);
  const sameVoucher = book.issues.get(numberKey(fact.voucher));
  return sameVoucher === undefined ? issuedInFuture(reading, BROKER_ISSUE_RULES, issuing) : duplicateIssue(reading.at('voucher'), sameVoucher);
}

/** Registered and active on the day: from registration to the last day of validity, both counted. */
function isActive(broker: BrokerFact, on: string): boolean {
  return broker.state === 'ACTIVE' && broker.registeredOn <= on && (broker.validTo === null || on <= broker.validTo);
}

function brokerRequired(fact: IssueFact, reading: Reading): RowRemark {
  const key = fact.broker === null ? 'broker' : 'brokerJoinedOn';
  return explained(
    'BROKER_REQUIRED',
    reading.at(key),
    { ko: `${fact.voucher}: 중개인번호와 참여확정일이 모두 있어야 발급할 수 있습니다.`, en: `${fact.voucher}: a voucher needs a broker and the day on which the broker joined.` },
    { fix: { ko: "'중개인명부'의 중개인을 정하고 참여확정일을 적으십시오.", en: "Name a broker of '중개인명부' and the day of joining." }, details: { voucher: fact.voucher } },
  );
}

function brokerUnknown(number: string, reading: Reading): RowRemark {
  return explained(
    'BROKER_UNKNOWN',
    reading.at('broker'),
    { ko: `중개인번호 '${number}'이(가) 중개인명부에 없습니다.`, en: `There is no broker '${number}' on the list.` },
    { fix: { ko: "'중개인명부'에 있는 번호로 고치거나 중개인을 먼저 등록하십시오.", en: "Use a number of '중개인명부', or register the broker first." }, details: { broker: number } },
  );
}

function brokerNotActive(broker: BrokerFact, reading: Reading): RowRemark {
  const until = broker.validTo ?? '';
  const why =
    broker.state === 'STRUCK_OFF'
      ? { ko: '등록이 말소되었습니다', en: 'has been struck off' }
      : { ko: `참여확정일에 등록 중이 아닙니다(${broker.registeredOn} ~ ${until})`, en: `was not registered on the day of joining (${broker.registeredOn} to ${until})` };
  return explained(
    'BROKER_NOT_ACTIVE',
    reading.at(broker.state === 'STRUCK_OFF' ? 'broker' : 'brokerJoinedOn'),
    { ko: `중개인 ${broker.name}(${broker.number}): ${why.ko}.`, en: `The broker ${broker.name} (${broker.number}) ${why.en}.` },
    {
      fix: { ko: '활동 중인 다른 중개인을 정하거나 등록을 갱신한 뒤 발급하십시오.', en: 'Name another broker, or renew the registration first.' },
      details: { broker: broker.number, registeredOn: broker.registeredOn, validTo: broker.validTo },
    },
  );
}
