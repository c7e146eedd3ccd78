import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { sign } from '../../support/approvals.js';
import { Client, type Json } from '../../support/client.js';
import { askedWaiver, company, grantedWaiver, verdictOn, waiverBody } from '../../support/deals.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const manager = Client.as('manager');
const RULE = 'investment-stays-within-issuer-limit';

/** A fund that bars more than a fifth of its commitments (4 billion won) in one company. */
async function strictFund(): Promise<string> {
  const { id } = await formFund(manager);
  const decided = await Client.as('compliance').post(`/funds/${id}/policies`, { key: 'fund.single-company-cap.action', value: 'BLOCK', effectiveFrom: '2024-01-15', clause: '규약 제25조', source: 'AGREEMENT', reason: '동일기업 한도 초과 차단' });
  expectStatus(decided, 201);
  return id;
}

const waivers = async (fundId: string): Promise<Json[]> => (await Client.as('auditor').get(`/funds/${fundId}/waivers?asOf=2024-07-01`)).body as Json[];

describe('waiving a soft rule', () => {
  itIsClosedTo('finance', 'grantWaiver', (client) => client.post(`/funds/${NOWHERE}/waivers`, waiverBody()));
  itIsClosedTo('admin', 'listWaivers', (client) => client.get(`/funds/${NOWHERE}/waivers`));
  itIsClosedTo('finance', 'revokeWaiver', (client) => client.post(`/waivers/${NOWHERE}/revoke`, { reason: '필요 없어짐' }));
  itFindsNothingAt((id) => manager.post(`/funds/${id}/waivers`, waiverBody()));
  itFindsNothingAt((id) => Client.as('auditor').get(`/funds/${id}/waivers`));
  itFindsNothingAt((id) => manager.post(`/waivers/${id}/revoke`, { reason: '필요 없어짐' }));

  it('lets a barred deal pass as a warning that names it, once two people have signed, up to its amount and for its company', async () => {
    const fundId = await strictFund();
    const chosen = company();
    const record = (amountWon: string, other: Json = {}) => recordDeal(manager, fundId, amountWon, { company: chosen, ...other });
    expect(refusal(await record('4500000000'))).toEqual([422, `rule.${RULE}`]);

    const request = await askedWaiver(fundId, { company: chosen, mostWon: '4500000000' });
    await sign('compliance', request);
    expect([(await waivers(fundId)).length, (await record('4500000000')).status]).toEqual([0, 422]);
    expectStatus(await sign('director', request), 200);
    expect(await waivers(fundId)).toEqual([expect.objectContaining({ number: expect.stringMatching(/^WV-20\d\d-001$/), state: 'IN_FORCE', company: '(주)한회사', mostWon: '4500000000', usedBy: [] })]);
    expect(((await waivers(fundId))[0]?.signers as string[]).length).toBe(2);

    expect((await record('4500000001')).status).toBe(422);
    expect((await recordDeal(manager, fundId, '4500000000')).status).toBe(422);
    expect((await record('4500000000', { paidOn: '2024-05-31' })).status).toBe(422);
    const recorded = await record('4500000000');
    expectStatus(recorded, 201);
    expect(verdictOn(recorded, RULE)).toMatchObject({ result: 'WARN', inputs: { waivedTo: '2024-12-31' } });
    expect(verdictOn(recorded, RULE)?.text.ko).toContain('자문위원회 제3차 의결');
    expect((await waivers(fundId))[0]?.usedBy).toEqual([{ id: recorded.body.id, number: recorded.body.number }]);
  });

  it('holds no more once revoked; what was recorded stays', async () => {
    const fundId = await strictFund();
    const { id } = await grantedWaiver(fundId);
    expectStatus(await recordDeal(manager, fundId, '4100000000'), 201);
    expectStatus(await Client.as('compliance').post(`/waivers/${id}/revoke`, { reason: '한도 초과 사유 소멸' }), 201);
    expect((await recordDeal(manager, fundId, '4100000000')).status).toBe(422);
    expect((await waivers(fundId))[0]).toMatchObject({ state: 'REVOKED', endReason: '한도 초과 사유 소멸', usedBy: [expect.anything()] });
    expect(refusal(await Client.as('compliance').post(`/waivers/${id}/revoke`, { reason: '한 번 더' }))).toEqual([409, 'waiver.ended-already']);
  });

  it('never helps against the law', async () => {
    const { id } = await formFund(manager);
    expect(refusal(await manager.post(`/funds/${id}/waivers`, waiverBody({ rule: 'company-is-in-permitted-business' })))).toEqual([400, 'request.invalid', '/rule']);
    const barred = await recordDeal(manager, id, '1000', { disclosure: { prohibitedBusiness: '유흥주점업' } });
    expect(refusal(barred)).toEqual([422, 'rule.company-is-in-permitted-business']);
  });

  it.each<[string, Json, readonly unknown[]]>([
    ['that ends before it begins', { validTo: '2024-05-31' }, [400, 'waiver.ends-before-it-begins', '/validTo']],
    ['of more than a year', { validTo: '2025-12-31' }, [400, 'waiver.too-long', '/validTo']],
    ['from before the fund', { validFrom: '2023-12-31' }, [400, 'waiver.outside-fund-life', '/validFrom']],
    ['on minutes nobody uploaded', { documentId: NOWHERE }, [400, 'evidence.unknown-document', '/documentId']],
    ['for a company with a wrong number', { company: { name: '(주)오타', businessNumber: '124-81-00997' } }, [400, 'BRN_CHECKSUM', '/company/businessNumber']],
    ['without a reason', { reason: '' }, [400, 'request.invalid', '/reason']],
  ])('refuses a waiver %s', async (_what, changes, expected) => {
    const { id } = await formFund(manager);
    expect(refusal(await manager.post(`/funds/${id}/waivers`, waiverBody(changes)))).toEqual(expected);
  });
});
