import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { feeTerms, onCommitments } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('deciding the management fee', () => {
  const compliance = Client.as('compliance');
  const whole = onCommitments('2024-01-15', '2028-01-14');
  let fundId: string;
  const decide = (body: Json, ask = {}) => compliance.post(`/funds/${fundId}/fee-terms`, body, ask);

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
  });

  itIsClosedTo('finance', 'decideFeeTerm', (client) => client.post(`/funds/${NOWHERE}/fee-terms`, feeTerms([whole])));
  itFindsNothingAt((id) => compliance.post(`/funds/${id}/fee-terms`, feeTerms([whole])));
  itWritesOncePerKey((ask, variation) => decide(feeTerms([whole], { clause: variation === 'first' ? '규약 제36조' : '규약 제37조' }), ask));

  const reduction = (from: string, to: string): Json => ({ from, to, keepsBasisPoints: 8000, reason: '연장', clause: '규약' });
  it.each<[string, Json, string, string]>([
    ['a stretch before the founding', feeTerms([onCommitments('2024-01-14', '2028-01-14')]), 'fee-term.before-founding', '/terms/0/from'],
    ['a stretch that ends before it begins', feeTerms([whole, onCommitments('2028-01-15', '2028-01-14')]), 'fee-term.out-of-order', '/terms/1/to'],
    ['two reductions of one day', feeTerms([whole], { reductions: [reduction('2025-01-01', '2025-06-30'), reduction('2025-06-30', '2025-12-31')] }), 'fee.reductions-overlap', '/reductions'],
    ['a rate above the whole', feeTerms([{ ...whole, rateBasisPoints: 10_001 }]), 'request.invalid', '/terms/0/rateBasisPoints'],
  ])('refuses %s', async (_what, body, code, pointer) => {
    expect(refusal(await decide(body))).toEqual([400, code, pointer]);
  });
});
