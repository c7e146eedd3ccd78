import { randomUUID } from 'node:crypto';
import { Client, type Answer, type Json } from './client.js';
import { businessNumber } from './funds.js';
import { concludedAgreement, made, openedCall, type TestAgreement, type TestCall } from './grants.js';

const finance = (): Client => Client.as('finance');

/** An agreement of 150 million won for 2021, in a call of its own: the cap of an SME is 15 million (TV-15). */
export async function finishedProject(changes: Json = {}, regime: 'RND' | 'SUBSIDY' = 'RND'): Promise<{ readonly call: TestCall; readonly agreement: TestAgreement }> {
  const call = await openedCall({ regime });
  return { call, agreement: await concludedAgreement(call.id, changes) };
}

export const business = (name = '사업화기업'): Json => ({ name: `(주)${name} ${randomUUID().slice(0, 8)}`, businessNumber: businessNumber() });

export const technologyForm = (changes: Json = {}): Json => ({ company: business(), name: `센서 기술 ${randomUUID().slice(0, 8)}`, use: 'OWN_USE', contributionBasisPoints: 2000, contractedOn: '2022-03-02', ...changes });

export const registerTechnology = (agreementId: string, changes: Json = {}, ask = {}): Promise<Answer> => finance().post(`/grant-agreements/${agreementId}/royalty-technologies`, technologyForm(changes), ask);

export async function registeredTechnology(agreementId: string, changes: Json = {}): Promise<string> {
  return made('the technology', await registerTechnology(agreementId, changes)).id as string;
}

/** Income of a year as it was declared in the spring after it. */
export const declareIncome = (technologyId: string, year: number, incomeWon: string, changes: Json = {}, ask = {}): Promise<Answer> =>
  finance().post(`/royalty-technologies/${technologyId}/declarations`, { year, incomeWon, declaredOn: `${year + 1}-05-10`, ...(incomeWon === '0' ? {} : { collectedOn: `${year}-04-01` }), ...changes }, ask);

export const notifyRoyalty = (agreementId: string, year: number, amountWon: string, changes: Json = {}, ask = {}): Promise<Answer> =>
  finance().post(`/grant-agreements/${agreementId}/royalty-notices`, { year, amountWon, noticeOn: `${year + 1}-07-10`, ...changes }, ask);

/** A royalty of 5 million won that was claimed for 2023. */
export async function claimedRoyalty(): Promise<{ readonly call: TestCall; readonly agreement: TestAgreement; readonly claimId: string }> {
  const project = await finishedProject();
  const technologyId = await registeredTechnology(project.agreement.id, { use: 'LICENCE', contributionBasisPoints: undefined });
  made('the declaration', await declareIncome(technologyId, 2023, '200000000'));
  return { ...project, claimId: made('the notice', await notifyRoyalty(project.agreement.id, 2023, '5000000')).id as string };
}

export const assetForm = (changes: Json = {}): Json => ({ kind: 'EQUIPMENT', name: '3차원 측정기', maker: '시험정밀', serial: `SN-${randomUUID().slice(0, 8)}`, location: '본사 시험동 201호', acquiredOn: '2021-06-15', amountWon: '31000000', registryNumber: 'NFEC-2021-06-270001', ...changes });

export const registerAsset = (agreementId: string, changes: Json = {}, ask = {}): Promise<Answer> => finance().post(`/grant-agreements/${agreementId}/assets`, assetForm(changes), ask);

export const registeredAsset = async (agreementId: string, changes: Json = {}): Promise<string> => made('the asset', await registerAsset(agreementId, changes)).id as string;

export const assetOf = async (callId: string, assetId: string): Promise<Json> => ((await Client.as('auditor').get(`/grant-calls/${callId}/assets`)).body as Json[]).find(({ id }) => id === assetId);

/** A laboratory that may test, or evaluate, from 2021 through 2030 unless told otherwise; the answer is its party. */
export async function accreditedLab(changes: Json = {}): Promise<string> {
  const body = { lab: business('시험원'), kind: 'TEST', scheme: 'KOLAS', number: `KT-${randomUUID().slice(0, 8)}`, validFrom: '2021-01-01', validThrough: '2030-12-31', ...changes };
  return made('the laboratory', await finance().post('/accredited-labs', body)).partyId as string;
}

export const orderForm = (labId: string, changes: Json = {}): Json => ({ kind: 'TEST', company: business('의뢰'), labId, subject: '센서 내열 시험', items: ['내열', '내습'], feeWon: '3000001', requestedOn: '2021-05-03', ...changes });

export const requestOrder = (callId: string, labId: string, changes: Json = {}, ask = {}): Promise<Answer> => finance().post(`/grant-calls/${callId}/service-orders`, orderForm(labId, changes), ask);

export const moveOrder = (orderId: string, verb: string, body: Json, ask = {}): Promise<Answer> => finance().post(`/service-orders/${orderId}/${verb}`, body, ask);

export const certificate = (changes: Json = {}): Json => ({ certificate: `TR-${randomUUID().slice(0, 8)}`, result: 'MET', companyPaidOn: '2021-06-01', on: '2021-06-02', ...changes });

export const orderOf = async (callId: string, orderId: string): Promise<Json> => ((await Client.as('auditor').get(`/grant-calls/${callId}/service-orders`)).body as Json[]).find(({ id }) => id === orderId);

/** A test that was accepted and certified: 1,500,000 won of the government are to be paid. */
export async function certifiedOrder(callId: string): Promise<string> {
  const id = made('the order', await requestOrder(callId, await accreditedLab())).id as string;
  made('the acceptance', await moveOrder(id, 'accept', { on: '2021-05-04' }));
  made('the certificate', await moveOrder(id, 'certify', certificate()));
  return id;
}
