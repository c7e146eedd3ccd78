import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { verdictOn } from '../../support/deals.js';
import { pdfBytes } from '../../support/files.js';
import { businessNumber, formFund, partners, recordDeal } from '../../support/funds.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const manager = Client.as('manager');
const RULE = 'counterparty-is-unrelated';
const organisation = (name: string, number = businessNumber()): Json => ({ kind: 'COMPANY', name, businessNumber: number });
const person = (name: string): Json => ({ kind: 'PERSON', name: `${name} ${businessNumber()}` });
const relation = (from: Json, kind: string, to: Json, changes: Json = {}): Json => ({ from, relation: kind, to, validFrom: '2020-01-01', source: '주주명부', ...changes });
const record = (body: Json): Promise<Answer> => manager.post('/related-parties', body);

/** A fund with the general partner it has, as relations name it. */
async function fundWithManager(): Promise<{ fundId: string; general: Json; limited: Json }> {
  const list = partners();
  const { id } = await formFund(manager, { partners: list });
  const [, limited, general] = list;
  return { fundId: id, general: organisation(general?.name as string, general?.businessNumber as string), limited: organisation(limited?.name as string, limited?.businessNumber as string) };
}

describe('related parties', () => {
  itIsClosedTo('finance', 'recordRelatedParty', (client) => client.post('/related-parties', relation(organisation('가'), 'AFFILIATED_WITH', organisation('나'))));
  itIsClosedTo('finance', 'listRelatedParties', (client) => client.get('/related-parties'));
  itIsClosedTo('finance', 'endRelatedParty', (client) => client.post(`/related-parties/${NOWHERE}/end`, { endedOn: '2024-01-01', reason: '매각' }));

  it('are found along the chain that makes them related, and named in the refusal', async () => {
    const { fundId, general } = await fundWithManager();
    const [staff, spouse] = [person('김직원'), person('이배우자')];
    expectStatus(await record(relation(general, 'EMPLOYS', staff)), 201);
    expectStatus(await record(relation(spouse, 'MARRIED_TO', staff)), 201);
    const bought = await recordDeal(manager, fundId, '100000000', { instrument: 'SECONDARY', seller: { name: spouse.name } });
    expect(refusal(bought)).toEqual([422, `rule.${RULE}`]);
    expect(verdictOn(bought, RULE)?.text.ko).toContain('임직원 → 배우자');
    expectStatus(await recordDeal(manager, fundId, '100000000', { instrument: 'SECONDARY', seller: { name: person('남남').name } }), 201);
  });

  it('are affiliates, owners of a tenth, and the partner with a tenth of the commitments, on the days on which they are', async () => {
    const { fundId, general, limited } = await fundWithManager();
    const [affiliate, owned, former] = [organisation('(주)계열'), organisation('(주)소액주주'), organisation('(주)옛계열')];
    await record(relation(affiliate, 'AFFILIATED_WITH', general));
    await record(relation(general, 'OWNED_BY', owned, { shareBasisPoints: 999 }));
    const { body } = await record(relation(general, 'AFFILIATED_WITH', former));
    const dealWith = (party: Json) => recordDeal(manager, fundId, '1000000', { company: { name: party.name, businessNumber: party.businessNumber } });
    expect([(await dealWith(affiliate)).status, (await dealWith(limited)).status, (await dealWith(owned)).status, (await dealWith(former)).status]).toEqual([422, 422, 201, 422]);
    expectStatus(await manager.post(`/related-parties/${body.id}/end`, { endedOn: '2024-05-31', reason: '지분 매각' }), 201);
    expectStatus(await dealWith(former), 201);
    expect(refusal(await manager.post(`/related-parties/${body.id}/end`, { endedOn: '2024-05-31', reason: '한 번 더' }))).toEqual([409, 'related-party.ended-already']);
  });

  it('may be dealt with once all partners have agreed in writing', async () => {
    const { fundId, general } = await fundWithManager();
    const affiliate = organisation('(주)동의계열');
    await record(relation(general, 'AFFILIATED_WITH', affiliate));
    const deal = { company: { name: affiliate.name, businessNumber: affiliate.businessNumber } };
    expect(refusal(await recordDeal(manager, fundId, '1000000', { ...deal, consentDocumentId: NOWHERE }))).toEqual([400, 'evidence.unknown-document', '/consentDocumentId']);
    const uploaded = await manager.upload('/documents', pdfBytes('조합원 전원 동의서'), '동의서.pdf');
    expectStatus(uploaded, 201);
    const agreed = await recordDeal(manager, fundId, '1000000', { ...deal, consentDocumentId: uploaded.body.id as string });
    expectStatus(agreed, 201);
    expect(verdictOn(agreed, RULE)).toMatchObject({ result: 'PASS', inputs: { everyPartnerConsented: true } });
  });

  it('include the other funds of the same manager, also for somebody who does not see them', async () => {
    const [general] = partners().slice(2);
    const own = await formFund(manager, { partners: [...partners().slice(0, 2), general] });
    const sister = await formFund(manager, { partners: [...partners().slice(0, 2), general] });
    const bought = await recordDeal(manager, own.id, '1000000', { instrument: 'SECONDARY', sellerFundId: sister.id });
    expect([refusal(bought), verdictOn(bought, RULE)?.text.ko]).toEqual([[422, `rule.${RULE}`], expect.stringContaining('운용 중인 다른 조합')]);
  });

  it.each<[string, (one: Json, other: Json) => Json, readonly unknown[]]>([
    ['an owner without a share', (one, other) => relation(one, 'OWNED_BY', other), [400, 'related-party.share', '/shareBasisPoints']],
    ['a share of a spouse', (one, other) => relation(one, 'MARRIED_TO', other, { shareBasisPoints: 10 }), [400, 'related-party.share', '/shareBasisPoints']],
    ['a key manager who is an owner', (one, other) => relation(one, 'OWNED_BY', other, { shareBasisPoints: 10, keyManager: true }), [400, 'related-party.key-manager', '/keyManager']],
    ['somebody and themselves', (one) => relation(one, 'AFFILIATED_WITH', one), [400, 'related-party.of-itself', '/to']],
    ['a wrong business number', (one) => relation(one, 'AFFILIATED_WITH', { kind: 'COMPANY', name: '(주)오타', businessNumber: '124-81-00997' }), [400, 'BRN_CHECKSUM', '/to/businessNumber']],
  ])('refuses %s', async (_what, body, expected) => {
    expect(refusal(await record(body(organisation('(주)하나'), organisation('(주)둘'))))).toEqual(expected);
  });

  it('stand once, whichever way round they are told', async () => {
    const [one, other] = [organisation('(주)하나'), organisation('(주)둘')];
    expectStatus(await record(relation(one, 'AFFILIATED_WITH', other)), 201);
    expect(refusal(await record(relation(other, 'AFFILIATED_WITH', one)))).toEqual([409, 'related-party.stands-already']);
    const listed = (await Client.as('auditor').get('/related-parties')).body as Json[];
    expect(listed.filter(({ from, to }) => from === one.name && to === other.name)).not.toEqual([]);
  });

  it('shows people only on record', async () => {
    await record(relation(organisation('지주'), 'EMPLOYS', person('임직원')));
    expectStatus(await Client.as('auditor').get('/related-parties'), 200);
    const { rows } = await withSql('AUDITOR', (sql) => sql.query<{ shown: boolean }>(`select subject_count > 0 as shown from access_log where action = 'related-party.read' and login = 'auditor' order by id desc limit 1`));
    expect(rows).toEqual([{ shown: true }]);
  });
});
