import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { sumWon, type Won } from '#libs/money';
import { limitsClause } from '../issue/issue.query.js';
import { recordVoucherEvents } from '../voucher/event.store.js';
import { getOpenYear, lockYear, termsOfYear } from '../year/year.query.js';
import type { VoucherYear } from '../year/year.js';
import { candidatesIn, earlierRanks, placesLeft, type RankedApplication } from './selection.query.js';
import { decideSelection as rank, placesAfter, promisedWon, promoteFromWaitingList, type Places, type Ranked } from './selection.rules.js';

/** An application with what is promised to it. */
export interface PromisedVoucher {
  readonly voucherId: string;
  readonly amountWon: Won;
}

/** What is decided is what was looked at and signed: whom the preview selected, and the sum of it. Both null in a preview. */
interface Previewed {
  readonly selected: readonly PromisedVoucher[] | null;
  readonly amountWon: Won | null;
}

export interface DecideSelection extends Previewed {
  readonly yearId: string;
  readonly decidedOn: LocalDate;
  /** At most so many; null: as many as fit. */
  readonly cut: number | null;
}

export interface DecidedSelection {
  readonly ranked: readonly Ranked<RankedApplication>[];
  readonly amountWon: Won;
  readonly before: PlacesLeft;
  readonly after: PlacesLeft;
}

/** Figures of `Places` as an answer carries them. */
export interface PlacesLeft {
  readonly vouchers: number;
  readonly companies: number;
  readonly budgetWon: Won;
}

export interface PromoteSelection extends Previewed {
  readonly yearId: string;
  readonly decidedOn: LocalDate;
  /** How many from the head of the waiting list. */
  readonly count: number;
}

export interface PromotedSelection {
  readonly promoted: readonly { readonly voucherId: string; readonly number: string; readonly company: string; readonly amountWon: Won }[];
  readonly amountWon: Won;
  readonly before: PlacesLeft;
}

/** `selection.decide`: ranks what has been evaluated; the first are selected, the rest go on the waiting list. In a dry run: the ranking. */
export const decideSelection: Command<DecideSelection, DecidedSelection> = {
  name: 'selection.decide',
  async execute(tx, context, input) {
    const year = await openForDecision(tx, context, input);
    const decided = await rankingOf(tx, year, input.cut, context.today);
    if (decided.ranked.length === 0) {
      throw new DomainError('conflict', 'selection.nothing-to-decide', { ko: '평가가 끝난 신청이 없습니다. 평가위원의 점수가 모두 들어온 뒤 선정해 주세요.', en: 'No application has been evaluated. Decide once the scores are in.' });
    }
    requireAsPreviewed(context, decided.ranked.filter(({ outcome }) => outcome === 'SELECTED').map(({ candidate }) => candidate), input);
    await recordVoucherEvents(
      tx,
      context,
      decided.ranked.map(({ candidate, rank: place, outcome, why }) => ({
        voucherId: candidate.voucherId,
        event: outcome === 'SELECTED' ? ('select' as const) : ('waitlist' as const),
        happenedOn: input.decidedOn,
        detail: { rank: place, score: candidate.score, why: { ...why } },
      })),
    );
    context.announce('voucher.changed', { yearId: year.id });
    return decided;
  },
};

/** `selection.promote`: the head of the waiting list moves up, in its order only, where places have fallen free. */
export const promoteSelection: Command<PromoteSelection, PromotedSelection> = {
  name: 'selection.promote',
  async execute(tx, context, input) {
    const year = await openForDecision(tx, context, input);
    const { faceWon } = await termsOfYear(tx, year, context.today);
    const places = await placesLeft(tx, year.id, faceWon);
    const { promoted, verdicts } = promoteFromWaitingList(await candidatesIn(tx, year.id, 'WAITLISTED', faceWon), input.count, places, await limitsClause(tx, year.id));
    if (promoted.length < input.count) {
      throw invalidField('/count', 'selection.waiting-list-shorter', { ko: `예비는 ${promoted.length}건뿐입니다. 건수를 줄여 주세요.`, en: `Only ${promoted.length} wait. Promote no more than that.` });
    }
    context.judge(verdicts);
    requireAsPreviewed(context, promoted, input);
    const why = { ko: '예비에서 순서대로 올렸습니다.', en: 'Moved up from the waiting list in its order.' };
    if (!context.blocked) await recordVoucherEvents(tx, context, promoted.map(({ voucherId }) => ({ voucherId, event: 'select' as const, happenedOn: input.decidedOn, detail: { why } })));
    context.announce('voucher.changed', { yearId: year.id });
    return { promoted: promoted.map(({ voucherId, number, company, amountWon: each }) => ({ voucherId, number, company, amountWon: each })), amountWon: sumWon(promoted.map((each) => each.amountWon)), before: figures(places) };
  },
};

export const SELECTION_COMMANDS = [decideSelection, promoteSelection] as const;

/** The ranking as it would be decided now, with what is left before and after it. */
export async function rankingOf(tx: Tx, year: VoucherYear, cut: number | null, today: LocalDate): Promise<DecidedSelection> {
  const { faceWon } = await termsOfYear(tx, year, today);
  const places = await placesLeft(tx, year.id, faceWon);
  const ranked = rank(await candidatesIn(tx, year.id, 'EVALUATED', faceWon), places, cut, await earlierRanks(tx, year.id));
  const amountWon = promisedWon(ranked);
  return { ranked, amountWon, before: figures(places), after: figures(placesAfter(places, ranked)) };
}

async function openForDecision(tx: Tx, context: CommandContext, { yearId, decidedOn }: { readonly yearId: string; readonly decidedOn: LocalDate }): Promise<VoucherYear> {
  await lockYear(tx, yearId);
  if (decidedOn > context.today) throw invalidField('/decidedOn', 'selection.not-decided-yet', { ko: '선정일이 오늘보다 뒤입니다. 결정한 날을 적어 주세요.', en: 'The day of the decision lies in the future.' });
  return getOpenYear(tx, yearId);
}

/** Between the preview and the last signature scores, quotas and other decisions go on. */
function requireAsPreviewed(context: CommandContext, now: readonly PromisedVoucher[], { selected, amountWon }: Previewed): void {
  if (context.dryRun) return;
  if (selected === null || amountWon === null) {
    throw invalidField('/selected', 'selection.list-missing', { ko: '미리보기에서 확인한 선정 명단을 함께 보내 주세요.', en: 'Send the list of the selected along, as the preview showed it.' });
  }
  const promised = new Map(selected.map((each) => [each.voucherId, each.amountWon]));
  const same = promised.size === now.length && selected.length === now.length && now.every((each) => promised.get(each.voucherId) === each.amountWon);
  if (same && amountWon === sumWon(selected.map((each) => each.amountWon))) return;
  throw new DomainError(
    'conflict',
    'selection.changed-since-preview',
    { ko: '미리보기 뒤에 순위나 한도가 바뀌어 선정 명단이 달라졌습니다. 순위를 다시 확인한 뒤 선정해 주세요.', en: 'Ranking or limits have changed since the preview, and so has the list of the selected. Look at the ranking again.' },
    { details: { selected: now.map(({ voucherId }) => voucherId) } },
  );
}

const figures = ({ vouchers, companies, budgetWon }: Places): PlacesLeft => ({ vouchers, companies, budgetWon });
