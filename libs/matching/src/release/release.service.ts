import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, invariant } from '#libs/errors';
import { fundingOf, getAgreement, insertConditionMet, insertTranches, lockAgreements, recordTrancheEvents, tranchesOf, TrancheService } from '#libs/grant';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, subtractWon, type Won } from '#libs/money';
import { flagRoundTrips } from '../deposit/proof/proof.service.js';
import type { RoomProject } from '../room/room.js';
import { releaseDecided, releaseVoided, type RoomBalances } from '../room/room.posting.js';
import { getRoomProject, roomBalances } from '../room/room.query.js';
import { releaseStaysWithinRoom } from '../room/room.rules.js';
import { settleRoom } from '../room/room.service.js';
import { getRelease } from './release.query.js';
import { insertRelease } from './release.store.js';

export interface RequestRelease {
  readonly agreementId: string;
  readonly amountWon: Won;
  readonly label: string;
  /** What had to be reached; the release is decided once it is accepted. */
  readonly milestone: string;
  /** The day on which it was accepted; null: not yet. */
  readonly milestoneMetOn: LocalDate | null;
  readonly documentId: string | null;
  readonly note: string | null;
}

export interface DecideRelease {
  readonly releaseId: string;
  readonly amountWon: Won;
  readonly payFrom: LocalDate;
}

/** A release after a step, and the room of its project before and after. */
export interface SteppedRelease {
  readonly releaseId: string;
  readonly before: RoomBalances;
  readonly after: RoomBalances;
  readonly entries: readonly PostedEntry[];
}

/** Government money that follows private money: asked for by one person, decided by another, paid by a payment run. */
@Injectable()
export class MatchingReleaseService {
  constructor(
    private readonly ledger: Ledger,
    private readonly tranches: TrancheService,
  ) {}

  /** `matching-release.request`: a tranche is asked for, at most what may be released now; its milestone is its condition. */
  readonly request: Command<RequestRelease, SteppedRelease> = {
    name: 'matching-release.request',
    execute: async (tx, context, input) => {
      const project = await getRoomProject(tx, input.agreementId);
      await lockAgreements(tx, [input.agreementId]);
      const before = await roomBalances(tx, project);
      context.judge([releaseStaysWithinRoom(input.amountWon, before)]);
      // What went back since is flagged by it, also where it could be decided no more: so compliance gets to see it.
      await this.lookAgain(tx, context, input.agreementId);
      if (input.milestoneMetOn !== null && input.milestoneMetOn > context.today) throw invalidField('/milestoneMetOn', 'matching-release.not-met-yet', { ko: '확인일이 오늘보다 뒤입니다.', en: 'The day of the acceptance lies in the future.' });
      const trancheId = await this.plannedTranche(tx, context, input);
      await insertRelease(tx, context, { trancheId, agreementId: input.agreementId, milestone: input.milestone, allowedWon: before.allowedWon, releasedWon: before.releasedWon });
      await this.tranches.request.execute(tx, context, { trancheId, reason: input.note });
      return { releaseId: trancheId, before, after: await roomBalances(tx, project), entries: [] };
    },
  };

  /** `matching-release.decide`: by another person; the room is lowered and the money is owed. */
  readonly decide: Command<DecideRelease, SteppedRelease> = {
    name: 'matching-release.decide',
    execute: async (tx, context, { releaseId, amountWon, payFrom }) => {
      const { agreementId, agreementNumber, label } = await getRelease(tx, releaseId);
      const project = await this.lookAgain(tx, context, agreementId);
      const before = await roomBalances(tx, project);
      context.judge([releaseStaysWithinRoom(amountWon, before)]);
      if (context.blocked) return { releaseId, before, after: before, entries: [] };
      const { entries } = await this.tranches.decide.execute(tx, context, { trancheId: releaseId, amountWon, payFrom });
      // A condition blocked the preview: nothing was decided, and nothing is taken off the room.
      if (entries.length === 0) return { releaseId, before, after: before, entries };
      const effectiveOn = await this.ledger.bookableDay(tx, `grant/${project.callId}`, context.today);
      const lowered = await this.ledger.post(tx, context, [releaseDecided({ ...project, effectiveOn, memo: `${agreementNumber} ${label}` }, amountWon)]);
      return { releaseId, before, after: await roomBalances(tx, project), entries: [...entries, ...lowered] };
    },
  };

  /** `matching-release.send-back`: what was asked for is not released as it is; it is asked for anew. */
  readonly sendBack: Command<{ readonly releaseId: string; readonly reason: string }, SteppedRelease> = {
    name: 'matching-release.send-back',
    execute: async (tx, context, { releaseId, reason }) => {
      const { agreementId } = await getRelease(tx, releaseId);
      const balances = await roomBalances(tx, await getRoomProject(tx, agreementId));
      await this.tranches.sendBack.execute(tx, context, { trancheId: releaseId, reason });
      await recordTrancheEvents(tx, context, [releaseId], 'drop', reason);
      return { releaseId, before: balances, after: balances, entries: [] };
    },
  };

  /** `matching-release.void`: a decision that no run has taken yet is taken back; the room rises again. */
  readonly void: Command<{ readonly releaseId: string; readonly reason: string }, SteppedRelease> = {
    name: 'matching-release.void',
    execute: async (tx, context, { releaseId, reason }) => {
      const { agreementId, amountWon, agreementNumber, label } = await getRelease(tx, releaseId);
      const project = await getRoomProject(tx, agreementId);
      await lockAgreements(tx, [agreementId]);
      const before = await roomBalances(tx, project);
      const { entries } = await this.tranches.void.execute(tx, context, { trancheId: releaseId, reason });
      const effectiveOn = await this.ledger.bookableDay(tx, `grant/${project.callId}`, context.today);
      const raised = await this.ledger.post(tx, context, [releaseVoided({ ...project, effectiveOn, memo: `${agreementNumber} ${label} 취소` }, before, amountWon)]);
      const { after } = await settleRoom(tx, context, this.ledger, project, { on: context.today, cause: '매칭 지급결정 취소' });
      return { releaseId, before, after, entries: [...entries, ...raised] };
    },
  };

  /** The project under its lock, with the books at what its facts allow today: money that went back since counts no more. */
  private async lookAgain(tx: Tx, context: CommandContext, agreementId: string): Promise<RoomProject> {
    const project = await getRoomProject(tx, agreementId);
    await lockAgreements(tx, [agreementId]);
    const found = await flagRoundTrips(tx, context, agreementId);
    if (found === 0) return project;
    context.judge([flaggedMoneyIsLookedAt(found)]);
    await settleRoom(tx, context, this.ledger, project, { on: context.today, cause: '순환입금 의심' });
    return project;
  }

  /** A tranche of just this release, out of the earliest year that has the money. */
  private async plannedTranche(tx: Tx, context: CommandContext, { agreementId, amountWon, label, milestone, milestoneMetOn, documentId }: RequestRelease): Promise<string> {
    const { state } = await getAgreement(tx, agreementId);
    if (state !== 'ACTIVE' && state !== 'COMPLETED') throw new DomainError('conflict', 'matching-release.agreement-not-open', { ko: '지급정지되었거나 끝난 과제입니다. 정지를 해제한 뒤 신청해 주세요.', en: 'The project is suspended or ended. Resume it before asking for money.' });
    const fiscalYear = await yearWith(tx, agreementId, amountWon);
    await insertTranches(tx, context, agreementId, [{ fiscalYear, label, amountWon, plannedOn: context.today, conditions: [{ kind: 'MILESTONE', label: milestone }] }]);
    const tranche = (await tranchesOf(tx, [agreementId])).at(-1);
    invariant(tranche !== undefined, `no tranche was planned for ${agreementId}`);
    if (milestoneMetOn !== null) await insertConditionMet(tx, context, { trancheId: tranche.id, position: 1, metOn: milestoneMetOn, note: milestone, documentId });
    return tranche.id;
  }
}

const flaggedMoneyIsLookedAt = (count: number): Verdict => ({
  rule: 'private-money-does-not-pass-through',
  clause: '민간부담금 순환입금 점검',
  result: 'WARN',
  text: { ko: `입금자에게 되돌아간 것으로 보이는 지출이 ${count}건 있습니다. 준법감시가 판단할 때까지 그 입금은 세지 않습니다.`, en: `${count} payments seem to have gone back to the depositor. Until compliance decides, those deposits do not count.` },
  inputs: { count },
});

async function yearWith(tx: Tx, agreementId: string, amountWon: Won): Promise<number> {
  const years = await fundingOf(tx, agreementId);
  const found = years.find(({ fundedWon, decidedWon }) => subtractWon(fundedWon, decidedWon) >= amountWon);
  if (found !== undefined) return found.fiscalYear;
  const most = years.map(({ fundedWon, decidedWon }) => subtractWon(fundedWon, decidedWon)).reduce((one, other) => (other > one ? other : one), 0n as Won);
  throw invalidField('/amountWon', 'matching-release.no-year-has-it', { ko: `한 회계연도에 남은 예산은 ${formatWon(most)}원까지입니다. 금액을 나누어 신청해 주세요.`, en: `No year has more than ${formatWon(most)} won left for this project. Ask for it in parts.` });
}
