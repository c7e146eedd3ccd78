import type { LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { figuresByFiscalYear } from '../call/call-figures.query.js';
import { SERVICE_ORDER_LIFE } from '../service-order/service-order.js';
import type { OpenOrder } from './order-carry/order-carry.js';
import { openOrders } from './order-carry/order-carry.query.js';
import type { ClosedGrantYearDto, GrantYearDto, GrantYearsDto, OpenCommitmentDto, OpenOrderDto } from './year-close.dto.js';
import { carryOversOf, closedYearsOf, openCommitments } from './year-close.query.js';
import type { ClosedGrantYear } from './year-close.service.js';
import type { OpenCommitment } from './year-close.js';

export function viewClosed({ result, verdicts, dryRun }: CommandOutcome<ClosedGrantYear>): ClosedGrantYearDto {
  const { lapsedWon, forwardedWon, carriedWon, entries } = result;
  return { dryRun, lapsedWon: `${lapsedWon}`, forwardedWon: `${forwardedWon}`, carriedWon: `${carriedWon}`, verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}

const viewOpen = ({ openWon, decidedWon, ...row }: OpenCommitment): OpenCommitmentDto => ({ ...row, openWon: openWon.toString(), decidedWon: decidedWon.toString() });

const viewOrder = ({ carriedBefore: _, openWon, state, ...row }: OpenOrder): OpenOrderDto => ({ ...row, state, stateName: SERVICE_ORDER_LIFE.states[state], openWon: openWon.toString() });

/** The fiscal years of a call: what each has left, what is open in it, and how it was closed. */
export async function viewYears(tx: Tx, callId: string, today: LocalDate): Promise<GrantYearsDto> {
  const closed = await closedYearsOf(tx, callId);
  const years: GrantYearDto[] = [];
  for (const { fiscalYear, availableWon } of await figuresByFiscalYear(tx, callId)) {
    const found = closed.find((each) => each.fiscalYear === fiscalYear);
    const open = found === undefined ? (await openCommitments(tx, callId, fiscalYear)).map(viewOpen) : [];
    const orders = found === undefined ? (await openOrders(tx, callId, fiscalYear)).map(viewOrder) : [];
    years.push({ fiscalYear, over: today > `${fiscalYear}-12-31`, availableWon: availableWon.toString(), open, openOrders: orders, close: found === undefined ? null : closeOf(found) });
  }
  return { years, carryOvers: await carryOversOf(tx, callId) };
}

const closeOf = ({ fiscalYear: _, ...close }: Awaited<ReturnType<typeof closedYearsOf>>[number]): GrantYearDto['close'] => close;
