import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import type { VerdictResult } from '#libs/command';
import { won, type Won } from '#libs/money';
import type { ApplicantRecord, ApplicationFacts } from './application.js';
import { judgeApplication, type EligibilityTerms } from './eligibility.rules.js';

const TODAY = localDate('2021-03-10');

const FACTS: ApplicationFacts = {
  receivedOn: localDate('2021-03-02'),
  receivedTime: '09:30:00',
  representative: '한대표',
  officers: '대표이사 한대표, 사내이사 김이사',
  contractNumber: 'TT-2019-01',
  contractOn: localDate('2020-06-02'),
  technology: '이전기술',
  researcher: '박연구',
  researcherNumber: null,
  institution: '시험연구원',
  requestedWon: won(5_000_000n),
  services: null,
  consented: true,
  clearance: null,
  phone: null,
  address: null,
  note: null,
};

const RECORD: ApplicantRecord = { sameContract: [], otherContracts: [], otherSupport: [], status: { status: 'ACTIVE', effectiveOn: localDate('2021-01-01'), source: '홈택스 조회' } };

const TERMS: EligibilityTerms = {
  windowYears: { value: 2, clause: '기술이전 후 2년 이내', source: 'PRACTICE' },
  faceWon: { value: won(5_000_000n), clause: '예산 5억원 ÷ 100건', source: 'SEED' },
};

const judge = (facts: Partial<ApplicationFacts>, record: Partial<ApplicantRecord> = {}, terms: Partial<EligibilityTerms> = {}) =>
  judgeApplication({ ...FACTS, ...facts }, { ...RECORD, ...record }, { ...TERMS, ...terms }, holidayCalendar(), TODAY);

/** What does not pass, by rule. */
const objections = (verdicts: readonly { rule: string; result: VerdictResult }[]): [string, VerdictResult][] =>
  verdicts.filter(({ result }) => result !== 'PASS').map(({ rule, result }) => [rule, result]);

describe('the eligibility of an application', () => {
  it('lets pass what nothing speaks against, with a sentence for each rule', () => {
    const verdicts = judge({});
    expect(objections(verdicts)).toEqual([]);
    expect(verdicts.map(({ rule }) => rule)).toEqual([
      'application-comes-within-the-window', 'researcher-holds-no-office', 'contract-is-applied-for-once', 'technology-is-supported-once',
      'company-applies-once', 'company-is-in-business', 'request-stays-within-face', 'company-agreed-to-the-use-of-its-data',
    ]);
    expect(verdicts.every(({ text, clause }) => /[가-힣]/.test(text.ko) && /[a-z]/.test(text.en) && clause !== '')).toBe(true);
  });

  const closed = { status: 'CLOSED', effectiveOn: localDate('2021-02-01'), source: '홈택스 조회' } as const;
  it.each<[string, Partial<ApplicationFacts>, Partial<ApplicantRecord>, [string, VerdictResult][]]>([
    ['without a transfer contract', { contractOn: null, contractNumber: null }, {}, [['application-comes-within-the-window', 'BLOCK']]],
    ['before the transfer', { contractOn: localDate('2021-03-03') }, {}, [['application-comes-within-the-window', 'BLOCK']]],
    ['after the window of its transfer', { contractOn: localDate('2019-02-26') }, {}, [['application-comes-within-the-window', 'BLOCK']]],
    ['by a researcher on the board', { researcher: '김이사' }, {}, [['researcher-holds-no-office', 'BLOCK']]],
    ['by the representative as the researcher', { researcher: '한 대표', officers: null }, {}, [['researcher-holds-no-office', 'BLOCK']]],
    ['by a researcher on the board who was cleared', { researcher: '김이사', clearance: '심의 2021-3' }, {}, [['researcher-holds-no-office', 'WARN']]],
    ['for a contract that was applied for', {}, { sameContract: ['APP-2021-001'] }, [['contract-is-applied-for-once', 'BLOCK']]],
    ['for a technology that had support', {}, { otherSupport: ['2020년 A/S 바우처 APP-2020-004'] }, [['technology-is-supported-once', 'WARN']]],
    ['of a company that applied for another contract', {}, { otherContracts: ['APP-2021-002'] }, [['company-applies-once', 'WARN']]],
    ['of a company that nobody asked about', {}, { status: null }, [['company-is-in-business', 'WARN']]],
    ['of a company that has closed', {}, { status: closed }, [['company-is-in-business', 'BLOCK']]],
    ['of a company that rests', {}, { status: { ...closed, status: 'RESTING' } }, [['company-is-in-business', 'BLOCK']]],
    ['for more than the face value', { requestedWon: won(5_000_001n) }, {}, [['request-stays-within-face', 'WARN']]],
    ['without a word on consent', { consented: null }, {}, [['company-agreed-to-the-use-of-its-data', 'WARN']]],
    ['without consent', { consented: false }, {}, [['company-agreed-to-the-use-of-its-data', 'BLOCK']]],
  ])('objects to one %s', (_what, facts, record, expected) => {
    expect(objections(judge(facts, record))).toEqual(expected);
  });

  it.each<[string, string, VerdictResult, string]>([
    ['2019-02-26', '2021-02-26', 'PASS', 'its last day, a Friday'],
    ['2019-02-26', '2021-02-27', 'BLOCK', 'the day after'],
    ['2019-02-27', '2021-03-02', 'PASS', 'a Saturday, put off past Sunday and 3·1절'],
    ['2019-03-01', '2021-03-02', 'PASS', '3·1절, put off to the next day'],
    ['2019-02-27', '2021-03-03', 'BLOCK', 'the day after it was put off to'],
    ['2020-02-29', '2022-02-28', 'PASS', 'a day that the last month does not have'],
  ])('closes the window of a contract of %s for a receipt of %s: %s (%s)', (contractOn, receivedOn, result) => {
    const [window] = judge({ contractOn: localDate(contractOn), receivedOn: localDate(receivedOn) });
    expect([window?.rule, window?.result]).toEqual(['application-comes-within-the-window', result]);
  });

  it('asks for no transfer contract where the programme does not', () => {
    expect(judge({ contractOn: null, contractNumber: null }, {}, { windowYears: null }).map(({ rule }) => rule)).not.toContain('application-comes-within-the-window');
  });

  it('names what would cure it, the clause and the figures, and no person', () => {
    const [window, office] = judge({ contractOn: localDate('2018-06-01'), researcher: '김이사' });
    expect([window?.clause, window?.inputs.code, window?.inputs.windowEndedOn, window?.inputs.source]).toEqual(['기술이전 후 2년 이내', 'TRANSFER_EXPIRED', '2020-06-01', 'PRACTICE']);
    expect(office?.text.ko).toContain('승인문서를 적어 주세요');
    expect(JSON.stringify(office)).not.toContain('김이사');
    expect((judge({ requestedWon: won(6_000_000n) as Won }).find(({ rule }) => rule === 'request-stays-within-face')?.inputs)).toMatchObject({ code: 'AMOUNT_OVER_CAP', requestedWon: '6000000', faceWon: '5000000' });
  });
});
