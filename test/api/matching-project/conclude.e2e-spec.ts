import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { decidedQueue, evaluatedPlan, openedPool, plannedProject, projectForm } from '../../support/matching.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');

async function selectedPlan(changes: Json = {}, options: Parameters<typeof openedPool>[0] = {}) {
  const pool = await openedPool(options);
  const applicationId = await evaluatedPlan(pool.id, changes);
  expectStatus(await decidedQueue(pool.id), 200);
  return { pool, applicationId, conclude: (more: Json = {}, ask = {}) => finance.post(`/matching-pools/${pool.id}/projects`, projectForm(applicationId, more), ask) };
}

describe('the agreement of a matching project', () => {
  itIsClosedTo('checker', 'concludeMatchingProject', (client) => client.post(`/matching-pools/${NOWHERE}/projects`, projectForm(NOWHERE)));
  itIsClosedTo('admin', 'listMatchingProjects', (client) => client.get(`/matching-pools/${NOWHERE}/projects`));
  itIsClosedTo('admin', 'getMatchingProject', (client) => client.get(`/matching-projects/${NOWHERE}`));
  itFindsNothingAt((id) => finance.post(`/matching-pools/${id}/projects`, projectForm(NOWHERE)));
  itFindsNothingAt((id) => finance.get(`/matching-pools/${id}/projects`));
  itFindsNothingAt((id) => finance.get(`/matching-projects/${id}`));

  it('commits what the queue promised, with the private money as own cash, and tells how that came about', async () => {
    const { pool, applicationId, conclude } = await selectedPlan({ matchBasisPoints: 8_000 });
    const lines = [{ stage: 1, fiscalYear: 2021, code: 'D4', resource: 'CASH', amountWon: '450000000' }];
    const { status, body } = await conclude({ amountWon: '200000000', lines });
    expect([status, body.governmentWon, body.privateWon, body.bound]).toEqual([201, '200000000', '250000000', 'MATCH']);
    expect((await finance.get(`/matching-projects/${body.id as string}`)).body).toMatchObject({
      ...{ number: 'MT-2021-001', applicationId, position: 1, matchBasisPoints: 8_000, governmentAtMost: 5_000, capWon: '300000000', budgetLeftWon: '900000000', bound: 'MATCH' },
      ...{ zoneName: { ko: '안산' }, zoneMode: 'COMPACT', zoneParty: 'COMPANY', researcher: '박다현', relation: 'NONE', provenWon: '0', allowedWon: '0', roomWon: '0', releasedWon: '0' },
      clawback: { totalWon: '0' },
    });
    expect((await finance.get(`/grant-agreements/${body.id as string}`)).body).toMatchObject({
      money: { committedWon: '200000000' },
      sources: [{ source: 'GOVERNMENT', amountWon: '200000000' }, { source: 'OWN', resource: 'CASH', amountWon: '250000000' }],
    });
    expect(await balanceOf(pool.account('grant.available', '2021'))).toBe(700_000_000n);
    expect((await finance.get(`/matching-pools/${pool.id}`)).body).toMatchObject({ governmentWon: '200000000', privateWon: '250000000', projects: 1, course: [{ on: '2021-04-05', governmentWon: '200000000', provenWon: '0', releasedWon: '0' }] });
  });

  it('wants a zone on its day: a company that was in one only later does not do', async () => {
    const outside = { performer: { name: '특구 밖 연구원', businessNumber: businessNumber(), institution: 'NON_PROFIT' } };
    const { conclude } = await selectedPlan({ ...outside, company: { name: '(주)춘천', businessNumber: businessNumber(), institution: 'SME', zone: 'CHUNCHEON', place: '강원도 춘천시 강원대학길 1' } });
    expect(refusal(await conclude())).toEqual([422, 'rule.company-or-performer-lies-in-a-zone']);
    const { body } = await conclude({ dryRun: true });
    expect((body.verdicts as Json[]).find(({ rule }) => rule === 'company-or-performer-lies-in-a-zone')?.result).toBe('BLOCK');
  });

  it('takes a project from anywhere where the pool wants no zone', async () => {
    const { conclude } = await selectedPlan({ company: { name: '(주)어디나', businessNumber: businessNumber(), institution: 'SME' } }, { terms: { 'matching.zone-required': 'false' } });
    expectStatus(await conclude({ dryRun: true }), 201);
  });

  it('is concluded for the commitment of the queue and no other, from sources that come to it, and after the selection', async () => {
    const { pool, conclude } = await selectedPlan();
    expect(refusal(await conclude({ amountWon: '249999999' }))).toEqual([400, 'matching-project.another-commitment', '/amountWon']);
    const source = (name: string, amountWon: string): Json => ({ stage: 1, fiscalYear: 2021, source: name, resource: 'CASH', amountWon });
    expect(refusal(await conclude({ sources: [source('GOVERNMENT', '250000000'), source('OWN', '200000000'), source('OTHER', '50000000')] }))).toEqual([400, 'matching-project.sources-differ', '/sources']);
    expect(refusal(await conclude({ lines: [{ stage: 1, fiscalYear: 2021, code: 'D4', resource: 'CASH', amountWon: '1' }] }))).toEqual([400, 'grant-agreement.lines-and-sources-differ', '/lines']);
    const waiting = await plannedProject(pool.id);
    expect(refusal(await finance.post(`/matching-pools/${pool.id}/projects`, projectForm(waiting)))).toEqual([409, 'matching-project.not-selected']);
  });

  it('is concluded once', async () => {
    const { conclude } = await selectedPlan();
    const key = `project-${crypto.randomUUID()}`;
    const [first, again] = [await conclude({}, { key }), await conclude({}, { key })];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(refusal(await conclude())).toEqual([409, 'grant-agreement.agreed-already']);
  });
});
