import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { camt054Return, pain002 } from '../../../../test/support/bank-answers.js';
import { readBankAnswer } from './answer.import.js';
import { settleAnswer } from './answer.rules.js';

const RUN = { number: 'PR-2021-0007', payOn: localDate('2021-06-30') };
const TODAY = localDate('2021-07-02');
const ON = '2021-07-01';
const line = (lineNo: number, state: 'OPEN' | 'PAID' | 'REJECTED' | 'RETURNED' = 'OPEN') => ({ lineNo, amountWon: BigInt(lineNo) * 1000n, state });
const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'none', (error: unknown) => (error as { code: string }).code);
const settled = async (content: string, lines = [line(1), line(2), line(3)]): Promise<(string | number)[][]> => {
  const { outcomes, untouched } = settleAnswer(RUN, lines, await readBankAnswer(content), TODAY);
  return [...outcomes.map(({ lineNo, outcome, happenedOn, reasonCode }) => [lineNo, outcome, happenedOn, reasonCode ?? '-']), ...untouched.map(({ endToEndId, status }) => [endToEndId, status])];
};

describe('what a bank answers', () => {
  it('becomes paid, rejected and still under way, transfer by transfer', async () => {
    const said = pain002(RUN.number, [{ lineNo: 1, status: 'ACSC', amountWon: '1000', on: ON }, { lineNo: 2, status: 'RJCT', amountWon: '2000', reasonCode: 'AC01', on: ON }, { lineNo: 3, status: 'ACSP', amountWon: '3000', on: ON }]);
    expect(await settled(said)).toEqual([[1, 'PAID', ON, '-'], [2, 'REJECTED', ON, 'AC01'], ['PR-2021-0007-0003', 'PENDING']]);
  });

  it('is taken once, however often the bank says it', async () => {
    const said = pain002(RUN.number, [{ lineNo: 1, status: 'ACSC', amountWon: '1000', on: ON }]);
    expect(await settled(said, [line(1, 'PAID')])).toEqual([['PR-2021-0007-0001', 'PAID']]);
    expect(await settled(said, [line(1, 'RETURNED')])).toEqual([['PR-2021-0007-0001', 'PAID']]);
  });

  it('tells of money that came back', async () => {
    expect(await settled(camt054Return(RUN.number, 2, '2000', 'AC04', ON), [line(1), line(2, 'PAID')])).toEqual([[2, 'RETURNED', ON, 'AC04']]);
  });

  it('rejects a message as a whole, with every transfer in it', async () => {
    const said = pain002(RUN.number, [], 'RJCT').replace(/20\d\d-\d\d-\d\dT15/, `${ON}T15`);
    expect(await settled(said)).toEqual([1, 2, 3].map((lineNo) => [lineNo, 'REJECTED', ON, '-']));
  });

  it.each([
    ['another run', pain002('PR-2021-0008', [{ lineNo: 1, status: 'ACSC', amountWon: '1000', on: ON }]), 'payment-answer.of-another-run'],
    ['a transfer of nobody', pain002(RUN.number, [{ lineNo: 9, status: 'ACSC', amountWon: '1000', on: ON }]), 'payment-answer.unknown-transfer'],
    ['another amount', pain002(RUN.number, [{ lineNo: 1, status: 'ACSC', amountWon: '999', on: ON }]), 'payment-answer.other-amount'],
    ['a day before it was to be paid', pain002(RUN.number, [{ lineNo: 1, status: 'ACSC', amountWon: '1000', on: '2021-06-29' }]), 'payment-run.paid-before-its-day'],
    ['a day to come', pain002(RUN.number, [{ lineNo: 1, status: 'ACSC', amountWon: '1000', on: '2021-07-03' }]), 'payment-run.answer-in-future'],
    ['a fraction of a won', pain002(RUN.number, [{ lineNo: 1, status: 'ACSC', amountWon: '1000.50', on: ON }]), 'payment-answer.not-won'],
    ['another currency', pain002(RUN.number, [{ lineNo: 1, status: 'ACSC', amountWon: '1000', on: ON }]).replace('KRW', 'USD'), 'payment-answer.not-won'],
    ['a status that nobody knows', pain002(RUN.number, [{ lineNo: 1, status: 'ACSC', amountWon: '1000', on: ON }]).replace('ACSC', 'XXXX'), 'payment-answer.unknown-status'],
    ['no message of a bank', '<Document><Other/></Document>', 'payment-answer.unknown-message'],
    ['half a message', pain002(RUN.number, []).slice(0, 200), 'payment-answer.not-xml'],
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "b">]><Document>&a;</Document>', 'payment-answer.not-xml'],
    ['no name of its own', pain002(RUN.number, []).replace(/<MsgId>STS[^<]*<\/MsgId>/, ''), 'payment-answer.incomplete'],
  ])('is refused as a whole where it is about %s', async (_, content, code) => {
    expect(await codeOf(settled(content))).toBe(code);
  });

  it('takes a credit that quotes us, and is no return, for nothing', async () => {
    const credit = camt054Return(RUN.number, 1, '1000', 'AC04', ON).replace(/<RtrInf>.*<\/RtrInf>/, '');
    expect(await settled(credit)).toEqual([]);
  });

  it('takes a debit that is not booked yet for a promise', async () => {
    const pending = camt054Return(RUN.number, 1, '1000', 'AC04', ON).replace(/<RtrInf>.*<\/RtrInf>/, '').replace('CRDT', 'DBIT').replace('BOOK', 'PDNG');
    expect(await settled(pending)).toEqual([['PR-2021-0007-0001', 'PENDING']]);
    expect(await settled(pending.replace('PDNG', 'BOOK'))).toEqual([[1, 'PAID', ON, '-']]);
  });
});
