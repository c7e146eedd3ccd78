import { Client, type Answer, type Ask, type Json } from './client.js';
import { businessNumber, formFund } from './funds.js';

/** The terms of the worked example: 5 % a year, 20 % of the excess, no catch-up; anything may be handed out at any time. */
export function waterfallTerms(changes: Json = {}): Json {
  return {
    hurdleBasisPoints: 500, carryBasisPoints: 2000, catchUpBasisPoints: 0, dayCount: 'ACTUAL_365', interim: 'UNRESTRICTED', parties: [],
    effectiveFrom: '2024-01-15', clause: '규약 제41조', ...changes,
  };
}

/** Everything is sold for what it is worth at the end of 2030 and handed out. */
export function assumptions(changes: Json = {}): Json {
  return { calls: [], deals: [], expenses: [], exitOn: '2030-12-31', multipleBasisPoints: 10_000, exits: [], payouts: [{ on: '2030-12-31' }], reserveWon: '0', ...changes };
}

/** The five partners of the worked examples, 20 billion won in all. */
export function fivePartners(): Json[] {
  const commitments: [string, string, string][] = [
    ['모태펀드', 'SPECIAL_LIMITED', '10000000000'], ['공제회', 'LIMITED', '5000000000'], ['은행', 'LIMITED', '3000000000'], ['기업', 'LIMITED', '1800000000'], ['운용', 'GENERAL', '200000000'],
  ];
  return commitments.map(([name, kind, commitmentWon]) => ({ name, kind, commitmentWon, businessNumber: businessNumber() }));
}

/** A fund whose days lie four years before those of the worked example: as many days between them, and all of them past. */
export const FOUNDED = '2017-11-01';
export const PAID_IN: readonly (readonly [on: string, amountWon: string])[] = [['2017-11-15', '8000000000'], ['2018-11-15', '6000000000'], ['2019-11-15', '4000000000']];
export const PAYOUT_ON = '2024-11-15';

export interface PaidInFund {
  readonly id: string;
  readonly number: string;
  /** In the order of the agreement. */
  readonly partnerIds: readonly string[];
}

function made(what: string, answer: Answer): Json {
  if (Math.floor(answer.status / 100) !== 2) throw new Error(`${what} answered ${answer.status}: ${answer.bytes.toString().slice(0, 800)}`);
  return answer.body;
}

/** Called and paid in by everybody on one day; answers the partners in their order. */
export async function callAndReceive(fundId: string, amountWon: string, on: string): Promise<string[]> {
  const finance = Client.as('finance');
  const call = made('the call', await finance.post(`/funds/${fundId}/capital-calls`, { amountWon, purpose: '투자재원', noticeOn: on, dueOn: on }));
  for (const share of call.shares as Json[]) {
    if (share.amountWon !== '0') made('a receipt', await finance.post(`/capital-calls/${call.id as string}/receipts`, { partnerId: share.partnerId, amountWon: share.amountWon, valueOn: on }));
  }
  return (call.shares as Json[]).map((share) => share.partnerId as string);
}

/** 18 billion won paid in on three days by the five partners, under the terms given; no obligation unless `changes` set one. */
export async function paidInFund(terms: Json = {}, changes: Json = {}): Promise<PaidInFund> {
  const form = {
    name: '시험 분배 투자조합', partners: fivePartners(), foundedOn: FOUNDED, registeredOn: FOUNDED, investmentFrom: FOUNDED, investmentTo: '2023-10-31', lifeTo: '2027-10-31',
    obligationRatioBasisPoints: 0, lifetimeExpensesWon: '1000000000', ...changes,
  };
  const fund = await formFund(Client.as('manager'), form);
  made('the terms', await decideTerms(fund.id, waterfallTerms({ effectiveFrom: FOUNDED, ...terms })));
  let partnerIds: string[] = [];
  for (const [on, amountWon] of PAID_IN) partnerIds = await callAndReceive(fund.id, amountWon, on);
  return { ...fund, partnerIds };
}

export const decideTerms = (fundId: string, body: Json): Promise<Answer> => Client.as('compliance').post(`/funds/${fundId}/waterfall-terms`, body);

/** A deal of the fund, and its exit for `proceedsWon`; answers the deal. */
export async function dealWithExit(fundId: string, amountWon: string, proceedsWon: string, days: { readonly paidOn?: string; readonly exitedOn?: string } = {}): Promise<string> {
  const dealId = await heldDeal(fundId, amountWon, days.paidOn);
  await exitDeal(fundId, dealId, proceedsWon, days.exitedOn);
  return dealId;
}

export async function heldDeal(fundId: string, amountWon: string, paidOn = '2019-12-02'): Promise<string> {
  const company = { name: '(주)회수시험', businessNumber: businessNumber(), incorporatedOn: '2017-03-02' };
  return made('the deal', await Client.as('manager').post(`/funds/${fundId}/investments`, { company, kind: 'NEW', instrument: 'RCPS', amountWon, paidOn })).id as string;
}

export async function exitDeal(fundId: string, investmentId: string, proceedsWon: string, exitedOn = '2024-10-31'): Promise<void> {
  made('the exit', await Client.as('manager').post(`/funds/${fundId}/exits`, { investmentId, kind: proceedsWon === '0' ? 'WRITE_OFF' : 'LIQUIDATION', exitedOn, proceedsWon, note: '시험' }));
}

/** 16 of the 18 billion won are invested and come back as 30: 32 billion are there to be handed out, as in the worked example. Fewer deals leave less. */
export async function fundToHandOut(terms: Json = {}, changes: Json = {}, deals = 4): Promise<PaidInFund> {
  const fund = await paidInFund(terms, changes);
  for (let part = 0; part < deals; part += 1) await dealWithExit(fund.id, '4000000000', '7500000000');
  return fund;
}

export const payout = (amountWon: string, changes: Json = {}): Json => ({ amountWon, paidOn: PAYOUT_ON, source: '투자 회수금', ...changes });
export const pay = (fundId: string, amountWon: string, changes: Json = {}, ask: Partial<Ask> = {}): Promise<Answer> => Client.as('finance').post(`/funds/${fundId}/distributions`, payout(amountWon, changes), ask);

export const partsOf = (answer: { body: Json }): string[] => (answer.body.parts as Json[]).map((part) => part.amountWon as string);
