import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { expectStatus } from './answers.js';
import { Client, type Answer, type Json } from './client.js';
import { businessNumber } from './funds.js';
import { made } from './grants.js';

const finance = Client.as('finance');

/** An institution that asks 150 million of the government and stays within the shares of 별표 1. */
export const applicant = (changes: Json = {}): Json => ({
  organisation: { name: `(주)신청 ${randomUUID().slice(0, 8)}`, businessNumber: businessNumber() },
  institution: 'SME',
  investigator: '이책임',
  governmentWon: '150000000',
  ownCashWon: '5000000',
  ownInKindWon: '45000000',
  ...changes,
});

/** An application for a project of 2021 by one small enterprise, unless `changes` say otherwise. */
export const applicationForm = (changes: Json = {}): Json => ({
  title: `초소형 센서 시작품 ${randomUUID().slice(0, 8)}`,
  receivedOn: '2021-02-01',
  periodFrom: '2021-04-01',
  periodTo: '2021-12-31',
  applicants: [applicant()],
  ...changes,
});

export async function receivedApplication(callId: string, changes: Json = {}): Promise<string> {
  return made('receiving', await finance.post(`/grant-calls/${callId}/applications`, applicationForm(changes))).applicationId as string;
}

/** Tax offices and application systems answer that nothing stands against any institution of the application. */
export async function answered(applicationId: string, changes: Json = {}): Promise<Answer> {
  const { applicants } = (await finance.get(`/grant-applications/${applicationId}`)).body as { applicants: { partyId: string }[] };
  const answers = applicants.flatMap(({ partyId }) => [
    { partyId, kind: 'TAX_ARREARS', result: 'CLEAR', source: '국세청 체납 조회', ...changes },
    { partyId, kind: 'PARTICIPATION', result: 'CLEAR', projects: 0, projectsLed: 0, source: 'IRIS' },
  ]);
  return finance.post(`/grant-applications/${applicationId}/answers`, { answers });
}

/** An application that has passed its checks. */
export async function checkedApplication(callId: string, changes: Json = {}): Promise<string> {
  const id = await receivedApplication(callId, changes);
  expectStatus(await answered(id), 201);
  expectStatus(await finance.post(`/grant-calls/${callId}/checks`, { applicationIds: [id] }), 200);
  return id;
}

/** Scores of as many evaluators as are named, each after a declaration. */
export async function scored(callId: string, applicationId: string, scores: Readonly<Partial<Record<'committee1' | 'committee2', string>>>): Promise<void> {
  for (const [login, score] of Object.entries(scores)) {
    const member = Client.as(login as 'committee1');
    const declared = await member.post(`/grant-calls/${callId}/evaluation/declarations`, { declarations: [{ applicationId, conflicted: false }] });
    expect([200, 400]).toContain(declared.status);
    expectStatus(await member.post(`/grant-calls/${callId}/evaluation/scores`, { scores: [{ applicationId, score }] }), 200);
  }
}

/** Applications evaluated with these means, in their order. The call asks for two evaluators. */
export async function evaluatedApplications(callId: string, means: readonly string[], changes: Json = {}): Promise<string[]> {
  const ids: string[] = [];
  for (const mean of means) {
    const id = await checkedApplication(callId, changes);
    await scored(callId, id, { committee1: mean, committee2: mean });
    ids.push(id);
  }
  return ids;
}

/** Decides the list of a call as the preview shows it. */
export async function decidedSelection(callId: string, changes: Json = {}): Promise<Answer> {
  const { ranked, amountWon } = (await finance.get(`/grant-calls/${callId}/ranking`)).body as { ranked: { applicationId: string; outcome: string }[]; amountWon: string };
  const selectedIds = ranked.filter(({ outcome }) => outcome === 'SELECTED').map(({ applicationId }) => applicationId);
  return finance.post(`/grant-calls/${callId}/selections`, { selectedIds, amountWon, ...changes });
}

/** Two evaluators are enough: the office of the specs has two. */
export const TWO_EVALUATORS = { terms: { 'grant.evaluators-minimum': '2' } } as const;
