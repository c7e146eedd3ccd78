import { Client, type Json } from './client.js';
import { recordedExpense } from './expenses.js';
import { receivedApplication } from './grant-applications.js';
import { concludedAgreement, made, openedCall, plannedTranches, receivedOwnShare } from './grants.js';
import { accreditedLab, business, certifiedOrder, declareIncome, notifyRoyalty, registeredAsset, registeredTechnology } from './outcomes-of-grants.js';
import { scopedPerson } from './scoped.js';
import { today } from './services.js';
import { collectRecovery, demanded, recoveryPage, TV12 } from './settlements.js';

/** The ids of everything that one might ask for in the calls of a programme, by the name that an id has in a body. */
export type Ids = Readonly<Record<string, string>>;

/** Whose id stands in an address, by how the address begins. */
export const NAMED_BY: Ids = {
  ...{ 'grant-calls': 'callId', 'grant-applications': 'applicationId', 'grant-objections': 'objectionId', 'grant-agreements': 'agreementId', 'grant-tranches': 'trancheId' },
  ...{ 'grant-own-shares': 'ownShareId', 'grant-expenses': 'expenseId', 'grant-interest': 'interestId', 'grant-settlements': 'settlementId', 'grant-recoveries': 'recoveryId' },
  ...{ 'grant-sanctions': 'sanctionId', 'grant-assets': 'assetId', 'service-orders': 'orderId', 'royalty-technologies': 'technologyId', 'outcome-claims': 'claimId', 'calendar-feeds': 'feedId' },
  ...{ 'grant-recovery-receipts': 'recoveryReceiptId', 'outcome-receipts': 'outcomeReceiptId' },
  ...{ 'reports/grant-settlement': 'callId', 'reports/agreement-settlement': 'agreementId', 'reports/grant-form': 'settlementId' },
};

/** A programme of its own: a call whose stage is settled, claimed back and punished, and one with whatever comes before and after. */
export async function livedCall(): Promise<Ids> {
  const { call, agreement, settlementId, recoveryId } = await demanded(TV12);
  const recoveryReceiptId = await receivedOf(recoveryId);
  const ended = { ...{ programmeId: call.programmeId, callId: call.id, agreementId: agreement.id, settlementId, recoveryId, recoveryReceiptId }, sanctionId: await sanctioned(agreement.id) };
  const later = await openedCall({ programmeId: call.programmeId });
  return { ...ended, laterCallId: later.id, ...(await beforehand(later.id)), ...(await running(later.id)), ...(await afterwards(later.id)), feedId: await calendar(call.programmeId) };
}

/** Some of it came. */
async function receivedOf(recoveryId: string): Promise<string> {
  made('the receipt', await collectRecovery(recoveryId, 'receive', { amountWon: '1000', valueOn: today() }));
  return ((await recoveryPage(recoveryId)).movements as Json[])[0]?.id as string;
}

async function sanctioned(agreementId: string): Promise<string> {
  const imposed = { ground: 'OFF_PURPOSE', improperOn: `${today().slice(0, 4)}-03-10`, noticeOn: today(), misspentWon: '3100000', banMonths: 12, reason: '연구재료비를 목적 외로 사용' };
  return made('the sanction', await Client.as('compliance').post(`/grant-agreements/${agreementId}/sanctions`, imposed)).id as string;
}

/** An application that was refused, and the objection to it. */
async function beforehand(callId: string): Promise<Ids> {
  const finance = Client.as('finance');
  const applicationId = await receivedApplication(callId);
  made('the refusal', await finance.post(`/grant-applications/${applicationId}/reject`, { reason: '신청자격이 없습니다.' }));
  return { applicationId, objectionId: made('the objection', await finance.post(`/grant-applications/${applicationId}/objections`, { reason: '평가 항목이 잘못 적용되었습니다.' })).id as string };
}

/** What an agreement plans, is given and uses. */
async function running(callId: string): Promise<Ids> {
  const { id } = await concludedAgreement(callId);
  const [trancheId = ''] = await plannedTranches(id, ['1000000']);
  const interest = made('interest', await Client.as('finance').post(`/grant-agreements/${id}/interest`, { time: 'DURING', earnedOn: '2021-06-30', earnedWon: '1000' })) as Json;
  return { trancheId, ownShareId: await receivedOwnShare(id, '1000000'), interestId: interest.interest.id as string, expenseId: (await recordedExpense(callId, id)).id };
}

/** What came of a project. */
async function afterwards(callId: string): Promise<Ids> {
  const { id } = await concludedAgreement(callId);
  const technologyId = await registeredTechnology(id, { company: business(), use: 'LICENCE', contributionBasisPoints: undefined });
  made('the declaration', await declareIncome(technologyId, 2023, '200000000'));
  const claimId = made('the notice', await notifyRoyalty(id, 2023, '5000000')).id as string;
  made('the receipt', await Client.as('finance').post(`/outcome-claims/${claimId}/receive`, { amountWon: '1000', valueOn: '2024-08-01' }));
  const { claims } = (await Client.as('auditor').get(`/grant-calls/${callId}/outcome-claims`)).body as { claims: Json[] };
  return { technologyId, claimId, outcomeReceiptId: claims[0]?.receipts[0].id as string, assetId: await registeredAsset(id), orderId: await certifiedOrder(callId), labId: await accreditedLab() };
}

async function calendar(programmeId: string): Promise<string> {
  const person = await scopedPerson('FINANCE_MAKER', [`programme/${programmeId}`]);
  return made('a calendar', await person.post('/calendar-feeds', { name: '범위 시험' })).id as string;
}
