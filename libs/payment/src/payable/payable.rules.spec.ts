import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { PayableRow } from './payable.js';
import { refusalOfPayable, type PayableCircumstances } from './payable.rules.js';

const ACCOUNT = { id: 'a', bankCode: '004', numberTail: '1234', numberLength: 12, holderMasked: '가***', holderIsParty: true, signed: false };
const DEBT: PayableRow = {
  ...{ id: 'p', book: 'grant/x', bookLabel: '공고', kind: 'grant.tranche', subjectId: 's', payeeId: 'c', payee: '(주)가나', businessNumber: null, purpose: '선급' },
  ...{ amountWon: won(1000), dueOn: localDate('2021-06-30'), detail: {}, state: 'OWED', runId: null, runNumber: null, account: ACCOUNT, earlier: null },
};
const TODAY: PayableCircumstances = { payOn: localDate('2021-06-30'), business: null, hindrance: null, payingAccountId: 'agency' };
const closed = { status: 'CLOSED', effectiveOn: localDate('2021-06-29'), source: '국세청' } as const;

describe('a debt', () => {
  const rows: readonly (readonly [what: string, debt: Partial<PayableRow>, circumstances: Partial<PayableCircumstances>, code: string | null])[] = [
    ['due today, to the payee’s own account', {}, {}, null],
    ['due tomorrow', { dueOn: localDate('2021-07-01') }, {}, 'payable.due-later'],
    ['in a run', { state: 'IN_RUN', runNumber: 'PR-2021-0001' }, {}, 'payable.in-run'],
    ['paid', { state: 'PAID', runNumber: 'PR-2021-0001' }, {}, 'payable.paid'],
    ['taken back', { state: 'WITHDRAWN' }, {}, 'payable.withdrawn'],
    ['to nobody’s account', { account: null }, {}, 'payable.no-account'],
    ['to an account in another name', { account: { ...ACCOUNT, holderIsParty: false } }, {}, 'payable.holder-unchecked'],
    ['to an account in another name that a second person looked at', { account: { ...ACCOUNT, holderIsParty: false, signed: true } }, {}, null],
    ['to the account that it leaves', {}, { payingAccountId: 'a' }, 'payable.own-account'],
    ['to a payee who closed yesterday', {}, { business: closed }, 'rule.payee-is-in-business'],
    ['to a payee who rests', {}, { business: { ...closed, status: 'RESTING' } }, null],
    ['that its instrument holds back', {}, { hindrance: { ko: '지급정지', en: 'suspended' } }, 'payable.hindered'],
    ['both held back and paid', { state: 'PAID', runNumber: 'PR-2021-0001' }, { hindrance: { ko: '지급정지', en: 'suspended' } }, 'payable.paid'],
  ];
  it.each(rows)('%s', (_, debt, circumstances, code) => {
    expect(refusalOfPayable({ ...DEBT, ...debt }, { ...TODAY, ...circumstances })?.code ?? null).toBe(code);
  });
});
