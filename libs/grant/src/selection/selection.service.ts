import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { sumWon, type Won } from '#libs/money';
import { recordApplicationSteps } from '../application/event.store.js';
import { CALL_POLICIES } from '../call/call.policy.js';
import { getCall, lockCall, policiesOfCall } from '../call/call.query.js';
import { requireOwnCommand } from '../call/pool/pool.rules.js';
import type { GrantCall } from '../call/call.js';
import { candidatesIn, earlierRanks, roomOf } from './selection.query.js';
import { decideRanking, roomAfter, shortOf, type Outcome, type Ranked, type Room } from './selection.rules.js';
import { insertSelection } from './selection.store.js';

/** What is decided is what was looked at and signed: whom the preview selected, and the sum of it. Null in a preview. */
interface Previewed {
  readonly callId: string;
  readonly decidedOn: LocalDate;
  /** The day of the notice: objections and agreements are counted from it. */
  readonly notifiedOn: LocalDate;
  readonly selectedIds: readonly string[] | null;
  readonly amountWon: Won | null;
}

export type DecideSelection = Previewed;

export interface DecidedSelection {
  readonly ranked: readonly Ranked[];
  readonly amountWon: Won;
  readonly before: Room;
  readonly after: Room;
}

/** `grant-selection.decide`: ranks what has been evaluated; the first are selected, the rest wait or are turned down. In a dry run: the ranking. */
export const decideGrantSelection: Command<DecideSelection, DecidedSelection> = {
  name: 'grant-selection.decide',
  async execute(tx, context, input) {
    const call = await openForDecision(tx, context, input);
    const decided = await rankingOf(tx, call, context.today);
    if (decided.ranked.length === 0) {
      throw new DomainError('conflict', 'grant-selection.nothing-to-decide', { ko: '평가가 끝난 신청이 없습니다. 평가위원의 점수가 모두 들어온 뒤 선정해 주세요.', en: 'No application has been evaluated. Decide once the scores are in.' });
    }
    await record(tx, context, input, decided.ranked, decided.amountWon);
    return decided;
  },
};

export interface PromoteSelection extends Previewed {
  /** How many from the head of the waiting list. */
  readonly count: number;
}

/** `grant-selection.promote`: the head of the waiting list moves up, in its order only, where budget and places allow. */
export const promoteGrantSelection: Command<PromoteSelection, DecidedSelection> = {
  name: 'grant-selection.promote',
  async execute(tx, context, input) {
    const call = await openForDecision(tx, context, input);
    const before = await roomOf(tx, call.id, await policiesOfCall(tx, call, context.today));
    const waiting = (await candidatesIn(tx, call.id, 'WAITLISTED')).slice(0, input.count);
    if (waiting.length < input.count) {
      throw invalidField('/count', 'grant-selection.waiting-list-shorter', { ko: `예비는 ${waiting.length}건뿐입니다. 건수를 줄여 주세요.`, en: `Only ${waiting.length} wait. Promote no more than that.` });
    }
    const { lastRank } = await earlierRanks(tx, call.id);
    const why = { ko: '예비에서 순서대로 올렸습니다.', en: 'Moved up from the waiting list in its order.' };
    const ranked = waiting.map((candidate, index): Ranked => ({ candidate, rank: lastRank + index + 1, outcome: 'SELECTED', why }));
    let left = before;
    for (const each of ranked) {
      context.judge([placeIsFree(each, left)]);
      left = roomAfter(left, [each]);
      if (context.blocked) break;
    }
    const decided = { ranked, amountWon: promisedWon(ranked), before, after: left };
    if (!context.blocked) await record(tx, context, input, ranked, decided.amountWon);
    return decided;
  },
};

/** The ranking as it would be decided now, with what is left before and after it. */
export async function rankingOf(tx: Tx, call: GrantCall, today: LocalDate): Promise<DecidedSelection> {
  const policies = await policiesOfCall(tx, call, today);
  const before = await roomOf(tx, call.id, policies);
  const ranked = decideRanking(await candidatesIn(tx, call.id, 'EVALUATED'), before, policies.integer(CALL_POLICIES.scoreMinimum, 0), await earlierRanks(tx, call.id));
  return { ranked, amountWon: promisedWon(ranked), before, after: roomAfter(before, ranked) };
}

const promisedWon = (ranked: readonly Ranked[]): Won => sumWon(ranked.filter(({ outcome }) => outcome === 'SELECTED').map(({ candidate }) => candidate.amountWon));

function placeIsFree({ candidate }: Ranked, room: Room): Verdict {
  const short = shortOf(candidate, room);
  return {
    rule: 'place-is-free',
    clause: '국고금 관리법 제20조',
    result: short === null ? 'PASS' : 'BLOCK',
    text: short ?? { ko: '남은 예산 안에 듭니다.', en: 'Within what is left of the budget.' },
    inputs: { application: candidate.number, amountWon: `${candidate.amountWon}`, budgetLeftWon: `${room.budgetWon}` },
  };
}

async function openForDecision(tx: Tx, context: CommandContext, { callId, decidedOn, notifiedOn }: Previewed): Promise<GrantCall> {
  await lockCall(tx, callId);
  if (decidedOn > context.today) throw invalidField('/decidedOn', 'grant-selection.not-decided-yet', { ko: '선정일이 오늘보다 뒤입니다. 결정한 날을 적어 주세요.', en: 'The day of the decision lies in the future.' });
  if (notifiedOn < decidedOn) throw invalidField('/notifiedOn', 'grant-selection.notified-before', { ko: '통보일은 선정일보다 앞설 수 없습니다.', en: 'Nobody is notified before the decision.' });
  const call = await getCall(tx, callId);
  requireOwnCommand(call, context.command);
  return call;
}

const EVENT_OF = { SELECTED: 'select', WAITLISTED: 'waitlist', REJECTED: 'reject' } as const satisfies Record<Outcome, string>;

async function record(tx: Tx, context: CommandContext, input: Previewed, ranked: readonly Ranked[], amountWon: Won): Promise<void> {
  requireAsPreviewed(context, ranked, amountWon, input);
  const { callId, decidedOn, notifiedOn } = input;
  const id = randomUUID();
  await recordApplicationSteps(
    tx,
    context,
    ranked.map(({ candidate, rank, outcome, why }) => ({
      ...{ applicationId: candidate.applicationId, event: EVENT_OF[outcome], happenedOn: decidedOn, reason: outcome === 'REJECTED' ? why.ko : null },
      detail: { selectionId: id, rank, score: candidate.score, why: { ...why } },
    })),
  );
  await insertSelection(tx, context, { id, callId, decidedOn, notifiedOn, amountWon }, ranked);
  context.announce('grant.changed', { callId });
}

/** Between the preview and the last signature scores, budget and other decisions go on. */
function requireAsPreviewed(context: CommandContext, ranked: readonly Ranked[], now: Won, { selectedIds, amountWon }: Previewed): void {
  if (context.dryRun) return;
  if (selectedIds === null || amountWon === null) {
    throw invalidField('/selectedIds', 'grant-selection.list-missing', { ko: '미리보기에서 확인한 선정 명단과 금액을 함께 보내 주세요.', en: 'Send the list of the selected and its sum along, as the preview showed it.' });
  }
  const selected = ranked.filter(({ outcome }) => outcome === 'SELECTED').map(({ candidate }) => candidate.applicationId);
  const same = selected.length === selectedIds.length && selected.every((id) => selectedIds.includes(id)) && amountWon === now;
  if (same) return;
  throw new DomainError('conflict', 'grant-selection.changed-since-preview', { ko: '미리보기 뒤에 순위나 예산이 바뀌어 선정 명단이 달라졌습니다. 순위를 다시 확인한 뒤 선정해 주세요.', en: 'Ranking or budget have changed since the preview. Look at the ranking again.' });
}
