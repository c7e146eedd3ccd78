import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Ledger } from '#libs/ledger';
import { numberKey } from '#libs/sheet';
import { servedCompanies } from '../../issue/issue.query.js';
import { recordIssues } from '../../issue/issue.store.js';
import type { IssuedRow } from '../../issue/issue.js';
import { vouchersIssued } from '../../voucher/voucher.posting.js';
import type { VoucherEvent, VoucherState } from '../../voucher/voucher.js';
import type { ApplicationFact, IssueFact } from '../roster.js';
import { knownOn, recordVoucherSteps, type PastVoucherStep } from './history.store.js';
import { idOf, postHistory, type Recording } from './recording.store.js';

/** The way from an application to the issue, and how far along it each state is. */
const WAY = ['screen', 'evaluate', 'select', 'agree'] as const satisfies readonly VoucherEvent[];
const REACHED: Readonly<Partial<Record<VoucherState, number>>> = { APPLIED: 0, SCREENED: 1, EVALUATED: 2, WAITLISTED: 2, SELECTED: 3, AGREED: 4 };

/** How far a voucher goes in this import, and on which day it is taken to have taken each step. */
interface Journey {
  readonly voucherId: string;
  readonly to: number;
  /** Screening and evaluation lie at the receipt, selection and agreement at the issue: the roster names no other days. */
  readonly days: readonly [screened: LocalDate, evaluated: LocalDate, selected: LocalDate, agreed: LocalDate];
}

/**
 * Vouchers of the roster with all that must have happened before they were issued, and applications as far as they got: one
 * on hold for a conflict of interest stays where it is, one with a score has been evaluated, and the others were screened.
 */
export async function recordIssuesOfRoster(recording: Recording, ledger: Ledger, applications: readonly ApplicationFact[], issues: readonly IssueFact[]): Promise<void> {
  const { tx, year } = recording;
  await beginWithoutApplication(recording, issues);
  await recordJourneys(recording, journeysOf(recording, applications, issues));
  const rows = issues.map((issue) => rowOf(issue, recording));
  const companies = await companiesOf(recording, rows);
  const served = await servedCompanies(tx, year.id, [...companies.values()]);
  await recordIssues(tx, year.id, rows);
  const entries = byDay(rows).map(([issuedOn, group]) => {
    const fresh = new Set(group.map(({ voucherId }) => companies.get(voucherId) ?? '').filter((id) => !served.has(id)));
    for (const id of fresh) served.add(id);
    const memo = `바우처 ${group.length}건 발급 ${group[0]?.number ?? ''}`;
    return vouchersIssued(year.id, { subject: { kind: 'voucher-year', id: year.id }, effectiveOn: issuedOn, vouchers: group, newCompanies: fresh.size, memo });
  });
  await postHistory(recording, ledger, entries);
}

/** Vouchers of a programme without applications begin on the day of their issue. */
async function beginWithoutApplication({ tx, context, year, parties, issued }: Recording, issues: readonly IssueFact[]): Promise<void> {
  const rows = issues.flatMap(({ application, voucher, businessNumber, issuedOn }) => {
    if (application !== null) return [];
    const id = randomUUID();
    issued.set(numberKey(voucher), id);
    return [{ id, companyId: idOf(parties, businessNumber), knownAt: knownOn(issuedOn, context.now) }];
  });
  await tx.query(
    `insert into voucher (id, year_id, company_id, known_at, command_id)
     select d.id, $2, d."companyId", d."knownAt", $3 from jsonb_to_recordset($1::jsonb) as d (id uuid, "companyId" uuid, "knownAt" timestamptz)`,
    [JSON.stringify(rows), year.id, context.commandId],
  );
}

function journeysOf({ applied, issued }: Recording, applications: readonly ApplicationFact[], issues: readonly IssueFact[]): Journey[] {
  const receivedOn = new Map(applications.map((fact) => [numberKey(fact.number), fact.receivedOn]));
  const issuedFor = new Set(issues.flatMap(({ application }) => (application === null ? [] : [numberKey(application)])));
  const ofIssues = issues.map(({ application, voucher, issuedOn }): Journey => {
    const voucherId = application === null ? idOf(issued, numberKey(voucher)) : idOf(applied, numberKey(application));
    if (application !== null) issued.set(numberKey(voucher), voucherId);
    const received = receivedOn.get(numberKey(application ?? '')) ?? issuedOn;
    return { voucherId, to: WAY.length, days: [received, received, issuedOn, issuedOn] };
  });
  const others = applications.filter((fact) => !fact.held && !issuedFor.has(numberKey(fact.number)));
  const ofOthers = others.map((fact): Journey => {
    const on = fact.receivedOn;
    return { voucherId: idOf(applied, numberKey(fact.number)), to: fact.score === null ? 1 : 2, days: [on, on, on, on] };
  });
  return [...ofIssues, ...ofOthers];
}

async function recordJourneys({ tx, context }: Recording, journeys: readonly Journey[]): Promise<void> {
  const rows: { id: string; state: VoucherState }[] = await tx.query('select voucher_id as id, state from voucher_state where voucher_id = any($1)', [journeys.map(({ voucherId }) => voucherId)]);
  const from = new Map(rows.map(({ id, state }) => [id, REACHED[state] ?? 0]));
  for (const [index, event] of WAY.entries()) {
    const due = journeys.filter(({ voucherId, to }) => (from.get(voucherId) ?? 0) <= index && index < to);
    await recordVoucherSteps(tx, context, due.map(({ voucherId, days }): PastVoucherStep => ({ id: voucherId, event, on: days[index] ?? days[0] })));
  }
}

function rowOf(issue: IssueFact, { context, brokers, issued }: Recording): IssuedRow {
  const { voucher, rank, issuedOn, amountWon, validTo, broker, brokerJoinedOn, field, area, note } = issue;
  const told = Object.entries({ field, area, note }).filter((entry): entry is [string, string] => entry[1] !== null);
  return {
    voucherId: idOf(issued, numberKey(voucher)),
    ...{ number: voucher, rank, issuedOn, amountWon, validTo, brokerJoinedOn },
    brokerId: broker === null ? null : idOf(brokers, numberKey(broker)),
    detail: told.length === 0 ? null : Object.fromEntries(told),
    knownAt: knownOn(issuedOn, context.now),
    commandId: context.commandId,
  };
}

async function companiesOf({ tx }: Recording, issues: readonly IssuedRow[]): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; companyId: string }[] = await tx.query('select id, company_id as "companyId" from voucher where id = any($1)', [issues.map(({ voucherId }) => voucherId)]);
  return new Map(rows.map(({ id, companyId }) => [id, companyId]));
}

function byDay(rows: readonly IssuedRow[]): readonly (readonly [LocalDate, readonly IssuedRow[]])[] {
  const days = new Map<LocalDate, IssuedRow[]>();
  for (const row of rows) days.set(row.issuedOn, [...(days.get(row.issuedOn) ?? []), row]);
  return [...days].sort(([left], [right]) => (left < right ? -1 : 1));
}
