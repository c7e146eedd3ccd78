import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import { insertInvoices, type InvoiceRow } from '#libs/evidence';
import { consumeHolds, placeHolds, type Ledger } from '#libs/ledger';
import { numberKey } from '#libs/sheet';
import { serviceCaptured, servicePaid, type ServiceMoney } from '../../service/service.posting.js';
import type { ServiceEvent } from '../../service/service.js';
import { VOUCHER_BALANCE, yearAccount } from '../../year/year.charts.js';
import type { InvoiceFact, UseFact } from '../roster.js';
import { knownOn, recordServiceSteps, type PastServiceStep } from './history.store.js';
import { idOf, postHistory, type Recording } from './recording.store.js';

/** A use with its ids. */
interface RecordedUse {
  readonly id: string;
  readonly fact: UseFact;
  readonly voucherId: string;
  readonly provider: { readonly id: string; readonly partyId: string };
  holdId: string | null;
}

/** Services of the roster with their invoices, claims and payments, and what they moved in the books. */
export async function recordUses(recording: Recording, ledger: Ledger, facts: readonly UseFact[], invoices: readonly InvoiceFact[]): Promise<void> {
  const uses = facts.map((fact): RecordedUse => ({ id: randomUUID(), fact, voucherId: idOf(recording.issued, numberKey(fact.voucher)), provider: idOf(recording.providers, fact.provider), holdId: null }));
  for (const wave of wavesOf(uses)) await moveMoney(recording, ledger, wave);
  await insertServices(recording, uses);
  await recordInvoices(recording, uses, invoices);
  await insertClaims(recording, uses);
  const days = new Map(invoices.map(({ number, invoicedOn }) => [number, invoicedOn]));
  for (const event of STEPS) await recordServiceSteps(recording.tx, recording.context, uses.flatMap((use) => stepOf(use, event, days)));
}

/** The first use of each voucher, then the second, …: what a cancelled use gave back is there for the next one. */
function wavesOf(uses: readonly RecordedUse[]): readonly (readonly RecordedUse[])[] {
  const waves: RecordedUse[][] = [];
  const turns = new Map<string, number>();
  for (const use of uses) {
    const turn = turns.get(use.voucherId) ?? 0;
    turns.set(use.voucherId, turn + 1);
    waves[turn] = [...(waves[turn] ?? []), use];
  }
  return waves;
}

/** A contract holds the public share; payment spends it and cancellation gives it back. */
async function moveMoney(recording: Recording, ledger: Ledger, wave: readonly RecordedUse[]): Promise<void> {
  const { tx, context, year } = recording;
  const supported = wave.filter(({ fact }) => fact.governmentWon > 0n);
  const placements = supported.map(({ fact, voucherId }) => ({ context, account: yearAccount(VOUCHER_BALANCE, year.id, voucherId), amount: fact.governmentWon, expiresOn: null }));
  const holds = await placeHolds(tx, placements);
  for (const [index, use] of supported.entries()) use.holdId = holds[index] ?? null;
  const over = supported.filter(({ fact }) => fact.state === 'PAID' || fact.state === 'CANCELLED');
  await consumeHolds(tx, over.map(({ fact, holdId }) => ({ context, holdId: holdId ?? '', kind: fact.state === 'PAID' ? 'CAPTURED' : 'RELEASED', amount: fact.governmentWon })));
  const paid = over.filter(({ fact }) => fact.state === 'PAID').map((use) => moneyOf(use, year.id));
  await postHistory(recording, ledger, paid.flatMap((money) => [serviceCaptured(money), servicePaid(money, false)]));
}

const moneyOf = ({ id, fact, voucherId, provider }: RecordedUse, yearId: string): ServiceMoney => ({
  ...{ yearId, voucherId, serviceId: id, payeeId: provider.partyId, publicWon: fact.governmentWon, ownWon: 0n },
  effectiveOn: fact.paidOn ?? fact.contractedOn,
  memo: `${fact.number} ${fact.service ?? ''}`.trim(),
});

async function insertServices({ tx, context }: Recording, uses: readonly RecordedUse[]): Promise<void> {
  const rows = uses.map(({ id, fact, voucherId, provider, holdId }) => ({
    ...{ id, voucherId, number: fact.number, name: fact.service, providerId: provider.id, contractedOn: fact.contractedOn, taxed: fact.taxed, holdId },
    ...{ supplyWon: fact.supplyWon.toString(), vatWon: fact.vatWon.toString(), governmentWon: fact.governmentWon.toString(), selfWon: fact.selfWon.toString() },
    knownAt: knownOn(fact.contractedOn, context.now),
  }));
  await tx.query(
    `insert into voucher_service (id, voucher_id, number, name, provider_id, contracted_on, supply_won, vat_won, taxable, government_won, self_won, hold_id, known_at, command_id)
     select d.id, d."voucherId", d.number, d.name, d."providerId", d."contractedOn", d."supplyWon", d."vatWon", d.taxed, d."governmentWon", d."selfWon", d."holdId", d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "voucherId" uuid, number text, name text, "providerId" uuid, "contractedOn" date, taxed boolean, "holdId" uuid,
                                                "supplyWon" bigint, "vatWon" bigint, "governmentWon" bigint, "selfWon" bigint, "knownAt" timestamptz)`,
    [JSON.stringify(rows), context.commandId],
  );
}

async function recordInvoices({ tx, context }: Recording, uses: readonly RecordedUse[], invoices: readonly InvoiceFact[]): Promise<void> {
  const byNumber = new Map(uses.map((use) => [use.fact.invoice, use]));
  const rows = invoices.flatMap(({ number, invoicedOn }): InvoiceRow[] => {
    const use = byNumber.get(number);
    if (use === undefined) return [];
    const { fact, provider } = use;
    return [{ number, subject: { kind: 'service', id: use.id }, invoicedOn, supplierId: provider.partyId, supplyWon: fact.supplyWon, vatWon: fact.vatWon, knownAt: knownOn(invoicedOn ?? fact.contractedOn, context.now) }];
  });
  await insertInvoices(tx, context, rows);
}

/** Claims of what was claimed or paid, and the decision to pay of what was paid. */
async function insertClaims({ tx, context }: Recording, uses: readonly RecordedUse[]): Promise<void> {
  const rows = uses.filter(({ fact }) => fact.invoice !== null && (fact.state === 'PAID' || fact.state === 'CLAIMED')).map(({ id, fact, provider }) => {
    const claimedOn = fact.paidOn ?? fact.acceptedOn ?? fact.contractedOn;
    return {
      ...{ id: randomUUID(), serviceId: id, payeeId: provider.partyId, invoice: fact.invoice, claimedOn, paidOn: fact.state === 'PAID' ? claimedOn : null },
      ...{ supplyWon: fact.supplyWon.toString(), vatWon: fact.vatWon.toString(), governmentWon: fact.governmentWon.toString(), selfWon: fact.selfWon.toString() },
      ...{ brokerFeeWon: fact.brokerFeeWon?.toString() ?? null, knownAt: knownOn(claimedOn, context.now) },
    };
  });
  const text = JSON.stringify(rows);
  await tx.query(
    `insert into service_claim (id, service_id, invoice_number, supply_won, vat_won, government_won, self_won, broker_fee_won, claimed_on, known_at, command_id)
     select d.id, d."serviceId", d.invoice, d."supplyWon", d."vatWon", d."governmentWon", d."selfWon", d."brokerFeeWon", d."claimedOn", d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "serviceId" uuid, invoice text, "supplyWon" bigint, "vatWon" bigint, "governmentWon" bigint, "selfWon" bigint,
                                                "brokerFeeWon" bigint, "claimedOn" date, "knownAt" timestamptz)`,
    [text, context.commandId],
  );
  await tx.query(
    `insert into service_capture (service_id, claim_id, payee_id, public_won, own_won, captured_on, known_at, command_id)
     select d."serviceId", d.id, d."payeeId", d."governmentWon", 0, d."paidOn", d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "serviceId" uuid, "payeeId" uuid, "governmentWon" bigint, "paidOn" date, "knownAt" timestamptz) where d."paidOn" is not null`,
    [text, context.commandId],
  );
}

const STEPS = ['deliver', 'accept', 'inspect', 'claim', 'capture', 'pay', 'cancel'] as const satisfies readonly ServiceEvent[];

/** The step as the roster dates it. What must have come before a claim is taken to have come by then where it names no day. */
function stepOf({ id, fact }: RecordedUse, event: (typeof STEPS)[number], invoiced: ReadonlyMap<string, LocalDate | null>): PastServiceStep[] {
  const on = dayOf(fact, event, invoiced.get(fact.invoice ?? '') ?? null);
  if (on === null) return [];
  return [{ id, event, on, ...(event === 'deliver' ? { reportedOn: fact.brokerReportOn } : {}), ...(event === 'claim' && fact.note !== null ? { detail: { note: fact.note } } : {}) }];
}

function dayOf({ state, contractedOn, deliveredOn, acceptedOn, paidOn, cancelledOn }: UseFact, event: (typeof STEPS)[number], invoicedOn: LocalDate | null): LocalDate | null {
  const claimed = state === 'PAID' || state === 'CLAIMED';
  const claimedOn = claimed ? (invoicedOn ?? paidOn ?? contractedOn) : null;
  switch (event) {
    case 'deliver':
      return deliveredOn ?? acceptedOn ?? claimedOn;
    case 'accept':
      return acceptedOn ?? claimedOn;
    case 'inspect':
      return claimed ? (acceptedOn ?? claimedOn) : null;
    case 'claim':
      return claimedOn;
    case 'capture':
    case 'pay':
      return state === 'PAID' ? paidOn : null;
    case 'cancel':
      return state === 'CANCELLED' ? cancelledOn : null;
  }
}
