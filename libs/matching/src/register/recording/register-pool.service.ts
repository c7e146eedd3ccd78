import { randomUUID } from 'node:crypto';
import { localDate, yearOf } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { addToBooks, budgetDecided, insertBudget, type GrantCall, type Recording } from '#libs/grant';
import { won, type Won } from '#libs/money';
import { MATCHING_POLICIES } from '../../pool/pool.policy.js';
import { getPool } from '../../pool/pool.query.js';
import { openPool } from '../../pool/pool.service.js';
import type { ProjectFact, StatedProgramme } from '../register.js';

/** Which pool a register is for: one that is named, or one that is opened with it. */
export interface RegisterPool {
  readonly callId: string | null;
  /** For a pool that the register opens. */
  readonly fiscalYear: number | null;
  readonly name: string | null;
  readonly agency: string | null;
  readonly programmeId: string | null;
}

export interface RegisterHome {
  readonly pool: GrantCall;
  readonly opened: boolean;
}

/** What was read before anything is known of the pool. */
interface Told {
  readonly fileName: string;
  readonly stated: StatedProgramme | null;
  readonly projects: readonly ProjectFact[];
}

/** Finds the pool, or opens it with the terms that the overview of the workbook states. */
export async function poolOfRegister(tx: Tx, context: CommandContext, choice: RegisterPool, { fileName, stated, projects }: Told): Promise<RegisterHome> {
  if (choice.callId !== null) return { pool: await getPool(tx, choice.callId), opened: false };
  const { name, agency, programmeId } = choice;
  if (agency === null) throw invalidField('/agency', 'matching-register.agency-missing', { ko: '새 풀의 전문기관을 적거나, 올릴 풀을 골라 주세요.', en: 'Name the agency of the new pool, or choose the pool to import into.' });
  const fiscalYear = choice.fiscalYear ?? projects.map(({ agreedOn }) => yearOf(agreedOn)).toSorted((one, other) => one - other)[0];
  if (fiscalYear === undefined) throw invalidField('/fiscalYear', 'matching-register.year-unknown', { ko: "'과제' 시트에 과제가 없어 연도를 알 수 없습니다. 연도를 적거나 올릴 풀을 골라 주세요.", en: "There are no projects in '과제': state the year, or choose the pool." });
  const opened = await openPool.execute(tx, context, { fiscalYear, name, agency, programmeId, lines: null, proposal: null, terms: termsOf(stated, fileName) });
  return { pool: await getPool(tx, opened.id), opened: true };
}

function termsOf(stated: StatedProgramme | null, fileName: string) {
  const term = (key: string, value: bigint | number | null) => (value === null ? [] : [{ key, value: `${value}`, clause: `${fileName}: 사업개요`, source: 'NOTICE' as const }]);
  const percent = stated?.match ?? null;
  return [
    ...term(MATCHING_POLICIES.matchPercent, percent === null ? null : Math.trunc(percent / 100)),
    ...term(MATCHING_POLICIES.governmentAtMost, stated?.governmentAtMost ?? null),
    ...term(MATCHING_POLICIES.capPerProject, stated?.capPerProjectWon ?? null),
  ];
}

/** A pool that the register opens has the budget that its overview states: its projects were agreed, so it was there. */
export async function budgetOfOpened(recording: Recording, stated: StatedProgramme | null, fileName: string): Promise<void> {
  const { tx, context, call } = recording;
  const budgetWon = stated?.budgetWon ?? null;
  if (budgetWon === null || budgetWon === 0n) throw invalidField('/callId', 'matching-register.budget-unknown', { ko: "'사업개요' 시트에 예산이 없습니다. 예산을 적거나, 예산을 확정한 풀을 골라 올려 주세요.", en: "The sheet '사업개요' states no budget. State it, or choose a pool with a budget." });
  const decision = { id: randomUUID(), callId: call.id, fiscalYear: call.fiscalYear, stage: 'APPROVED' as const, amountWon: budgetWon, decidedOn: localDate(`${call.fiscalYear}-01-01`), clause: `${fileName}: 사업개요의 예산` };
  await insertBudget(tx, context, decision);
  addToBooks(recording, [budgetDecided({ ...decision, effectiveOn: decision.decidedOn, memo: decision.clause })]);
}

/** Spendable budget of a pool over all its years; won. */
export async function budgetOfPool(tx: Tx, callId: string): Promise<Won> {
  const rows: { won: string }[] = await tx.query(`select coalesce(sum(amount_won), 0)::text as won from grant_budget where call_id = $1 and stage <> 'PROPOSAL'`, [callId]);
  return won(rows[0]?.won ?? '0');
}
