import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { Sourced } from '#libs/policy';
import type { Applicant } from '../application.js';
import { institutionIsInBusiness, investigatorHasRoom, judgeApplication, nobodyIsBanned, requestStaysWithinTheAmount, supportIsNoDuplicate, taxesArePaid, tierIsOfTheCall, triadIsComplete, type Checked } from './check.rules.js';
import type { Answer, ApplicantRecord, BanRecord, CheckTerms, Twin } from './check.js';

const ON = localDate('2021-05-03');
const sourced = <T>(value: T): Sourced<T> => ({ value, clause: '2021년 사업 공고', source: 'NOTICE' });
const TERMS: CheckTerms = { projectsMaximum: sourced(5), ledMaximum: sourced(3), answerDays: sourced(30), amountMaximum: sourced(150_000_000n), tiers: sourced([]), triad: sourced(false) };

const answer = (kind: Answer['kind'], changes: Partial<Answer> = {}): Answer => ({ partyId: 'p', kind, result: 'CLEAR', projects: null, projectsLed: null, source: '홈택스', askedOn: localDate('2021-05-01'), note: null, ...changes });
const asked = (projects: number, projectsLed: number, askedOn = '2021-05-01'): Answer => answer('PARTICIPATION', { projects, projectsLed, askedOn: localDate(askedOn), source: 'IRIS' });
const ban = (from: string, to: string): BanRecord => ({ name: '김책임', fromOn: localDate(from), toOn: localDate(to), ground: '연구개발비 용도 외 사용', source: '과기정통부' });
const twin = (sameTitle: boolean): Twin => ({ label: '2020년 시작품 PT-2020-001', sameTitle, sameParty: true });

const RECORD: ApplicantRecord = {
  ...{ party: '(주)신청', partyId: 'p', investigator: '김책임' },
  status: { status: 'ACTIVE', effectiveOn: localDate('2015-01-02'), source: '국세청' },
  bans: [],
  arrears: answer('TAX_ARREARS'),
  participation: asked(0, 0),
  clearance: null,
  running: { projects: 0, led: 0 },
  twins: [],
};
const record = (changes: Partial<ApplicantRecord>): ApplicantRecord => ({ ...RECORD, ...changes });

const LEAD: Applicant = {
  ...{ partyId: 'p', role: 'LEAD', institution: 'SME', investigator: '김책임', investigatorNumber: null },
  ...{ governmentWon: won(75n), ownCashWon: won(3n), ownInKindWon: won(22n), localWon: won(0n), otherWon: won(0n) },
};
const FACTS: Checked['facts'] = { receivedOn: ON, title: '센서 시작품', technology: null, subProgramme: null, broker: null, periodFrom: localDate('2021-06-01'), periodTo: localDate('2021-12-31'), note: null };
const checked = (changes: Partial<Checked> = {}): Checked => ({ regime: 'RND', facts: FACTS, applicants: [LEAD], ...changes });

describe('an exclusion (참여제한)', () => {
  it.each<[string, BanRecord[], string]>([
    ['nobody is excluded', [], 'PASS'],
    ['one that ended the day before', [ban('2020-05-03', '2021-05-02')], 'PASS'],
    ['one that begins the day after', [ban('2021-05-04', '2023-05-03')], 'PASS'],
    ['its last day', [ban('2020-05-03', '2021-05-03')], 'BLOCK'],
    ['its first day', [ban('2021-05-03', '2023-05-02')], 'BLOCK'],
  ])('%s', (_what, bans, result) => {
    expect(nobodyIsBanned(record({ bans }), 'RND', ON).result).toBe(result);
  });

  it.each([['RND', '국가연구개발혁신법 제32조'], ['SUBSIDY', '보조금 관리에 관한 법률 제31조의2']] as const)('names the law of %s', (regime, clause) => {
    expect(nobodyIsBanned(RECORD, regime, ON).clause).toBe(clause);
  });
});

describe('room of the investigator (3책5공)', () => {
  it.each<[string, { projects: number; led: number }, Answer | null, boolean, string]>([
    ['their first', { projects: 0, led: 0 }, asked(0, 0), true, 'PASS'],
    ['their fifth and the third that they lead', { projects: 1, led: 1 }, asked(3, 1), true, 'PASS'],
    ['their sixth', { projects: 2, led: 0 }, asked(3, 0), false, 'BLOCK'],
    ['the fourth that they lead', { projects: 1, led: 1 }, asked(2, 2), true, 'BLOCK'],
    ['the same, led by somebody else', { projects: 1, led: 1 }, asked(2, 2), false, 'PASS'],
    ['nobody has asked elsewhere', { projects: 0, led: 0 }, null, true, 'WARN'],
    ['an answer of the thirtieth day', { projects: 0, led: 0 }, asked(0, 0, '2021-04-03'), true, 'PASS'],
    ['an answer of the day before it', { projects: 0, led: 0 }, asked(0, 0, '2021-04-02'), true, 'WARN'],
    ['too many here alone, whatever nobody asked', { projects: 5, led: 0 }, null, false, 'BLOCK'],
  ])('%s', (_what, running, participation, leads, result) => {
    expect(investigatorHasRoom(record({ running, participation }), leads, TERMS, ON).result).toBe(result);
  });

  it('cannot be counted without a name', () => {
    expect(investigatorHasRoom(record({ investigator: null, running: { projects: 9, led: 9 } }), true, TERMS, ON).result).toBe('WARN');
  });
});

describe('taxes, business and other support', () => {
  it.each<[string, Answer | null, string]>([
    ['a clear answer', answer('TAX_ARREARS'), 'PASS'],
    ['a clear answer of the thirtieth day', answer('TAX_ARREARS', { askedOn: localDate('2021-04-03') }), 'PASS'],
    ['a clear answer that is too old', answer('TAX_ARREARS', { askedOn: localDate('2021-04-02') }), 'BLOCK'],
    ['arrears', answer('TAX_ARREARS', { result: 'FOUND' }), 'BLOCK'],
    ['nobody asked', null, 'BLOCK'],
  ])('taxes: %s', (_what, arrears, result) => {
    expect(taxesArePaid(record({ arrears }), TERMS.answerDays, ON).result).toBe(result);
  });

  it.each([['ACTIVE', 'PASS'], ['RESTING', 'BLOCK'], ['CLOSED', 'BLOCK'], [null, 'WARN']] as const)('a business that is %s', (status, result) => {
    const said = status === null ? null : { status, effectiveOn: localDate('2021-01-02'), source: '국세청' };
    expect(institutionIsInBusiness(record({ status: said }), ON).result).toBe(result);
  });

  it.each<[string, Twin[], Answer | null, string]>([
    ['none', [], null, 'PASS'],
    ['another title', [twin(false)], null, 'WARN'],
    ['the same title', [twin(true)], null, 'BLOCK'],
    ['the same title, found to be something else', [twin(true)], answer('DUPLICATE'), 'WARN'],
    ['the same title, found to be the same', [twin(true)], answer('DUPLICATE', { result: 'FOUND' }), 'BLOCK'],
  ])('other support: %s', (_what, twins, clearance, result) => {
    expect(supportIsNoDuplicate(record({ twins, clearance }), 'RND').result).toBe(result);
  });
});

describe('what the call asks for', () => {
  it('gives no more than its amount', () => {
    expect([149_999_999n, 150_000_000n, 150_000_001n].map((amount) => requestStaysWithinTheAmount(won(amount), sourced(150_000_000n)).result)).toEqual(['PASS', 'PASS', 'BLOCK']);
  });

  it('knows its tiers', () => {
    expect(['씨앗', '도약', null].map((tier) => tierIsOfTheCall(tier, sourced(['씨앗', '새싹'])).result)).toEqual(['PASS', 'BLOCK', 'BLOCK']);
  });

  it.each<[string, readonly Applicant['institution'][], string | null, string, string]>([
    ['all three', ['NON_PROFIT', 'SME'], '(주)중개', 'PASS', '함께 참여'],
    ['no broker', ['NON_PROFIT', 'SME'], null, 'BLOCK', '중개인'],
    ['no institute', ['SME'], '(주)중개', 'BLOCK', '연구기관'],
    ['no company and no broker', ['NON_PROFIT'], null, 'BLOCK', '기업, 중개인'],
  ])('the triad: %s', (_what, institutions, broker, result, words) => {
    const applicants = institutions.map((institution) => ({ ...LEAD, institution }));
    const verdict = triadIsComplete(checked({ facts: { ...FACTS, broker }, applicants }), sourced(true));
    expect([verdict.result, verdict.text.ko]).toEqual([result, expect.stringContaining(words)]);
  });
});

describe('an application as a whole', () => {
  const rules = (of: Checked, terms: CheckTerms = TERMS): string[] => judgeApplication(of, [RECORD], terms, ON).map(({ rule }) => rule);

  it('is judged by research law or by that of subsidies, never by both', () => {
    const common = ['nobody-is-banned', 'taxes-are-paid', 'institution-is-in-business', 'support-is-no-duplicate', 'request-stays-within-the-amount'];
    expect(rules(checked({ regime: 'SUBSIDY' }))).toEqual(common);
    const research = rules(checked());
    expect(research).toEqual(expect.arrayContaining([...common, 'investigator-has-room', 'government-stays-within-its-share', 'own-share-has-its-cash']));
  });

  it('is asked only what its call asks', () => {
    const bare = rules(checked({ regime: 'SUBSIDY' }), { ...TERMS, amountMaximum: null });
    expect(bare).not.toContain('request-stays-within-the-amount');
    expect(rules(checked({ regime: 'SUBSIDY' }), { ...TERMS, tiers: sourced(['씨앗']), triad: sourced(true) })).toEqual(expect.arrayContaining(['tier-is-of-the-call', 'triad-is-complete']));
  });

  it('passes where nothing is in its way', () => {
    expect(judgeApplication(checked(), [RECORD], TERMS, ON).filter(({ result }) => result !== 'PASS')).toEqual([]);
  });
});
