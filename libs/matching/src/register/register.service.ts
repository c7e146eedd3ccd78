import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type Command, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { WorkbookIntake, type WorkbookFile } from '#libs/document';
import { DomainError } from '#libs/errors';
import { lockCall, roomOf, type GrantCall, type Recording } from '#libs/grant';
import { Ledger } from '#libs/ledger';
import { basisPoints, formatWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import { correctedSheets, numberKey, type Correction, type Sheet } from '#libs/sheet';
import { MATCHING_POLICIES, matchTerms } from '../pool/pool.policy.js';
import { policiesOfPool } from '../pool/pool.query.js';
import { MatchingWithdrawalService } from '../withdrawal/withdrawal.service.js';
import { zoneStatements } from '../zone/zone.query.js';
import type { Zone } from '../zone/zone.js';
import { recordMoney } from './recording/money.service.js';
import { commitmentsOf, recordProjects, type ProjectRecording } from './recording/project.store.js';
import { postingsOf, recordedRegister } from './recording/recorded-register.query.js';
import { budgetOfOpened, budgetOfPool, poolOfRegister, type RegisterHome, type RegisterPool } from './recording/register-pool.service.js';
import type { MatchingLimits } from './register-limits.rules.js';
import { MATCHING_SHEET_RULES, planMatchingRegister, statedProgramme } from './register.import.js';
import { NO_MATCHING_FACTS, type MatchingFacts, type MatchingPlan, type StatedProgramme } from './register.js';
import { summarise, type RegisterSummary } from './register.view.js';

/** What came in: the file by name and hash, and what was put right by hand; the cells travel beside the command, not in its log. */
export interface ImportMatchingRegister extends WorkbookFile, RegisterPool {
  /** Commitments of the government to the projects that are new, as the preview told them: what decides who signs. */
  readonly amountWon: Won;
  readonly corrections: readonly Correction[];
}

@Injectable()
export class MatchingRegisterService {
  constructor(
    private readonly ledger: Ledger,
    private readonly intake: WorkbookIntake,
    private readonly withdrawals: MatchingWithdrawalService,
  ) {}

  /** The same command once it is signed: the cells come from the kept file again. */
  readonly importStored: Command<ImportMatchingRegister, RegisterSummary> = {
    name: 'matching-register.import',
    execute: async (tx, context, input) => this.import(await this.intake.reread(input)).execute(tx, context, input),
  };

  /**
   * `matching-register.import`: every row gets a verdict; the new facts of sound rows are recorded as history, on the days on which
   * they happened. What was released beyond what the private money allowed stays told. The same file again records nothing new.
   */
  import(sheets: readonly Sheet[]): Command<ImportMatchingRegister, RegisterSummary> {
    return {
      name: 'matching-register.import',
      execute: async (tx, context, input) => {
        // One import at a time: each compares the file with all that is on record.
        await tx.query(`select pg_advisory_xact_lock(hashtextextended('matching register import', 0))`);
        const corrected = correctedSheets(sheets, input.corrections, MATCHING_SHEET_RULES);
        const stated = statedProgramme(corrected);
        const home = await poolOfRegister(tx, context, input, { fileName: input.fileName, stated, projects: projectsIn(corrected) });
        await lockCall(tx, home.pool.id);
        const { plan, at } = await planIn(tx, context, home, corrected, stated);
        const committed = [...commitmentsOf(plan.newFacts.projects, at).values()];
        requireTotal(sumWon(committed.map(({ governmentWon }) => governmentWon)), input, context);
        await this.record(at, plan.newFacts, home.opened ? { stated, fileName: input.fileName } : null);
        const summary = summarise(randomUUID(), input, context, { ...home, plan, committed, agreements: at.recording.agreements, postings: await postingsOf(tx, context.commandId) });
        await keepRun(tx, context, summary);
        context.announce('grant.changed', { callId: home.pool.id });
        return summary;
      },
    };
  }

  private async record(at: ProjectRecording, facts: MatchingFacts, opened: { readonly stated: StatedProgramme | null; readonly fileName: string } | null): Promise<void> {
    const { recording } = at;
    const { tx, context } = recording;
    if (opened !== null) await budgetOfOpened(recording, opened.stated, opened.fileName);
    await recordProjects(at, facts.projects);
    await this.ledger.post(tx, context, recording.entries);
    await recordMoney({ recording, ledger: this.ledger, withdrawals: this.withdrawals }, facts);
    await recordSettlements(recording, facts);
  }
}

/** The projects that the file itself states, before anything is known of its pool: from when on they are tells the year of a pool to open. */
function projectsIn(sheets: readonly Sheet[]): MatchingFacts['projects'] {
  const terms = { match: basisPoints(0), governmentAtMost: basisPoints(0), capPerProjectWon: ZERO_WON, clause: '' };
  const limits: MatchingLimits = { terms, budgetWon: 0n, zones: [], roundTripDays: 0, today: null };
  return planMatchingRegister(sheets, NO_MATCHING_FACTS, limits).newFacts.projects;
}

/** What the file says, measured by the terms of its pool, and what it is recorded by. */
async function planIn(tx: Tx, context: CommandContext, { pool, opened }: RegisterHome, sheets: readonly Sheet[], stated: StatedProgramme | null): Promise<{ readonly plan: MatchingPlan; readonly at: ProjectRecording }> {
  const policies = await policiesOfPool(tx, pool, context.today);
  const zones = await zoneStatements(tx);
  const budgetWon = opened ? (stated?.budgetWon ?? ZERO_WON) : await budgetOfPool(tx, pool.id);
  const limits = limitsOf(policies, zones, budgetWon, context);
  const plan = planMatchingRegister(sheets, await recordedRegister(tx, pool.id), limits);
  const budgetLeftWon = opened ? budgetWon : (await roomOf(tx, pool.id, policies)).budgetWon;
  return { plan, at: { recording: await openRecording(tx, context, pool), limits, policies, zones, budgetLeftWon } };
}

function limitsOf(policies: PolicySet, zones: readonly Zone[], budgetWon: Won, { today }: CommandContext): MatchingLimits {
  return {
    ...{ terms: matchTerms(policies), budgetWon, roundTripDays: policies.integer(MATCHING_POLICIES.roundTripDays, 0), today },
    zones: zones.map(({ name, from, to }) => ({ name: name.ko, from, to })),
  };
}

async function openRecording(tx: Tx, context: CommandContext, call: GrantCall): Promise<Recording> {
  const agreements: { id: string; number: string; partyId: string; periodTo: LocalDate }[] = await tx.query(
    `select a.id, a.number, a.party_id as "partyId", v.period_to as "periodTo" from grant_agreement a
       join lateral (select * from grant_version v where v.agreement_id = a.id order by v.version desc limit 1) v on true where a.call_id = $1`,
    [call.id],
  );
  return { ...{ tx, context, call, entries: [], parties: new Map(), lines: new Map() }, agreements: new Map(agreements.map((row) => [numberKey(row.number), row])) };
}

async function recordSettlements({ tx, context, agreements }: Recording, { settlements }: MatchingFacts): Promise<void> {
  for (const { project, settledOn, unspentWon, disallowedWon, interestWon } of settlements) {
    await tx.query(
      'insert into matching_settlement (agreement_id, settled_on, unspent_won, disallowed_won, interest_won, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [agreements.get(numberKey(project))?.id, settledOn, `${unspentWon}`, `${disallowedWon}`, `${interestWon}`, context.now, context.commandId],
    );
  }
}

async function keepRun(tx: Tx, context: CommandContext, summary: RegisterSummary): Promise<void> {
  await tx.query(
    `insert into import_run (id, kind, file_name, sha256, size_bytes, result, imported_by, command_id) values ($1, 'matching-register', $2, $3, $4, $5, $6, $7)`,
    [summary.id, summary.fileName, summary.sha256, summary.sizeBytes, canonicalJson(summary), context.actor.userId, context.commandId],
  );
}

/** A preview says the total; what is submitted by it must still come to it. */
function requireTotal(totalWon: Won, input: ImportMatchingRegister, context: CommandContext): void {
  if (context.dryRun || totalWon === input.amountWon) return;
  throw new DomainError(
    'conflict',
    'matching-register.total-differs',
    {
      ko: `새로 기록될 정부 약정액이 ${formatWon(totalWon)}원으로, 미리보기의 ${formatWon(input.amountWon)}원과 다릅니다. 미리보기를 다시 확인해 주세요.`,
      en: `Commitments of ${formatWon(totalWon)} won would be recorded, and not of ${formatWon(input.amountWon)} as the preview said. Look at the preview again.`,
    },
    { details: { totalWon: `${totalWon}`, expectedWon: `${input.amountWon}` } },
  );
}
