import { Injectable } from '@nestjs/common';
import { addDays, civilDeadline, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { requireFile } from '#libs/document';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, multiplyFloor, TREASURY_STEP_WON, truncateTo, won, type Won } from '#libs/money';
import { getAgreement, lockAgreements, sourcePlanOf } from '../agreement/agreement.query.js';
import type { Agreement } from '../agreement/agreement.js';
import { callBook } from '../call/call.charts.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import { outcomeClaimed } from '../outcome-claim/outcome-claim.posting.js';
import { insertClaim } from '../outcome-claim/outcome-claim.store.js';
import { ASSET_DEED_NAMES, goneBy, type Asset, type AssetApproval } from './asset.js';
import { assetTerms, type AssetTerms } from './asset.policy.js';
import { findExpense, getAsset } from './asset.query.js';
import { assetIsAccountedFor, assetIsRegistered, checkPeriods, governmentPart, nextCheck, restrictionEnd, shareInProceeds } from './asset.rules.js';
import { insertApproval, insertAsset, insertCheck, insertDisposal, type NewApproval, type NewAsset, type NewCheck, type NewDisposal } from './asset.store.js';

export interface RegisterAsset extends Omit<NewAsset, 'agreementNumber' | 'governmentWon' | 'restrictedUntil'> {
  /** Null: as many years as the term of the call says for its kind. */
  readonly restrictedUntil: LocalDate | null;
}
export interface ConfirmAsset extends Omit<NewCheck, 'location'> {
  /** Null: where it stood before. */
  readonly location: string | null;
}
export type ApproveDisposal = Omit<NewApproval, 'decidedOn' | 'validThrough'>;
export type DisposeAsset = Omit<NewDisposal, 'governmentWon'>;

export interface RegisteredAsset {
  readonly id: string;
  readonly number: string;
  readonly governmentWon: string;
  readonly restrictedUntil: LocalDate;
}

export interface DisposedAsset {
  readonly id: string | null;
  readonly proceedsWon: string;
  readonly governmentWon: string;
  /** The notice for the government's part; null where there is none to claim. */
  readonly claim: { readonly id: string; readonly number: string; readonly amountWon: string; readonly dueOn: LocalDate } | null;
  readonly entries: readonly PostedEntry[];
}

interface OpenAsset {
  readonly asset: Asset;
  readonly terms: AssetTerms;
}

/** Equipment and important property of a project: who has it, that it is there, and what may be done with it. */
@Injectable()
export class AssetService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-asset.register`: something was bought that stays; the government's part of it is that of the project's cash. */
  readonly register: Command<RegisterAsset, RegisteredAsset> = {
    name: 'grant-asset.register',
    execute: async (tx, context, input) => {
      await lockAgreements(tx, [input.agreementId]);
      const agreement = await getAgreement(tx, input.agreementId);
      requireAcquired(input.acquiredOn, agreement, context.today);
      await requireExpense(tx, input);
      const call = await getCall(tx, agreement.callId);
      const terms = assetTerms(call.regime, await policiesOfCall(tx, call, input.acquiredOn));
      const restrictedUntil = input.restrictedUntil ?? restrictionEnd(input.acquiredOn, terms.restrictionYears[input.kind]);
      if (restrictedUntil < input.acquiredOn) throw invalidField('/restrictedUntil', 'grant-asset.restriction-before-acquisition', { ko: '처분제한 종료일이 취득일보다 빠릅니다.', en: 'The restriction ends before the acquisition.' });
      context.judge([assetIsRegistered(call.regime, input, terms)]);
      const governmentWon = multiplyFloor(input.amountWon, governmentPart(await sourcePlanOf(tx, agreement.versionId)));
      const { id, number } = await insertAsset(tx, context, { ...input, agreementNumber: agreement.number, governmentWon, restrictedUntil });
      context.announce('grant.changed', { callId: call.id });
      return { id, number, governmentWon: `${governmentWon}`, restrictedUntil };
    },
  };

  /** `grant-asset.confirm`: somebody looked at it for a period, each once. */
  readonly confirm: Command<ConfirmAsset, { id: string; nextDueOn: LocalDate | null }> = {
    name: 'grant-asset.confirm',
    execute: async (tx, context, check) => {
      const { asset, terms } = await this.open(tx, check.assetId, context.today);
      if (check.checkedOn > context.today || check.checkedOn < asset.acquiredOn) throw invalidField('/checkedOn', 'grant-asset.checked-at-no-time', { ko: '확인일은 취득일부터 오늘까지의 날이어야 합니다.', en: 'It was confirmed between the acquisition and today.' });
      requirePeriod(check.periodTo, asset, terms, context.today);
      if (check.condition !== 'IN_USE' && check.note === null) throw invalidField('/note', 'grant-asset.condition-explained', { ko: '사용 중이 아니면 사유와 조치를 적어 주세요.', en: 'Say why it is not in use, and what is done about it.' });
      await requireFile(tx, check.documentId, '/documentId');
      const id = await insertCheck(tx, context, { ...check, location: check.location ?? asset.checks.at(-1)?.location ?? asset.location });
      context.announce('grant.changed', { callId: asset.callId });
      return { id, nextDueOn: nextCheck(await getAsset(tx, asset.id), terms, context.today, holidayCalendar())?.dueOn ?? null };
    },
  };

  /** `grant-asset.approve-disposal`: leave to sell, burden or use it otherwise, for so many days. */
  readonly approveDisposal: Command<ApproveDisposal, { id: string; validThrough: LocalDate; governmentWon: string }> = {
    name: 'grant-asset.approve-disposal',
    execute: async (tx, context, input) => {
      const { asset, terms } = await this.open(tx, input.assetId, context.today);
      if (asset.approvals.some(({ disposal, validThrough }) => disposal === null && validThrough >= context.today)) {
        throw new DomainError('conflict', 'grant-asset.approved-already', { ko: '아직 쓰지 않은 처분승인이 있습니다. 그 승인으로 처분을 기록해 주세요.', en: 'An approval is still open. Record what was done under that one.' });
      }
      if (input.counterparty === null && input.deed !== 'DISCARD' && input.deed !== 'OTHER_USE') throw invalidField('/counterparty', 'grant-asset.counterparty-wanted', { ko: '상대방을 적어 주세요.', en: 'Say with whom.' });
      context.judge([assetIsAccountedFor(asset, terms, context.today)]);
      const validThrough = addDays(context.today, terms.approvalDays);
      const id = await insertApproval(tx, context, { ...input, decidedOn: context.today, validThrough });
      context.announce('grant.changed', { callId: asset.callId });
      return { id, validThrough, governmentWon: `${shareInProceeds(input.expectedWon, asset)}` };
    },
  };

  /** `grant-asset.dispose`: done as it was approved; the government's part of what it brought is claimed at once. */
  readonly dispose: Command<DisposeAsset, DisposedAsset> = {
    name: 'grant-asset.dispose',
    execute: async (tx, context, input) => {
      const { asset, terms } = await this.open(tx, input.assetId, context.today);
      const approval = requireApproval(asset, input, context.today);
      await requireFile(tx, input.documentId, '/documentId');
      const governmentWon = shareInProceeds(input.proceedsWon, asset);
      const disposalId = await insertDisposal(tx, context, { ...input, governmentWon });
      const claimed = await this.claim(tx, context, { asset, terms, approval, disposalId, governmentWon, disposedOn: input.disposedOn });
      context.announce('grant.changed', { callId: asset.callId });
      return { id: disposalId, proceedsWon: `${input.proceedsWon}`, governmentWon: `${governmentWon}`, ...claimed };
    },
  };

  /** An asset that is still there and that nobody else changes until the transaction ends. */
  private async open(tx: Tx, assetId: string, today: LocalDate): Promise<OpenAsset> {
    await lockAgreements(tx, [(await getAsset(tx, assetId)).agreementId]);
    const asset = await getAsset(tx, assetId);
    const gone = goneBy(asset);
    if (gone !== null) throw new DomainError('conflict', 'grant-asset.gone', { ko: `${gone.disposal?.disposedOn ?? ''}에 ${ASSET_DEED_NAMES[gone.deed].ko}한 자산입니다.`, en: `The asset went on ${gone.disposal?.disposedOn ?? ''}: ${ASSET_DEED_NAMES[gone.deed].en}.` });
    const call = await getCall(tx, asset.callId);
    return { asset, terms: assetTerms(call.regime, await policiesOfCall(tx, call, today)) };
  }

  private async claim(tx: Tx, context: CommandContext, about: OpenAsset & { approval: AssetApproval; disposalId: string; governmentWon: Won; disposedOn: LocalDate }): Promise<Pick<DisposedAsset, 'claim' | 'entries'>> {
    const { asset, terms, approval, disposalId, governmentWon, disposedOn } = about;
    const amountWon = truncateTo(governmentWon, TREASURY_STEP_WON);
    if (amountWon === 0n) return { claim: null, entries: [] };
    const dueOn = civilDeadline({ from: disposedOn, period: { days: terms.proceedsDays } }, holidayCalendar()).effective;
    const { callId, agreementId } = asset;
    const working = { asset: asset.number, name: asset.name, deed: approval.deed, acquiredWon: asset.amountWon, governmentPaidWon: asset.governmentWon };
    const claim = await insertClaim(tx, context, { callId, agreementId, ground: 'ASSET_PROCEEDS', year: null, capWon: null, disposalId, computedWon: governmentWon, amountWon, noticeOn: disposedOn, dueOn, working });
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(callId), disposedOn);
    const entries = await this.ledger.post(tx, context, [outcomeClaimed({ callId, claimId: claim.id, effectiveOn, memo: `처분수입 정부 몫 ${claim.number} ${asset.name}` }, amountWon)]);
    return { claim: { ...claim, amountWon: `${amountWon}`, dueOn }, entries };
  }
}

function requireAcquired(acquiredOn: LocalDate, agreement: Agreement, today: LocalDate): void {
  if (acquiredOn > today) throw invalidField('/acquiredOn', 'grant-asset.not-acquired-yet', { ko: '취득일이 오늘보다 뒤입니다.', en: 'The acquisition lies in the future.' });
  if (acquiredOn < agreement.periodFrom || acquiredOn > agreement.periodTo) {
    throw invalidField('/acquiredOn', 'grant-asset.outside-period', { ko: `협약기간(${agreement.periodFrom} ~ ${agreement.periodTo}) 밖에 취득한 자산입니다. 날짜를 확인해 주세요.`, en: `That is outside of the period from ${agreement.periodFrom} to ${agreement.periodTo}. Check the date.` });
  }
}

async function requireExpense(tx: Tx, { agreementId, expenseId, amountWon }: RegisterAsset): Promise<void> {
  if (expenseId === null) return;
  const expense = await findExpense(tx, agreementId, expenseId);
  if (expense === null) throw invalidField('/expenseId', 'grant-asset.expense-unknown', { ko: '이 협약의 집행내역이 아니거나 취소된 내역입니다.', en: 'That is no standing expense of this agreement.' });
  if (amountWon <= expense.leftWon) return;
  const left = formatWon(won(expense.leftWon));
  throw invalidField('/amountWon', 'grant-asset.more-than-expense', { ko: `집행내역 ${expense.number}에서 자산으로 등록할 수 있는 금액은 ${left}원입니다.`, en: `${left} won of the expense ${expense.number} are left for assets.` });
}

function requirePeriod(periodTo: LocalDate, asset: Asset, terms: AssetTerms, today: LocalDate): void {
  const coming = nextCheck(asset, terms, today, holidayCalendar())?.periodTo;
  if (asset.checks.some((check) => check.periodTo === periodTo)) throw invalidField('/periodTo', 'grant-asset.confirmed-already', { ko: '이미 확인한 기간입니다.', en: 'That period was confirmed already.' });
  if (periodTo === coming || checkPeriods(asset, terms.checkMonths, today).includes(periodTo)) return;
  throw invalidField('/periodTo', 'grant-asset.no-such-period', { ko: `확인 기간의 말일이 아닙니다. 다음에 확인할 기간은 ${coming ?? '없음'}입니다.`, en: `No period ends on that day. The next to be confirmed: ${coming ?? 'none'}.` });
}

function requireApproval(asset: Asset, { approvalId, disposedOn }: DisposeAsset, today: LocalDate): AssetApproval {
  const approval = asset.approvals.find(({ id, disposal }) => id === approvalId && disposal === null);
  if (approval === undefined) throw invalidField('/approvalId', 'grant-asset.not-approved', { ko: '쓸 수 있는 처분승인이 없습니다. 먼저 처분승인을 받아 주세요.', en: 'No approval is open. Have the disposal approved first.' });
  if (disposedOn > today) throw invalidField('/disposedOn', 'grant-asset.not-disposed-yet', { ko: '처분일이 오늘보다 뒤입니다.', en: 'The disposal lies in the future.' });
  if (disposedOn >= approval.decidedOn && disposedOn <= approval.validThrough) return approval;
  throw invalidField('/disposedOn', 'grant-asset.outside-approval', { ko: `승인 기간(${approval.decidedOn} ~ ${approval.validThrough}) 안의 날이어야 합니다.`, en: `It was approved for ${approval.decidedOn} to ${approval.validThrough}.` });
}
