import type { LocalDate } from '#libs/calendar';
import { shareOf } from '#libs/money';
import { mostAlike, numberKey, referenceUnknown, type RowRemark } from '#libs/sheet';
import type { RosterBook } from '../reading/book.import.js';
import { explained, inWon, suggesting } from '../reading/refusal.import.js';
import type { IssueFact, UseFact } from '../roster.js';
import type { UseReading } from './use.import.js';
import { availableFor, largestSupply } from './use.rules.js';

/** VOUCHER_NOT_ISSUED for a voucher that this file lists and refuses, REFERENCE_UNKNOWN for one that it never lists. */
export function voucherMissing(number: string, reading: UseReading, book: RosterBook): RowRemark {
  const place = reading.at('voucher');
  if (!book.refusedVouchers.has(numberKey(number))) {
    const nearest = mostAlike(number, [...book.issues.keys()]);
    const otherwise = { ko: "'발급대장'에 있는 바우처번호여야 합니다.", en: "It has to stand in '발급대장'." };
    return { ...referenceUnknown(place, { ko: '바우처번호', en: 'voucher' }, nearest, otherwise), details: { reference: number }, ...suggesting(nearest) };
  }
  return explained(
    'VOUCHER_NOT_ISSUED',
    place,
    { ko: `바우처 ${number}은(는) 발급되지 않았습니다(발급대장에서 반려).`, en: `The voucher ${number} was not issued (refused in '발급대장').` },
    { fix: { ko: "'발급대장'의 반려 사유를 바로잡은 뒤 다시 올리십시오.", en: "Put right what it was refused for in '발급대장', and upload again." }, details: { voucher: number } },
  );
}

/** INVOICE_DUPLICATE: the tax invoice bills another use already, in this programme or any other. */
export function invoiceUsed(fact: UseFact, reading: UseReading, book: RosterBook): RowRemark | null {
  const earlier = fact.invoice === null ? undefined : book.invoices.get(fact.invoice);
  if (earlier === undefined) return null;
  const row = book.useRows.get(numberKey(earlier.use)) ?? null;
  const where = row === null ? { ko: '', en: '' } : { ko: ` ${row}행`, en: ` in row ${row}` };
  return explained(
    'INVOICE_DUPLICATE',
    reading.at('invoice'),
    { ko: `같은 승인번호의 세금계산서가 이미 쓰였습니다: ${earlier.use}${where.ko}.`, en: `The same tax invoice has been used already: ${earlier.use}${where.en}.` },
    {
      fix: { ko: '이 서비스에 발행된 세금계산서의 승인번호인지 홈택스에서 확인하십시오.', en: 'Check in Hometax that the number is that of the invoice for this service.' },
      details: { use: earlier.use, row },
    },
  );
}

/** PROVIDER_NOT_REGISTERED: nobody with that business number is on the list. */
export function notRegistered(fact: UseFact, name: string, reading: UseReading, book: RosterBook): RowRemark | null {
  if (book.providers.has(fact.provider)) return null;
  return explained(
    'PROVIDER_NOT_REGISTERED',
    reading.at('providerName'),
    { ko: `${name}은(는) 등록된 공급기관이 아닙니다.`, en: `${name} is no registered provider.` },
    { fix: { ko: "'공급기관'에 등록된 기관의 사업자번호인지 확인하십시오.", en: "Check that the business number is that of a provider in '공급기관'." }, details: { provider: name } },
  );
}

/** USE_OUTSIDE_VALIDITY: invoiced, or contracted where there is no invoice, before the voucher was issued or after its last day. */
export function outsideValidity(fact: UseFact, invoicedOn: LocalDate | null, issue: IssueFact, reading: UseReading): RowRemark | null {
  const on = invoicedOn ?? fact.contractedOn;
  const validTo = issue.standing?.validTo ?? issue.validTo;
  if (issue.issuedOn <= on && on <= validTo) return null;
  return explained(
    'USE_OUTSIDE_VALIDITY',
    reading.at(invoicedOn === null ? 'contractedOn' : 'invoicedOn'),
    { ko: `${on}은(는) 바우처 ${issue.voucher}의 유효기간(${issue.issuedOn} ~ ${validTo}) 밖입니다.`, en: `${on} lies outside the validity of ${issue.voucher} (${issue.issuedOn} to ${validTo}).` },
    {
      fix: { ko: '날짜를 확인하십시오. 기간 연장이 승인되었으면 먼저 프로그램에서 연장하십시오.', en: 'Check the date. If the voucher was extended, extend it in the program first.' },
      details: { on, issuedOn: issue.issuedOn, validTo },
    },
  );
}

/** VOUCHER_ENDED: a voucher that is over takes no service; one that was given up has none under way. */
export function voucherTakesNone(fact: UseFact, issue: IssueFact, reading: UseReading): RowRemark | null {
  const underWay = fact.state === 'CLAIMED' || fact.state === 'IN_INSPECTION';
  if (issue.standing?.open !== false && (issue.givenUpOn === null || !underWay)) return null;
  return explained(
    'VOUCHER_ENDED',
    reading.at('voucher'),
    { ko: `바우처 ${issue.voucher}은(는) 포기·소멸·해약되었거나 사용이 정지되어 서비스를 더할 수 없습니다.`, en: `The voucher ${issue.voucher} has ended or is suspended and takes no further service.` },
    { fix: { ko: '바우처의 상태를 프로그램에서 확인하고, 진행 중인 서비스가 있으면 포기일을 빼거나 서비스를 취소로 고치십시오.', en: 'Look at the voucher in the program; with a service under way, leave out the day of giving up, or mark the service as cancelled.' }, details: { voucher: issue.voucher } },
  );
}

/** BROKER_REPORT_MISSING for a payment before the report, BROKER_FEE_OVER_CAP for a fee above its share of the supply price. */
export function brokerFault(fact: UseFact, reading: UseReading, book: RosterBook): RowRemark | null {
  const cap = book.limits.brokerFeeCap;
  if (cap === null) return null;
  const reported = fact.brokerReportOn !== null && (fact.paidOn === null || fact.brokerReportOn <= fact.paidOn);
  if (fact.state === 'PAID' && !reported) return reportMissing(fact, reading);
  const most = shareOf(fact.supplyWon, cap, 'floor');
  if (fact.brokerFeeWon === null || fact.brokerFeeWon <= most) return null;
  return explained(
    'BROKER_FEE_OVER_CAP',
    reading.at('brokerFee'),
    {
      ko: `중개수수료 ${inWon(fact.brokerFeeWon)}이 공급가액 ${inWon(fact.supplyWon)}의 ${cap / 100}%(${inWon(most)})를 넘습니다.`,
      en: `The broker's fee (${inWon(fact.brokerFeeWon)}) is above ${cap / 100} % of the supply price of ${inWon(fact.supplyWon)} (${inWon(most)}).`,
    },
    {
      fix: { ko: `중개수수료를 ${inWon(most)} 이하로 고치십시오.`, en: `Charge at most ${inWon(most)}.` },
      details: { feeWon: String(fact.brokerFeeWon), capBasisPoints: cap, supplyWon: String(fact.supplyWon) },
      suggested: String(most),
    },
  );
}

function reportMissing(fact: UseFact, reading: UseReading): RowRemark {
  return explained(
    'BROKER_REPORT_MISSING',
    reading.at('brokerReportOn'),
    { ko: `${fact.number}: 지급일까지 제출된 중개보고서가 없습니다.`, en: `${fact.number}: no broker's report came by the day of payment.` },
    { fix: { ko: '중개보고서를 받아 제출일을 적은 뒤 지급하십시오.', en: 'Get the report and its date before paying.' }, details: { use: fact.number } },
  );
}

/** INSUFFICIENT_BALANCE: the government's part of the use is more than the voucher can still bear. */
export function tooLittleLeft(fact: UseFact, issue: IssueFact, reading: UseReading, book: RosterBook): RowRemark | null {
  const before = book.usesOf.get(numberKey(issue.voucher)) ?? [];
  const available = availableFor(issue, before, fact.contractedOn);
  if (fact.governmentWon <= available) return null;
  const most = available === 0n ? available : largestSupply(issue, before, book.limits);
  return explained(
    'INSUFFICIENT_BALANCE',
    reading.at('supply'),
    {
      ko: `정부지원금 ${inWon(fact.governmentWon)}이 바우처 ${issue.voucher}의 잔액 ${inWon(available)}보다 큽니다.`,
      en: `The government's part (${inWon(fact.governmentWon)}) is more than is left on ${issue.voucher} (${inWon(available)}).`,
    },
    {
      fix:
        most > 0n
          ? { ko: `공급가액은 ${inWon(most)}까지 쓸 수 있습니다.`, en: `The voucher bears a supply price of up to ${inWon(most)}.` }
          : { ko: '잔액이 없습니다. 기업 부담으로 계약하거나 이 행을 빼십시오.', en: 'Nothing is left: the company pays it alone, or take the row out.' },
      details: { availableWon: String(available), askedWon: String(fact.governmentWon) },
      ...(most > 0n ? { suggested: String(most) } : {}),
    },
  );
}
