import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { BatchCommand, BatchItem, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invariant, notFound } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { consumeHolds, Ledger, type HoldConsumption, type PostedEntry } from '#libs/ledger';
import { isReissued } from '../change/change.js';
import { useTerms, type UseTerms } from '../claim/claim.policy.js';
import { purposeOf, type ClaimDebt } from '../payment/claim-debt.js';
import { oweClaims } from '../payment/claim-debt.store.js';
import { listServiceFacts, type ServiceFacts } from '../service/service-facts.query.js';
import { moneyOfVoucher, type VoucherMoney } from '../service/service-money.query.js';
import { stepRefusal } from '../service/service-refusal.js';
import { passedOn, serviceCaptured } from '../service/service.posting.js';
import { lockServices, recordServiceEvents } from '../service/service.store.js';
import { getYear, policiesOfYear } from '../year/year.query.js';
import type { VoucherYear } from '../year/year.js';
import { captureMoney, OwnMoney, type CaptureMoney } from './capture.js';
import { captureVerdicts, claimerIsNotTheDecider } from './capture.rules.js';
import { insertCaptures, personsBehind } from './capture.store.js';

export interface CaptureOfService {
  readonly serviceId: string;
}

export interface CapturedService extends CaptureMoney {
  readonly id: string;
  /** Only where the capture is tried out: what it does to the voucher and the books. */
  readonly effect: { readonly before: VoucherMoney; readonly after: VoucherMoney; readonly entries: readonly PostedEntry[] } | null;
}

interface YearOfCaptures {
  readonly year: VoucherYear;
  readonly terms: UseTerms;
}

/** One claim that is to be paid. */
interface Decision {
  readonly context: CommandContext;
  readonly service: ServiceFacts;
  readonly claimId: string;
  readonly money: CaptureMoney;
}

interface Answer {
  /** Null where a preview finds a rule in its way. */
  readonly decision: Decision | null;
  readonly result: Omit<CapturedService, 'effect'>;
}

/** What all items of a batch are judged by. */
interface Ground {
  readonly services: ReadonlyMap<string, ServiceFacts>;
  readonly years: ReadonlyMap<string, YearOfCaptures>;
  readonly persons: ReadonlyMap<string, string>;
  readonly ownMoney: OwnMoney;
  /** One service is decided on once, however often it is named. */
  readonly taken: Set<string>;
}

/**
 * `service.capture`, the decision to pay, for many claims at once: money leaves the vouchers for good and is owed to the
 * providers. The number of statements does not depend on the number of claims (but for one question to each programme year).
 */
@Injectable()
export class CaptureBatch implements BatchCommand<CaptureOfService, CapturedService> {
  readonly name = 'service.capture';

  constructor(private readonly ledger: Ledger) {}

  async executeAll(tx: Tx, items: readonly BatchItem<CaptureOfService>[]): Promise<readonly (CapturedService | DomainError)[]> {
    const ground = await prepare(tx, items);
    const answers = items.map((item) => decide(item, ground));
    const decisions = answers.flatMap((answer) => (answer instanceof DomainError || answer.decision === null ? [] : [answer.decision]));
    // A preview is a batch of one.
    const [only] = decisions;
    const tried = only?.context.dryRun === true ? only : null;
    const before = tried === null ? null : await moneyOf(tx, tried);
    const entries = await this.write(tx, decisions, ground.years);
    const effect = tried === null || before === null ? null : { before, after: await moneyOf(tx, tried), entries };
    return answers.map((answer) => (answer instanceof DomainError ? answer : { ...answer.result, effect }));
  }

  private async write(tx: Tx, decisions: readonly Decision[], years: ReadonlyMap<string, YearOfCaptures>): Promise<readonly PostedEntry[]> {
    if (decisions.length === 0) return [];
    await recordServiceEvents(tx, decisions.map(({ context, service }) => ({ context, serviceId: service.id, event: 'capture', happenedOn: context.today })));
    await consumeHolds(tx, decisions.flatMap(consumptions));
    await insertCaptures(tx, decisions.map((each) => ({ ...each, serviceId: each.service.id, payeeId: each.service.provider.partyId })));
    await oweClaims(tx, decisions.map(debtOf));
    const entries = await this.ledger.postAll(tx, decisions.flatMap((each) => entriesOf(each, years).map((entry) => ({ context: each.context, entry }))));
    for (const { context, service } of decisions) context.announce('voucher.changed', { yearId: service.voucher.yearId });
    return entries;
  }
}

async function prepare(tx: Tx, items: readonly BatchItem<CaptureOfService>[]): Promise<Ground> {
  const ids = items.map(({ input }) => input.serviceId);
  await lockServices(tx, ids);
  const today = items[0]?.context.today;
  invariant(today !== undefined, 'a batch has items');
  const services = await listServiceFacts(tx, ids, today);
  const claims = [...services.values()].flatMap(({ claim }) => (claim === null ? [] : [claim.commandId]));
  const persons = await personsBehind(tx, claims, items.map(({ context }) => context.actor.userId));
  const yearIds = new Set([...services.values()].map(({ voucher }) => voucher.yearId));
  return { services, years: await yearsOf(tx, [...yearIds], today), persons, ownMoney: new OwnMoney(), taken: new Set() };
}

async function yearsOf(tx: Tx, yearIds: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, YearOfCaptures>> {
  const years = new Map<string, YearOfCaptures>();
  for (const id of yearIds) {
    const year = await getYear(tx, id);
    years.set(id, { year, terms: useTerms(await policiesOfYear(tx, year, on)) });
  }
  return years;
}

/** Judges one item: a refusal, or what it comes to. A preview with a rule in its way decides nothing and shows every verdict. */
function decide({ context, input }: BatchItem<CaptureOfService>, ground: Ground): DomainError | Answer {
  const service = ground.services.get(input.serviceId);
  if (service === undefined) return notFound({ ko: '서비스', en: 'service' }, input.serviceId);
  const refusal = stepRefusal(ground.taken.has(service.id) ? 'CAPTURED' : service.state, service.voucher.state, 'capture');
  if (refusal !== null) return refusal;
  const { claim, voucher } = service;
  const terms = ground.years.get(voucher.yearId)?.terms;
  invariant(claim !== null && terms !== undefined, 'a claimed service has a claim and lies in a year');
  try {
    context.judge([
      ...captureVerdicts(service, claim, terms, context.today),
      claimerIsNotTheDecider(ground.persons.get(claim.commandId) ?? null, ground.persons.get(context.actor.userId) ?? null),
    ]);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  const money = captureMoney(claim, service.heldWon, ground.ownMoney.left(voucher.id, voucher.ownMoneyWon));
  const result = { id: service.id, ...money };
  if (context.blocked) return { decision: null, result };
  ground.ownMoney.use(voucher.id, money.ownWon);
  ground.taken.add(service.id);
  return { decision: { context, service, claimId: claim.id, money }, result };
}

function consumptions({ context, service: { holdId }, money }: Decision): HoldConsumption[] {
  if (holdId === null) return [];
  const parts = [
    { context, holdId, kind: 'CAPTURED', amount: money.publicWon },
    { context, holdId, kind: 'RELEASED', amount: money.releasedWon },
  ] as const;
  return parts.filter(({ amount }) => amount > 0n);
}

function entriesOf({ context, service, money }: Decision, years: ReadonlyMap<string, YearOfCaptures>): JournalEntry[] {
  const { voucher, provider } = service;
  const of = years.get(voucher.yearId);
  invariant(of !== undefined, 'a captured service lies in a year');
  const about = { yearId: voucher.yearId, voucherId: voucher.id, serviceId: service.id, payeeId: provider.partyId, effectiveOn: context.today, memo: `${service.number} ${provider.name}` };
  const used = money.publicWon + money.ownWon === 0n ? [] : [serviceCaptured({ ...about, publicWon: money.publicWon, ownWon: money.ownWon })];
  return [...used, ...passedOn(voucher.state, { ...about, publicWon: money.releasedWon }, isReissued(of.year, of.terms.ofTheYear, context.today))];
}

function debtOf({ context, service, money: { publicWon, ownWon } }: Decision): ClaimDebt & { readonly context: CommandContext } {
  const { id: serviceId, number, voucher, provider } = service;
  return { context, yearId: voucher.yearId, voucherId: voucher.id, serviceId, payeeId: provider.partyId, purpose: purposeOf(voucher.number, number), publicWon, ownWon, capturedOn: context.today };
}

function moneyOf(tx: Tx, { service }: Decision): Promise<VoucherMoney> {
  return moneyOfVoucher(tx, service.voucher.yearId, service.voucher.id);
}
