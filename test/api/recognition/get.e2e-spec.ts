import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund, pendingDeal, recordDeal } from '../../support/funds.js';
import { institute, instituteName, labEvidence, recognisedDeal, recordInstitutes, resultOf, sameCompany, type RecognisedDeal } from '../../support/recognition.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('what a recognition rests on', () => {
  const [manager, auditor] = [Client.as('manager'), Client.as('auditor')];
  const get = (id: string, query = '') => auditor.get(`/investments/${id}/recognition${query}`);
  let deal: RecognisedDeal;

  beforeAll(async () => {
    deal = await recognisedDeal();
  });

  itIsClosedTo('admin', 'getRecognition', (client) => client.get(`/investments/${NOWHERE}/recognition`));
  itFindsNothingAt((id) => get(id));

  it('is shown line by line with what each document says, and passes every check', async () => {
    const shown = await get(deal.investmentId);
    expectStatus(shown, 200);
    expect(shown.body).toMatchObject({ route: 'LAB_COMPANY', companyBasis: 'STARTUP', testedOn: '2024-06-03', followOnTest: 'FIRST_INVESTMENT', lostStatus: 'KEEPS', firstInvestmentId: null });
    expect((shown.body.checklist as Json[]).map(({ kind, required, key, satisfied }) => [kind, required, key, satisfied])).toEqual([
      ['연구소기업 등록증', true, true, true],
      ['주주명부', true, false, true],
    ]);
    expect((shown.body.checklist as Json[])[1]?.evidence[0].detail).toMatchObject({ counterparty: deal.institute, holdingBasisPoints: 1500, zone: null });
    expect((shown.body.verdicts as Json[]).map(({ result }) => result as string)).toEqual(Array(7).fill('PASS'));
  });

  it('is frozen with its decision: canonical JSON that hashes to what the decision names', async () => {
    const [snapshot] = (await get(deal.investmentId)).body.snapshots as Json[];
    const frozen = await auditor.get(`/investments/${deal.investmentId}/snapshots/${String(snapshot?.sha256)}`);
    expectStatus(frozen, 200);
    expect(createHash('sha256').update(frozen.body.facts as string).digest('hex')).toBe(snapshot?.sha256);
    const facts = JSON.parse(frozen.body.facts as string) as Json;
    expect(facts).toMatchObject({ testedOn: '2024-06-03', deal: { amountWon: '2000000000' }, decision: { decision: 'QUALIFIED', route: 'LAB_COMPANY' }, institutes: [{ name: deal.institute }] });
    expect((facts.evidence as Json[]).map(({ kind }) => kind as string).sort()).toEqual(['연구소기업 등록증', '주주명부']);
    const decisions = (await auditor.get(`/investments/${deal.investmentId}`)).body.classifications as Json[];
    expect(decisions[0]?.snapshotSha256).toBe(snapshot?.sha256);
  });

  it('knows no frozen facts of another hash', async () => {
    expect((await auditor.get(`/investments/${deal.investmentId}/snapshots/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('can be looked at for another route than the claimed one', async () => {
    const shown = await get(deal.investmentId, '?route=TECH_TRANSFER&companyBasis=VENTURE');
    expect((shown.body.checklist as Json[]).filter(({ required }) => required).map(({ kind }) => kind as string)).toEqual(['기술이전계약서', '기술료 납부증빙', '공공연구기관 확인서', '특허등록원부', '벤처기업확인서']);
    expect(resultOf(shown.body.verdicts, 'institute-is-on-the-list')).toBe('WARN');
  });

  it('is the first deal’s for a follow-on, and its own where the fund tests each', async () => {
    const company = sameCompany();
    const first = await recognisedDeal({ company });
    const follow = await recordDeal(manager, first.fundId, '1000000', { company, kind: 'FOLLOW_ON', originId: first.investmentId, paidOn: '2024-08-01', recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' } });
    expect((await get(follow.body.id as string)).body).toMatchObject({ testedOn: '2024-06-03', firstInvestmentId: first.investmentId });
    const decided = await Client.as('compliance').post(`/funds/${first.fundId}/policies`, { key: 'fund.followon-status-test', value: 'EACH_TIME', effectiveFrom: '2024-01-15', clause: '규약 제24조', source: 'AGREEMENT', reason: '시험' });
    expectStatus(decided, 201);
    const own = (await get(follow.body.id as string)).body;
    expect([own.testedOn, own.firstInvestmentId, resultOf(own.verdicts, 'route-has-its-evidence')]).toEqual(['2024-08-01', null, 'WARN']);
  });

  it('follows the list of institutes: a licensor that comes on it later does not heal an earlier day', async () => {
    const { id: fundId } = await formFund(manager);
    const investmentId = await pendingDeal(fundId, '1000000');
    const name = instituteName();
    await manager.post(`/investments/${investmentId}/evidence`, { evidence: labEvidence(name) });
    expect(resultOf((await get(investmentId)).body.verdicts, 'institute-is-on-the-list')).toBe('WARN');
    await recordInstitutes(institute({ name, validFrom: '2024-06-04' }));
    expect(resultOf((await get(investmentId)).body.verdicts, 'institute-is-on-the-list')).toBe('WARN');
    const other = instituteName();
    await recordInstitutes(institute({ name: other, validFrom: '2024-06-03' }));
    const dry = await manager.post(`/investments/${investmentId}/evidence`, { evidence: [{ kind: '주주명부', issuedOn: '2024-06-01', detail: { counterparty: other, holdingBasisPoints: 999 } }], dryRun: true });
    expect([dry.body.dryRun, resultOf(dry.body.verdicts, 'institute-is-on-the-list'), resultOf(dry.body.verdicts, 'institute-holds-enough')]).toEqual([true, 'PASS', 'WARN']);
    expect((await manager.get(`/investments/${investmentId}`)).body.evidence).toHaveLength(4);
  });
});
