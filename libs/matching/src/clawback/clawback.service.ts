import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { demandByGround, getAgreement, lockAgreements } from '#libs/grant';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, won, type Won } from '#libs/money';
import { matchClawback } from '../match/match.rules.js';
import type { RoomProject } from '../room/room.js';
import { clawedBack, type RoomBalances } from '../room/room.posting.js';
import { getRoomProject, roomBalances } from '../room/room.query.js';
import type { Clawback } from './clawback.js';
import { getClawback } from './clawback.query.js';
import { groundOf } from './clawback.rules.js';
import { endClawback, proposeAnew } from './clawback.store.js';

export interface ProposeClawback {
  readonly agreementId: string;
  /** What a settlement outside of the grant engine found; won. */
  readonly unspentWon: Won;
  readonly disallowedWon: Won;
  readonly interestWon: Won;
  readonly reason: string;
}

export interface DecideClawback {
  readonly clawbackId: string;
  /** As it was proposed: decides who signs. */
  readonly amountWon: Won;
  readonly noticeOn: LocalDate;
  /** Last day of payment; null: the earliest that the statute allows. */
  readonly dueOn: LocalDate | null;
  readonly instalments: number;
}

export interface DecidedClawback {
  readonly clawbackId: string;
  readonly before: RoomBalances;
  readonly after: RoomBalances;
  readonly recovery: { readonly id: string; readonly number: string; readonly demandedWon: string; readonly dueOn: LocalDate } | null;
  readonly entries: readonly PostedEntry[];
}

const CLAUSES = ['협약: 민간부담금 회수 시 정부지원금 비례 환수', '지급 가능액 = 정부지원금 × 확인된 민간부담금 ÷ 민간부담 약정액(원 미만 버림)'];

/** What the government claims back of a matching project. */
@Injectable()
export class MatchingClawbackService {
  constructor(private readonly ledger: Ledger) {}

  /** `matching-clawback.propose`: what a settlement found joins what is over-released; what private withdrawals cause is proposed by itself. */
  readonly propose: Command<ProposeClawback, { readonly clawbackId: string }> = {
    name: 'matching-clawback.propose',
    execute: async (tx, context, { agreementId, reason, ...settlement }) => {
      const project = await getRoomProject(tx, agreementId);
      await lockAgreements(tx, [agreementId]);
      await requireUnsettled(tx, agreementId);
      const balances = await roomBalances(tx, project);
      const { overReleasedWon, ...settled } = matchClawback(project, won(balances.overReleasedWon), settlement);
      const id = await proposeAnew(tx, context, project, { ...balances, overReleasedWon, cause: reason }, settled);
      if (id === null) throw invalidField('/unspentWon', 'matching-clawback.nothing-to-claim', { ko: '초과 지급액도 정산에서 돌려받을 금액도 없습니다. 금액을 확인해 주세요.', en: 'Nothing is over-released and nothing goes back after settlement. Check the amounts.' });
      context.announce('grant.changed', { callId: project.callId });
      return { clawbackId: id };
    },
  };

  /** `matching-clawback.decide`: by another person than who brought it about; it is demanded, and collected as every recovery of grants is. */
  readonly decide: Command<DecideClawback, DecidedClawback> = {
    name: 'matching-clawback.decide',
    execute: async (tx, context, { clawbackId, amountWon, ...demand }) => {
      const { agreementId } = await getClawback(tx, clawbackId);
      await lockAgreements(tx, [agreementId]);
      const clawback = await getClawback(tx, clawbackId);
      const project = await getRoomProject(tx, agreementId);
      const before = await roomBalances(tx, project);
      requirePresent(clawback, before, amountWon);
      const demanded = await demandByGround(tx, context, this.ledger, await getAgreement(tx, agreementId), groundOf(project, clawback), { ...demand, interestWon: clawback.interestWon, clauses: CLAUSES });
      if (demanded === null) return { clawbackId, before, after: before, recovery: null, entries: [] };
      await endClawback(tx, context, clawbackId, 'DECIDED', demanded.id);
      const { entries, demandedWon, id, number, dueOn } = demanded;
      const taken = await this.takeOff(tx, context, project, clawback);
      context.announce('grant.changed', { callId: project.callId });
      return { clawbackId, before, after: await roomBalances(tx, project), recovery: { id, number, dueOn, demandedWon: `${demandedWon}` }, entries: [...entries, ...taken] };
    },
  };

  private async takeOff(tx: Tx, context: CommandContext, project: RoomProject, { overReleasedWon, cause }: Clawback): Promise<readonly PostedEntry[]> {
    const effectiveOn = await this.ledger.bookableDay(tx, `grant/${project.callId}`, context.today);
    const entry = clawedBack({ ...project, effectiveOn, memo: `${project.number} 환수 결정: ${cause}` }, overReleasedWon);
    return entry === null ? [] : this.ledger.post(tx, context, [entry]);
  }
}

/** A settlement of the grant engine claims back by itself: the same money is not claimed twice. */
async function requireUnsettled(tx: Tx, agreementId: string): Promise<void> {
  const [settled]: { number: string }[] = await tx.query('select number from grant_settlement where agreement_id = $1 limit 1', [agreementId]);
  if (settled === undefined) return;
  throw new DomainError('conflict', 'matching-clawback.settled-already', { ko: `정산 ${settled.number}이(가) 집행잔액과 이자를 이미 계산했습니다. 그 정산의 회수로 처리해 주세요.`, en: `Settlement ${settled.number} asks for what was left and for interest. Collect it by its own recovery.` });
}

function requirePresent({ state, totalWon, overReleasedWon }: Clawback, balances: RoomBalances, amountWon: Won): void {
  if (state !== 'PROPOSED' || overReleasedWon !== balances.overReleasedWon) throw new DomainError('conflict', 'matching-clawback.not-standing', { ko: '이미 결정되었거나 그 뒤의 입금·회수로 바뀐 환수안입니다. 새 환수안을 확인해 주세요.', en: 'It is decided already, or later money has overtaken it. Look at the proposal that stands.' }, { details: { state } });
  if (amountWon !== totalWon) throw invalidField('/amountWon', 'matching-clawback.another-amount', { ko: `제안된 환수액은 ${formatWon(totalWon)}원입니다.`, en: `${formatWon(totalWon)} won were proposed.` });
}
