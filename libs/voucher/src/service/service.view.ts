import type { LocalDate } from '#libs/calendar';
import type { CommandOutcome, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict } from '#libs/http';
import { shownEntry, type PostedEntry } from '#libs/ledger';
import { captureVerdicts } from '../capture/capture.rules.js';
import { useTerms } from '../claim/claim.policy.js';
import { getYear, policiesOfYear } from '../year/year.query.js';
import { listServiceFacts } from './service-facts.query.js';
import type { VoucherMoney } from './service-money.query.js';
import type { ServiceDetailDto, ServiceDto, ServiceEffectDto, ServiceListingDto, SteppedServiceDto, VoucherMoneyDto } from './service.dto.js';
import { countServices, getService, listServices, listServiceSteps, type ServiceFilter, type ServiceRow } from './service.query.js';

/** The services that a filter finds; claims with what the rules would say today, for nobody should be surprised when deciding. */
export async function viewServices(tx: Tx, filter: ServiceFilter, today: LocalDate): Promise<ServiceListingDto> {
  const year = await getYear(tx, filter.yearId);
  const rows = await listServices(tx, filter);
  const current = await remarksOfToday(tx, year.id, rows, today);
  return { counts: [...(await countServices(tx, filter))], services: rows.map((row) => viewService(row, current.get(row.id) ?? [])) };
}

export async function viewServiceDetail(tx: Tx, id: string, today: LocalDate): Promise<ServiceDetailDto> {
  const row = await getService(tx, id);
  const current = await remarksOfToday(tx, row.yearId, [row], today);
  const terms = useTerms(await policiesOfYear(tx, await getYear(tx, row.yearId), today));
  const steps = (await listServiceSteps(tx, id)).map((step) => ({ ...step, verdicts: step.verdicts.map(shownVerdict) }));
  return { ...viewService(row, current.get(id) ?? []), steps, brokerRequired: terms.brokerRequired.value };
}

/** Of each claim that waits for a decision: what does not hold today. */
async function remarksOfToday(tx: Tx, yearId: string, rows: readonly ServiceRow[], today: LocalDate): Promise<ReadonlyMap<string, readonly Verdict[]>> {
  const waiting = rows.filter(({ state }) => state === 'CLAIMED').map(({ id }) => id);
  if (waiting.length === 0) return new Map();
  const terms = useTerms(await policiesOfYear(tx, await getYear(tx, yearId), today));
  const facts = [...(await listServiceFacts(tx, waiting, today)).values()];
  return new Map(facts.map((service) => [service.id, service.claim === null ? [] : captureVerdicts(service, service.claim, terms, today).filter(({ result }) => result !== 'PASS')]));
}

function viewService(row: ServiceRow, current: readonly Verdict[]): ServiceDto {
  // What is judged today replaces what the same rule said then.
  const judged = new Set(current.map(({ rule }) => rule));
  return { ...row, remarks: [...current, ...row.remarks.filter(({ rule }) => !judged.has(rule))].map(shownVerdict) };
}

/** Amounts come as numbers from a command that ran, and as text from one that is repeated. */
export function viewMoney(money: VoucherMoney): VoucherMoneyDto {
  return {
    balanceWon: money.balanceWon.toString(),
    heldWon: money.heldWon.toString(),
    availableWon: money.availableWon.toString(),
    ownMoneyWon: money.ownMoneyWon.toString(),
    outstandingWon: money.outstandingWon.toString(),
    budgetLeftWon: money.budgetLeftWon.toString(),
    returnedWon: money.returnedWon.toString(),
  };
}

export function viewStep({ result, verdicts }: CommandOutcome<{ readonly id: string }>): SteppedServiceDto {
  return { id: result.id, verdicts: verdicts.map(shownVerdict) };
}

interface Effect {
  readonly id: string;
  readonly before: VoucherMoney;
  readonly after: VoucherMoney;
  readonly entries: readonly PostedEntry[];
}

export function viewEffect({ result, verdicts, dryRun }: Pick<CommandOutcome<unknown>, 'verdicts' | 'dryRun'> & { readonly result: Effect }): ServiceEffectDto {
  return { id: result.id, dryRun, verdicts: verdicts.map(shownVerdict), before: viewMoney(result.before), after: viewMoney(result.after), entries: result.entries.map(shownEntry) };
}
