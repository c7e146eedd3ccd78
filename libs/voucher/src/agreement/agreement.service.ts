import type { LocalDate } from '#libs/calendar';
import type { Command, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField, invariant } from '#libs/errors';
import { sumWon, won, type Won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import { requireApplications } from '../application/application.service.js';
import { companyIsInBusiness } from '../application/eligibility.rules.js';
import { brokersOf } from '../broker/broker.query.js';
import type { Broker } from '../broker/broker.js';
import { businessStatusOn } from '#libs/party';
import type { StatusRecord } from '#libs/identifier';
import { ownMoneyFor } from '../change/change.rules.js';
import { recordVoucherEvents } from '../voucher/event.store.js';
import { YEAR_POLICIES, yearTerms } from '../year/year.policy.js';
import { getOpenYear, lockYear, policiesOfYear } from '../year/year.query.js';
import { applicationsToAgree, missingDocuments, type AgreeingApplication } from './agreement.query.js';
import { agreedAmountStaysWithinFace, agreedAmountStaysWithinRequest, agreementFollowsTheSelection, brokerTakesPart, type AgreementTerms } from './agreement.rules.js';
import { insertAgreements } from './agreement.store.js';

export interface AgreementRow {
  readonly voucherId: string;
  readonly amountWon: Won;
  readonly brokerId: string | null;
  readonly documentId: string | null;
}

export interface AgreeVouchers {
  readonly yearId: string;
  readonly agreedOn: LocalDate;
  /** Of all rows together: what decides who signs. */
  readonly amountWon: Won;
  readonly vouchers: readonly AgreementRow[];
}

export interface AgreedVoucher {
  readonly voucherId: string;
  readonly number: string;
  readonly company: string;
  readonly agreed: boolean;
  readonly amountWon: Won;
  /** What the company is to pay in before the issue. */
  readonly selfBurdenWon: Won;
  readonly verdicts: readonly Verdict[];
}

/** `voucher.agree`: agreements with selected companies. Rows that a rule refuses stay selected; where none passes the command is refused. */
export const agreeVoucher: Command<AgreeVouchers, readonly AgreedVoucher[]> = {
  name: 'voucher.agree',
  async execute(tx, context, { yearId, agreedOn, amountWon, vouchers }) {
    invariant(amountWon === sumWon(vouchers.map((row) => row.amountWon)), 'the amount that is signed is the sum of the rows');
    await lockYear(tx, yearId);
    const year = await getOpenYear(tx, yearId);
    if (agreedOn > context.today) throw invalidField('/agreedOn', 'agreement.not-concluded-yet', { ko: '협약일이 오늘보다 뒤입니다. 협약을 체결한 날을 적어 주세요.', en: 'The day of the agreement lies in the future.' });
    await requireApplications(tx, yearId, vouchers.map(({ voucherId }) => voucherId), (index) => `/vouchers/${index}/voucherId`);
    await requireDocuments(tx, vouchers);
    const policies = await policiesOfYear(tx, year, agreedOn);
    const brokers = await brokersOf(tx, year.programmeId);
    const agreed = await judgeAgreements(tx, { agreedOn, vouchers, policies, brokers });
    if (!agreed.some((row) => row.agreed)) context.judge(agreed.flatMap(({ verdicts }) => verdicts));
    const taken = agreed.filter((row) => row.agreed);
    const asked = new Map(vouchers.map((row) => [row.voucherId, row]));
    await recordVoucherEvents(tx, context, taken.map((row) => ({ voucherId: row.voucherId, event: 'agree' as const, happenedOn: agreedOn, detail: { amountWon: `${row.amountWon}`, selfBurdenWon: `${row.selfBurdenWon}` } })));
    await insertAgreements(tx, context, taken.map(({ voucherId, amountWon: each, selfBurdenWon }) => ({ voucherId, agreedOn, amountWon: each, selfBurdenWon, brokerId: asked.get(voucherId)?.brokerId ?? null, documentId: asked.get(voucherId)?.documentId ?? null })));
    context.announce('voucher.changed', { yearId });
    return agreed;
  },
};

interface Judging {
  readonly agreedOn: LocalDate;
  readonly vouchers: readonly AgreementRow[];
  readonly policies: PolicySet;
  readonly brokers: readonly Broker[];
}

async function judgeAgreements(tx: Tx, { agreedOn, vouchers, policies, brokers }: Judging): Promise<AgreedVoucher[]> {
  const applications = await applicationsToAgree(tx, vouchers.map(({ voucherId }) => voucherId));
  const statuses = await businessStatusOn(tx, applications.map(({ companyId }) => companyId), agreedOn);
  const terms = yearTerms(policies);
  const sources = { faceWon: policies.sourced(YEAR_POLICIES.face, terms.faceWon), brokerRequired: policies.sourced(YEAR_POLICIES.brokerRequired, terms.brokerRequired) };
  const asked = new Map(vouchers.map((row, index) => [row.voucherId, { row, index }]));
  return applications.map((application) => {
    const place = asked.get(application.voucherId);
    invariant(place !== undefined, 'every application read was asked for');
    const { row, index } = place;
    const broker = row.brokerId === null ? null : knownBroker(brokers, row.brokerId, index);
    const verdicts = judgeAgreement(application, row, agreedOn, { terms: sources, broker, status: statuses.get(application.companyId) ?? null });
    const { voucherId, number, company } = application;
    return { voucherId, number, company, agreed: verdicts.every(({ result }) => result !== 'BLOCK'), amountWon: row.amountWon, selfBurdenWon: ownMoneyFor(row.amountWon, terms), verdicts };
  });
}

interface Ground {
  readonly terms: AgreementTerms;
  readonly broker: Broker | null;
  readonly status: StatusRecord | null;
}

function judgeAgreement({ state, sinceOn, requestedWon }: AgreeingApplication, { amountWon }: AgreementRow, agreedOn: LocalDate, { terms, broker, status }: Ground): Verdict[] {
  return [
    agreementFollowsTheSelection(state, sinceOn, agreedOn),
    agreedAmountStaysWithinFace(amountWon, terms.faceWon),
    agreedAmountStaysWithinRequest(amountWon, won(requestedWon)),
    ...brokerTakesPart(terms.brokerRequired, broker, agreedOn),
    companyIsInBusiness(status, agreedOn),
  ];
}

function knownBroker(brokers: readonly Broker[], brokerId: string, index: number): Broker {
  const broker = brokers.find(({ id }) => id === brokerId);
  if (broker !== undefined) return broker;
  throw invalidField(`/vouchers/${index}/brokerId`, 'agreement.unknown-broker', { ko: '이 사업에 등록된 중개인이 아닙니다. 중개인 명부에서 다시 골라 주세요.', en: 'This programme has no such broker. Choose one from the list.' });
}

async function requireDocuments(tx: Tx, vouchers: readonly AgreementRow[]): Promise<void> {
  const missing = await missingDocuments(tx, vouchers.flatMap(({ documentId }) => (documentId === null ? [] : [documentId])));
  const index = vouchers.findIndex(({ documentId }) => documentId !== null && missing.has(documentId));
  if (index >= 0) throw invalidField(`/vouchers/${index}/documentId`, 'agreement.unknown-document', { ko: '제출되지 않은 문서입니다. 협약서를 먼저 올려 주세요.', en: 'No such document has been handed in. Upload the agreement first.' });
}
