import {
  meaningOf,
  mostAlike,
  numberKey,
  referenceUnknown,
  refuse,
  unknownWord,
  usualWords,
  valueAssumed,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type RowRemark,
  type Sheet,
  type SheetVerdict,
  type WordList,
} from '#libs/sheet';
import { sameName, type RosterBook } from '../reading/book.import.js';
import { explained, suggesting } from '../reading/refusal.import.js';
import type { ApplicationFact, IssueFact } from '../roster.js';
import { differsFromIssue, duplicateIssue, ISSUE_RULES, issuedInFuture, readIssueSheet, recordedIssue, takeIssue, type Issuing } from './issue.import.js';

export const APPLICATION_ISSUE_RULES = {
  ...ISSUE_RULES,
  rank: { names: ['발급순위', '순위'], type: 'count', required: true },
  application: { names: ['접수번호'], type: 'reference', required: true },
  state: { names: ['상태'], type: 'reference' },
  givenUpOn: { names: ['포기·취소일', '포기일', '취소일'], type: 'date', happened: true },
} as const;

type Rules = typeof APPLICATION_ISSUE_RULES;
type Reading = RowReading<Rules>;

const STATE_WORDS: WordList<'ISSUED' | 'GIVEN_UP'> = [
  ['ISSUED', '발급', '발급완료', '정상'],
  ['GIVEN_UP', '포기', '취소', '포기·취소'],
];

/** 발급대장 of a programme with applications: vouchers by rank. */
export function readApplicationIssues(name: string, sheet: Sheet, book: RosterBook): SheetVerdict {
  return readIssueSheet<Rules>(name, sheet, book, { rules: APPLICATION_ISSUE_RULES, turn: byRank, judge: judgeIssue });
}

/** Rows without a rank come last: they are rejected for it. */
function byRank({ values: left }: Reading, { values: right }: Reading): number {
  if (left.rank === right.rank) return 0;
  if (left.rank === null || right.rank === null) return left.rank === null ? 1 : -1;
  return left.rank < right.rank ? -1 : 1;
}

function judgeIssue(values: CheckedValues<Rules>, reading: Reading, issuing: Issuing): Judgement<IssueFact> {
  const { book } = issuing;
  const application = book.applications.get(numberKey(values.application));
  if (application === undefined) return refuse(applicationMissing(values.application, reading, book));
  const state = values.state === null ? 'ISSUED' : meaningOf(STATE_WORDS, values.state);
  if (state === null) return refuse(unknownWord(reading.at('state'), { ko: '상태', en: 'state' }, usualWords(STATE_WORDS)));
  const fact = issueOf(values, application, state === 'GIVEN_UP');
  const recorded = recordedIssue(issuing, fact.voucher);
  const wrong = recorded === undefined ? refusalOf(fact, application, reading, issuing) : differsFromIssue(fact, recorded, reading, ['application', 'givenUpOn']);
  if (wrong !== null) return refuse(wrong);
  return takeIssue(fact, reading, issueRemarks(values, application, state === 'GIVEN_UP', reading), issuing);
}

function issueOf(values: CheckedValues<Rules>, application: ApplicationFact, givenUp: boolean): IssueFact {
  return {
    voucher: values.voucher,
    rank: Number(values.rank),
    application: application.number,
    company: application.company,
    businessNumber: application.businessNumber,
    field: null,
    area: null,
    broker: null,
    brokerJoinedOn: null,
    issuedOn: values.issuedOn,
    amountWon: values.amount,
    validTo: values.validTo,
    givenUpOn: values.givenUpOn ?? (givenUp ? values.issuedOn : null),
    note: values.note,
  };
}

/** APPLICATION_NOT_ELIGIBLE for one that this file has and that was rejected, REFERENCE_UNKNOWN for one that never was. */
function applicationMissing(number: string, reading: Reading, book: RosterBook): RowRemark {
  const code = book.refusedApplications.get(numberKey(number));
  const place = reading.at('application');
  if (code === undefined) {
    const nearest = mostAlike(number, [...book.applications.keys()]);
    return { ...referenceUnknown(place, { ko: '접수번호', en: 'application' }, nearest, { ko: "'신청명단'에 있는 접수번호여야 합니다.", en: "It has to stand in '신청명단'." }), details: { reference: number }, ...suggesting(nearest) };
  }
  return explained(
    'APPLICATION_NOT_ELIGIBLE',
    place,
    { ko: `신청 ${number}이(가) 반려되었습니다(${code}).`, en: `The application ${number} was rejected (${code}).` },
    { fix: { ko: "'신청명단'에서 반려 사유를 바로잡은 뒤 다시 올리십시오.", en: "Put right in '신청명단' what the application was rejected for, and upload again." }, details: { application: number, code } },
  );
}

function refusalOf(fact: IssueFact, application: ApplicationFact, reading: Reading, issuing: Issuing): RowRemark | null {
  const forApplication = issuing.byApplication.get(numberKey(application.number));
  if (forApplication !== undefined) return duplicateIssue(reading.at('application'), forApplication);
  const sameVoucher = issuing.book.issues.get(numberKey(fact.voucher));
  if (sameVoucher !== undefined) return duplicateIssue(reading.at('voucher'), sameVoucher);
  if (application.closed === true) return applicationClosed(application, reading);
  if (application.held) return conflictNotCleared(application, reading);
  return issuedInFuture(reading, APPLICATION_ISSUE_RULES, issuing);
}

/** APPLICATION_NOT_ELIGIBLE for one that was rejected or given up in the program. */
function applicationClosed(application: ApplicationFact, reading: Reading): RowRemark {
  return explained(
    'APPLICATION_NOT_ELIGIBLE',
    reading.at('application'),
    { ko: `신청 ${application.number}은(는) 프로그램에서 탈락·포기·해약으로 기록되었습니다.`, en: `The application ${application.number} is on record as rejected, withdrawn or cancelled.` },
    { fix: { ko: '다른 신청의 발급이면 접수번호를 고치고, 다시 지원하려면 새로 접수하십시오.', en: 'Correct the number if it is another application; otherwise receive a new one.' }, details: { application: application.number, code: 'CLOSED' } },
  );
}

function conflictNotCleared(application: ApplicationFact, reading: Reading): RowRemark {
  return explained(
    'COI_NOT_CLEARED',
    reading.at('application'),
    {
      ko: `연구자 ${application.researcher}이(가) ${application.company}의 임원인데 이해충돌 승인문서가 없습니다.`,
      en: `The researcher ${application.researcher} is an officer of ${application.company}, and no document clears the conflict of interest.`,
    },
    {
      fix: { ko: "승인을 받아 '신청명단'의 '이해충돌 승인문서'를 적은 뒤 발급하십시오.", en: "Have it approved, fill in '이해충돌 승인문서' in '신청명단', then issue." },
      details: { application: application.number },
    },
  );
}

function issueRemarks(values: CheckedValues<Rules>, application: ApplicationFact, givenUp: boolean, reading: Reading): RowRemark[] {
  const remarks: RowRemark[] = [];
  if (values.company !== null && !sameName(values.company, application.company)) {
    remarks.push(valueAssumed(reading.at('company'), { ko: `신청서의 기업명 '${application.company}'(으)로 보았습니다.`, en: `Taken as '${application.company}', as the application has it.` }));
  }
  if (givenUp && values.givenUpOn === null) {
    remarks.push(valueAssumed(reading.at('givenUpOn'), { ko: '포기일이 없어 발급일에 포기한 것으로 보았습니다.', en: 'No day is given: taken as given up on the day of issue.' }));
  }
  if (!givenUp && values.givenUpOn !== null) {
    remarks.push(valueAssumed(reading.at('state'), { ko: '포기일이 있어 포기한 바우처로 보았습니다.', en: 'A day of giving up is given: taken as given up.' }));
  }
  return remarks;
}
