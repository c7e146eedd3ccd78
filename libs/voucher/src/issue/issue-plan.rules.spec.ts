import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { sumWon, won } from '#libs/money';
import fc from 'fast-check';
import { planIssue, type IssueDesk, type IssuePlan } from './issue-plan.rules.js';
import type { IssueTerms } from './issue.rules.js';
import type { IssueBroker, IssueCandidate, IssueRow } from './issue.js';

const on = localDate;
const TERMS: IssueTerms = {
  ...{ issuedOn: on('2021-05-03'), faceWon: won(5_000_000n), faceClause: '공고 제1호', latestOn: on('2021-11-03'), validityClause: '6개월', limitsClause: '국회확정' },
  ...{ depositFirst: true, depositClause: '발급 전 납입', brokerRequired: false, brokerClause: '중개인 참여' },
};
const BROKER: IssueBroker = { id: 'b', number: 'BRK-1', name: '허단비', registeredOn: on('2021-01-01'), validTo: on('2021-12-31'), struckOffOn: null };

const candidate = (voucherId: string, changes: Partial<IssueCandidate> = {}): IssueCandidate => ({
  ...{ voucherId, companyId: `company ${voucherId}`, company: `(주)${voucherId}`, state: 'AGREED', paidInWon: won(1_250_000n), business: 'ACTIVE' },
  agreement: { agreedOn: on('2021-04-01'), amountWon: won(5_000_000n), selfBurdenWon: won(1_250_000n), brokerId: null },
  ...changes,
});
const row = (voucherId: string, changes: Partial<IssueRow> = {}): IssueRow => ({ voucherId, amountWon: won(5_000_000n), validTo: null, brokerId: null, ...changes });

function desk(candidates: readonly IssueCandidate[], { terms = {}, left = {}, served = [] }: { terms?: Partial<IssueTerms>; left?: Partial<IssueDesk['left']>; served?: readonly string[] } = {}): IssueDesk {
  return {
    candidates: new Map(candidates.map((each) => [each.voucherId, each])),
    brokers: new Map([[BROKER.id, BROKER]]),
    terms: { ...TERMS, ...terms },
    served: new Set(served),
    taken: new Set(),
    left: { vouchers: 10n, companies: 10n, budgetWon: won(100_000_000n), ...left },
  };
}

const rulesOf = ({ refused }: IssuePlan): string[] => refused.flatMap(({ verdicts }) => verdicts.map(({ rule }) => rule));

describe('one voucher', () => {
  it.each<[string, Partial<IssueCandidate>, Partial<IssueRow>, Partial<IssueTerms>, string[]]>([
    ['agreed and paid', {}, {}, {}, []],
    ['agreed on the very day', { agreement: { agreedOn: on('2021-05-03'), amountWon: won(5_000_000n), selfBurdenWon: won(0n), brokerId: null } }, {}, {}, []],
    ['agreed outside of the program', { agreement: null, paidInWon: won(0n) }, {}, {}, []],
    ['of a company that nobody asked about', { business: null }, {}, {}, []],
    ['good until the last day that the terms allow', {}, { validTo: on('2021-11-03') }, {}, []],
    ['selected only', { state: 'SELECTED' }, {}, {}, ['voucher-is-agreed-before-it-is-issued']],
    ['issued before', { state: 'ISSUED' }, {}, {}, ['voucher-is-agreed-before-it-is-issued']],
    ['agreed a day later', { agreement: { agreedOn: on('2021-05-04'), amountWon: won(5_000_000n), selfBurdenWon: won(0n), brokerId: null } }, {}, {}, ['voucher-is-agreed-before-it-is-issued']],
    ['one won short of its own share', { paidInWon: won(1_249_999n) }, {}, {}, ['self-burden-is-paid-before-the-issue']],
    ['the same where companies pay directly', { paidInWon: won(0n) }, {}, { depositFirst: false }, []],
    ['one won above the face', {}, { amountWon: won(5_000_001n) }, {}, ['amount-stays-within-the-face']],
    ['above what was agreed', { agreement: { agreedOn: on('2021-04-01'), amountWon: won(4_000_000n), selfBurdenWon: won(0n), brokerId: null } }, {}, {}, ['amount-stays-within-the-face']],
    ['good a day too long', {}, { validTo: on('2021-11-04') }, {}, ['validity-stays-within-the-terms']],
    ['over before it begins', {}, { validTo: on('2021-05-02') }, {}, ['validity-stays-within-the-terms']],
    ['of a company that rests', { business: 'RESTING' }, {}, {}, ['company-is-in-business']],
    ['without the broker that it takes', {}, {}, { brokerRequired: true }, ['broker-is-registered-and-active']],
    ['with a broker that nobody knows', {}, { brokerId: 'x' }, { brokerRequired: true }, ['broker-is-registered-and-active']],
    ['with its broker', {}, { brokerId: 'b' }, { brokerRequired: true }, []],
    ['with a broker whose registration has run out', {}, { brokerId: 'b' }, { issuedOn: on('2022-01-01'), latestOn: on('2022-07-01') }, ['broker-is-registered-and-active']],
    ['wrong in every way', { state: 'SELECTED', paidInWon: won(0n), business: 'CLOSED' }, { amountWon: won(9_000_000n), validTo: on('2022-01-01') }, { brokerRequired: true }, [
      'voucher-is-agreed-before-it-is-issued', 'self-burden-is-paid-before-the-issue', 'amount-stays-within-the-face', 'validity-stays-within-the-terms', 'broker-is-registered-and-active', 'company-is-in-business',
    ]],
  ])('%s', (_what, standing, asked, terms, expected) => {
    const plan = planIssue([row('v', asked)], desk([candidate('v', standing)], { terms }));
    expect(rulesOf(plan)).toEqual(expected);
    expect(plan.issued.length).toBe(expected.length === 0 ? 1 : 0);
    for (const { text, clause } of plan.refused.flatMap(({ verdicts }) => verdicts)) expect(/[가-힣].*[.]$/u.test(text.ko) && text.en.endsWith('.') && clause !== '').toBe(true);
  });

  it('keeps the day of its agreement as the day on which the broker joined', () => {
    const [issued] = planIssue([row('v', { brokerId: 'b' })], desk([candidate('v')])).issued;
    expect([issued?.broker?.number, issued?.brokerJoinedOn, issued?.validTo]).toEqual(['BRK-1', '2021-04-01', '2021-11-03']);
  });
});

describe('a batch', () => {
  it('counts a company once, and leaves out what does not fit for what does', () => {
    const candidates = [candidate('a'), candidate('b', { companyId: 'company a' }), candidate('c'), candidate('d')];
    const plan = planIssue([row('a'), row('b'), row('c'), row('d', { amountWon: won(1_000_000n) }), row('a'), row('x')], desk(candidates, { left: { vouchers: 4n, companies: 2n, budgetWon: won(11_000_000n) } }));
    expect(plan.issued.map(({ voucherId }) => voucherId)).toEqual(['a', 'b', 'd']);
    expect(rulesOf(plan)).toEqual(['quota-and-budget-suffice', 'voucher-is-issued-once', 'voucher-belongs-to-the-year']);
    expect([plan.newCompanies, plan.after]).toEqual([2, { vouchers: 1n, companies: 0n, budgetWon: 0n }]);
    expect(plan.refused[0]?.verdicts[0]?.inputs).toEqual({ vouchersLeft: '2', companiesLeft: '1', budgetLeftWon: '1000000', amountWon: '5000000' });
  });

  it('gives a company that has a voucher another one when no company is left', () => {
    const plan = planIssue([row('a')], desk([candidate('a')], { left: { companies: 0n }, served: ['company a'] }));
    expect([plan.issued.length, plan.newCompanies]).toEqual([1, 0]);
  });

  it('never issues more than is left, and accounts for every row and won', () => {
    const rows = fc.array(fc.record({ who: fc.nat({ max: 12 }), amount: fc.bigInt({ min: 1n, max: 6_000_000n }) }), { maxLength: 30 });
    const limits = fc.record({ vouchers: fc.bigInt({ min: 0n, max: 12n }), companies: fc.bigInt({ min: 0n, max: 8n }), budgetWon: fc.bigInt({ min: 0n, max: 40_000_000n }).map(won) });
    fc.assert(
      fc.property(rows, limits, (asked, left) => {
        const candidates = Array.from({ length: 10 }, (_, n) => candidate(`v${n}`, { companyId: `company ${n % 6}` }));
        const plan = planIssue(asked.map(({ who, amount }) => row(`v${who}`, { amountWon: won(amount) })), desk(candidates, { left }));
        const { vouchers, companies, budgetWon } = plan.after;
        expect(plan.issued.length + plan.refused.length).toBe(asked.length);
        expect(vouchers >= 0n && companies >= 0n && budgetWon >= 0n).toBe(true);
        expect([vouchers + BigInt(plan.issued.length), companies + BigInt(plan.newCompanies), budgetWon + sumWon(plan.issued.map(({ amountWon }) => amountWon))]).toEqual([left.vouchers, left.companies, left.budgetWon]);
        expect(new Set(plan.issued.map(({ voucherId }) => voucherId)).size).toBe(plan.issued.length);
      }),
    );
  });
});
