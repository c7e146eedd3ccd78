import { valueAssumed, type RowReading, type RowRemark } from '#libs/sheet';
import { explained, inWon } from '../reading/refusal.import.js';
import type { RosterLimits } from '../roster-limits.rules.js';
import type { ApplicationFact } from '../roster.js';
import type { ApplicationRules } from './application.import.js';
import { closedWindow, isOfficer } from './application.rules.js';

type Reading = RowReading<ApplicationRules>;

/** DUPLICATE_APPLICATION: the company has applied for the same transfer contract before. */
export function duplicateApplication(twin: ApplicationFact, reading: Reading): RowRemark {
  return explained(
    'DUPLICATE_APPLICATION',
    reading.at('contract'),
    {
      ko: `같은 기업이 같은 기술이전계약(${twin.contract})으로 이미 신청했습니다: ${twin.number}.`,
      en: `The same company has applied for the same transfer contract (${twin.contract}) before: ${twin.number}.`,
    },
    {
      fix: { ko: '다른 계약이면 기술이전계약번호를 고치고, 같은 신청이면 이 행을 지우십시오.', en: 'Correct the contract number if it is another one; delete the row if it is the same application.' },
      details: { application: twin.number },
    },
  );
}

/** TRANSFER_EXPIRED: the application came after the window that the transfer contract opened. */
export function transferExpired(fact: ApplicationFact, reading: Reading, limits: RosterLimits): RowRemark | null {
  if (limits.windowYears === null) return null;
  const end = closedWindow(fact.contractOn, fact.receivedOn, limits.windowYears, limits.holidays);
  if (end === null) return null;
  return explained(
    'TRANSFER_EXPIRED',
    reading.at('contractOn'),
    {
      ko: `기술이전계약일(${fact.contractOn})부터 ${limits.windowYears}년의 신청가능기간이 ${end}에 끝났습니다(접수일 ${fact.receivedOn}).`,
      en: `The window of ${limits.windowYears} year(s) from the transfer contract (${fact.contractOn}) closed on ${end}; the application came on ${fact.receivedOn}.`,
    },
    {
      fix: { ko: `${end}까지 접수된 신청이면 접수일을, 계약일을 잘못 적었으면 기술이전계약일을 고치십시오.`, en: `Correct the date of receipt if it came by ${end}, or the contract date if that was mistyped.` },
      details: { windowEndedOn: end },
    },
  );
}

/** What a reader should know about an application that was taken. `earlier`: what the same company had applied for before. */
export function applicationRemarks(fact: ApplicationFact, reading: Reading, earlier: readonly ApplicationFact[], limits: RosterLimits): RowRemark[] {
  return [
    ...unreadable(fact, reading),
    ...(fact.requestedWon > limits.capWon ? [amountOverCap(fact, reading, limits)] : []),
    ...researcherIsOfficer(fact, reading),
    ...(earlier.length > 0 ? [sameCompany(earlier, reading)] : []),
  ];
}

function unreadable(fact: ApplicationFact, reading: Reading): RowRemark[] {
  return (['receivedTime', 'score'] as const)
    .filter((key) => fact[key] === null && reading.row.text(key) !== '')
    .map((key) => valueAssumed(reading.at(key), { ko: `'${reading.row.text(key).slice(0, 40)}'을(를) 읽을 수 없어 빈칸으로 보았습니다.`, en: 'The cell could not be read and was taken as empty.' }));
}

function amountOverCap(fact: ApplicationFact, reading: Reading, limits: RosterLimits): RowRemark {
  return explained(
    'AMOUNT_OVER_CAP',
    reading.at('requested'),
    {
      ko: `신청금액 ${inWon(fact.requestedWon)}이 건당 한도 ${inWon(limits.capWon)}을 넘습니다.`,
      en: `The amount asked for (${inWon(fact.requestedWon)}) is above the cap of one voucher (${inWon(limits.capWon)}).`,
    },
    {
      fix: { ko: `발급할 때는 ${inWon(limits.capWon)} 이하로 적으십시오.`, en: `Issue at most ${inWon(limits.capWon)}.` },
      details: { askedWon: String(fact.requestedWon), capWon: String(limits.capWon) },
      suggested: String(limits.capWon),
    },
  );
}

function researcherIsOfficer(fact: ApplicationFact, reading: Reading): RowRemark[] {
  const officer = [fact.officers, fact.representative].some((list) => list !== null && isOfficer(fact.researcher, list));
  if (!officer) return [];
  const held = fact.held
    ? { ko: '승인문서가 없어 발급을 보류합니다.', en: 'Without an approval document no voucher is issued.' }
    : { ko: `승인문서: ${fact.clearanceDocument ?? ''}.`, en: `Approved by ${fact.clearanceDocument ?? ''}.` };
  return [
    explained(
      'RESEARCHER_IS_OFFICER',
      reading.at('researcher'),
      { ko: `연구자 ${fact.researcher}이(가) 신청기업의 임원입니다. ${held.ko}`, en: `The researcher ${fact.researcher} is an officer of the company. ${held.en}` },
      {
        ...(fact.held ? { fix: { ko: "이해충돌 심의를 거쳐 '이해충돌 승인문서'를 적으십시오.", en: "Have the conflict of interest reviewed and fill in '이해충돌 승인문서'." } } : {}),
        details: { held: fact.held },
      },
    ),
  ];
}

function sameCompany(earlier: readonly ApplicationFact[], reading: Reading): RowRemark {
  const numbers = earlier.map((fact) => fact.number);
  return explained(
    'SAME_COMPANY_MULTIPLE',
    reading.at('company'),
    { ko: `같은 기업의 다른 신청이 있습니다: ${numbers.join(', ')}.`, en: `The same company has applied for another contract: ${numbers.join(', ')}.` },
    { details: { applications: numbers } },
  );
}
