import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { earlierRanks, insertSelection, lockCall, recordApplicationSteps } from '#libs/grant';
import { sumWon, ZERO_WON, type Won } from '#libs/money';
import { getPool } from '../pool/pool.query.js';
import { queueOf, type Queue } from './queue.query.js';
import { insertPlaces } from './queue.store.js';
import type { QueueOutcome, QueuePlace } from './queue.rules.js';

/** What is decided is the queue that was looked at and signed: whom it selects, and the sum of it. Null in a preview. */
export interface DecideQueue {
  readonly callId: string;
  readonly decidedOn: LocalDate;
  /** The day of the notice: agreements are counted from it. */
  readonly notifiedOn: LocalDate;
  readonly selectedIds: readonly string[] | null;
  readonly amountWon: Won | null;
}

export interface DecidedQueue extends Queue {
  /** Promised to the selected; won. */
  readonly amountWon: Won;
}

const EVENT_OF = { SELECTED: 'select', WAITLISTED: 'waitlist', REJECTED: 'reject' } as const satisfies Record<QueueOutcome, string>;

/** `matching-pool.decide-queue`: the queue as it stands is decided: whoever gets something is selected, the others wait or are turned down. */
export const decidePoolQueue: Command<DecideQueue, DecidedQueue> = {
  name: 'matching-pool.decide-queue',
  async execute(tx, context, input) {
    await lockCall(tx, input.callId);
    const pool = await getPool(tx, input.callId);
    requireDays(input, context.today);
    const queue = await queueOf(tx, pool, context.today);
    const selected = queue.places.filter(({ outcome }) => outcome === 'SELECTED');
    const decided = { ...queue, amountWon: sumWon(selected.map(({ commitment }) => commitment?.governmentWon ?? ZERO_WON)) };
    // Who goes on waiting is told nothing new.
    const news = queue.places.filter(({ candidate, outcome }) => !(candidate.waiting && outcome === 'WAITLISTED'));
    if (news.length === 0) {
      throw new DomainError('conflict', 'matching-pool.nothing-to-decide', { ko: '평가가 끝난 계획이 없거나, 예비에 줄 예산이 남아 있지 않습니다.', en: 'No plan has been evaluated, or nothing is left of the budget for those that wait.' });
    }
    requireAsPreviewed(context, input, selected, decided.amountWon);
    await record(tx, context, input, news, decided.amountWon);
    context.announce('grant.changed', { callId: pool.id });
    return decided;
  },
};

function requireDays({ decidedOn, notifiedOn }: DecideQueue, today: LocalDate): void {
  if (decidedOn > today) throw invalidField('/decidedOn', 'matching-pool.not-decided-yet', { ko: '결정일이 오늘보다 뒤입니다. 결정한 날을 적어 주세요.', en: 'The day of the decision lies in the future.' });
  if (notifiedOn < decidedOn) throw invalidField('/notifiedOn', 'matching-pool.notified-before', { ko: '통보일은 결정일보다 앞설 수 없습니다.', en: 'Nobody is notified before the decision.' });
}

/** Between the preview and the last signature scores, budget and other decisions go on. */
function requireAsPreviewed(context: CommandContext, { selectedIds, amountWon }: DecideQueue, selected: readonly QueuePlace[], now: Won): void {
  if (context.dryRun) return;
  if (selectedIds === null || amountWon === null) {
    throw invalidField('/selectedIds', 'matching-pool.list-missing', { ko: '미리보기에서 확인한 선정 명단과 금액을 함께 보내 주세요.', en: 'Send the list of the selected and its sum along, as the preview showed it.' });
  }
  const ids = selected.map(({ candidate }) => candidate.applicationId);
  if (ids.length === selectedIds.length && ids.every((id) => selectedIds.includes(id)) && amountWon === now) return;
  throw new DomainError('conflict', 'matching-pool.queue-changed', { ko: '미리보기 뒤에 대기열이나 예산이 바뀌었습니다. 대기열을 다시 확인한 뒤 결정해 주세요.', en: 'Queue or budget have changed since the preview. Look at the queue again.' });
}

async function record(tx: Tx, context: CommandContext, { callId, decidedOn, notifiedOn }: DecideQueue, news: readonly QueuePlace[], amountWon: Won): Promise<void> {
  const { lastRank } = await earlierRanks(tx, callId);
  const id = randomUUID();
  await recordApplicationSteps(
    tx,
    context,
    news.map(({ candidate, outcome, position, why }) => ({
      ...{ applicationId: candidate.applicationId, event: EVENT_OF[outcome], happenedOn: decidedOn, reason: outcome === 'REJECTED' ? why.ko : null },
      detail: { selectionId: id, position, why: { ...why } },
    })),
  );
  const ranked = news.map(({ candidate, outcome, commitment, why }, index) => ({
    candidate: { ...candidate, title: '', lead: '', amountWon: commitment?.governmentWon ?? ZERO_WON, held: false, receivedTime: null },
    ...{ rank: lastRank + index + 1, outcome, why },
  }));
  await insertSelection(tx, context, { id, callId, decidedOn, notifiedOn, amountWon }, ranked);
  await insertPlaces(tx, context, id, news);
}
