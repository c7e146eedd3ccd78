import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type Command, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { WorkbookIntake, type WorkbookFile } from '#libs/document';
import { DomainError } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { Ledger } from '#libs/ledger';
import { formatWon, sumWon, type Won } from '#libs/money';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import { correctedSheets, numberKey, type Correction, type Sheet } from '#libs/sheet';
import { SHARE_VERSIONS } from '../share/share.policy.js';
import { lockCall } from '../call/call.query.js';
import type { GrantCall } from '../call/call.js';
import { budgetKey } from './reading/book.import.js';
import { recordAgreements } from './recording/agreement.store.js';
import { fundingOfAll } from './recording/funding.import.js';
import { recordCompletions, recordOwnShares, recordTranches } from './recording/money.store.js';
import { recordedRegister } from './recording/recorded-register.query.js';
import { budgetOfOpened, callOfRegister, requireBudget, type RegisterCall } from './recording/register-call.service.js';
import { evidenceElsewhere, registerLimits } from './recording/register-limits.query.js';
import { named, type RecordedAgreement, type Recording } from './recording/recording.js';
import { recordExpenses, recordInterests, recordStatements } from './recording/spending.store.js';
import { GRANT_SHEET_RULES, planGrantRegister } from './register.import.js';
import { NO_GRANT_FACTS, type GrantFacts, type GrantPlan } from './register.js';
import { summarise, type RegisterSummary } from './register.view.js';

/** What came in: the file by name and hash, and what was put right by hand; the cells travel beside the command, not in its log. */
export interface ImportGrantRegister extends WorkbookFile, RegisterCall {
  /** Government money of the agreements that are new, as the preview told it: what decides who signs. */
  readonly amountWon: Won;
  readonly corrections: readonly Correction[];
}

@Injectable()
export class GrantRegisterService {
  constructor(
    private readonly ledger: Ledger,
    private readonly intake: WorkbookIntake,
  ) {}

  /** The same command once it is signed: the cells come from the kept file again. */
  readonly importStored: Command<ImportGrantRegister, RegisterSummary> = {
    name: 'grant-register.import',
    execute: async (tx, context, input) => this.import(await this.intake.reread(input)).execute(tx, context, input),
  };

  /**
   * `grant-register.import`: every row gets a verdict; the new facts of sound rows are recorded as history, with their entries on
   * the days on which they happened. The same file again records nothing new.
   */
  import(sheets: readonly Sheet[]): Command<ImportGrantRegister, RegisterSummary> {
    return {
      name: 'grant-register.import',
      execute: async (tx, context, input) => {
        // One import at a time: each compares the file with all that is on record.
        await tx.query(`select pg_advisory_xact_lock(hashtextextended('grant register import', 0))`);
        const corrected = correctedSheets(sheets, input.corrections, GRANT_SHEET_RULES);
        const home = await callOfRegister(tx, context, input, agreementsIn(corrected));
        await lockCall(tx, home.call.id);
        const plan = await this.plan(tx, context, home.call, corrected);
        requireTotal(plan.newFacts, input, context);
        const recording = await openRecording(tx, context, home.call, plan.newFacts);
        const needed = fundingOfAll(plan.newFacts.agreements, plan.newFacts.tranches);
        if (home.opened) await budgetOfOpened(recording, needed, input.fileName);
        else await requireBudget(tx, home.call, needed);
        await record(recording, plan.newFacts);
        await this.ledger.post(tx, context, recording.entries);
        const summary = summarise(randomUUID(), input, context, { ...home, plan, recording });
        await keepRun(tx, context, summary);
        context.announce('grant.changed', { callId: home.call.id });
        return summary;
      },
    };
  }

  /** Judged twice where evidence may be in use elsewhere: which evidence to ask about is known after the first reading. */
  private async plan(tx: Tx, context: CommandContext, call: GrantCall, sheets: readonly Sheet[]): Promise<GrantPlan> {
    const known = await recordedRegister(tx, call.id);
    const limits = await registerLimits(tx, call, context.today);
    const first = planGrantRegister(sheets, known, limits);
    const usedEvidence = await evidenceElsewhere(tx, first.newFacts.expenses);
    return usedEvidence.size === 0 ? first : planGrantRegister(sheets, known, { ...limits, usedEvidence });
  }
}

/** The agreements that the file itself states, before anything is known of its call: from when on they are tells the year of a call to open. */
function agreementsIn(sheets: readonly Sheet[]): GrantFacts['agreements'] {
  const limits = { shares: SHARE_VERSIONS, settlement: { lowExecutionBasisPoints: 0, indirectReturnedBy: [], clause: '' }, approvalLines: [], usedEvidence: new Set<string>(), lines: null, today: null };
  return planGrantRegister(sheets, NO_GRANT_FACTS, limits).newFacts.agreements;
}

async function record(recording: Recording, facts: GrantFacts): Promise<void> {
  await recordAgreements(recording, facts);
  await recordOwnShares(recording, facts.agreements);
  await recordTranches(recording, facts.tranches);
  await recordExpenses(recording, facts.expenses);
  await recordInterests(recording, facts.interests);
  await recordStatements(recording, facts.statements);
  await recordCompletions(recording, facts.agreements);
}

async function openRecording(tx: Tx, context: CommandContext, call: GrantCall, facts: GrantFacts): Promise<Recording> {
  const draft = (kind: PartyDraft['kind'], name: string, businessNumber: string): PartyDraft => ({ kind, name, businessNumber, corporateNumber: null, incorporatedOn: null });
  const drafts = [
    ...facts.agreements.map(({ organisation, businessNumber, institution }) => draft(institution === 'NON_PROFIT' ? 'INSTITUTION' : 'COMPANY', organisation, businessNumber)),
    ...facts.expenses.map(({ vendor, vendorNumber }) => draft('COMPANY', vendor, vendorNumber)),
  ];
  const ids = await ensureParties(tx, drafts);
  const agreements: RecordedAgreement[] = await tx.query(
    `select a.id, a.number, a.party_id as "partyId", v.period_to as "periodTo" from grant_agreement a
       join lateral (select * from grant_version v where v.agreement_id = a.id order by v.version desc limit 1) v on true where a.call_id = $1`,
    [call.id],
  );
  const lines: { id: string; agreement: string; line: string; resource: 'CASH' | 'IN_KIND' }[] = await tx.query(
    'select l.id, a.number as agreement, l.code as line, l.resource from grant_line l join grant_agreement a on a.id = l.agreement_id where a.call_id = $1 order by l.stage desc',
    [call.id],
  );
  return {
    ...{ tx, context, call, entries: [] },
    parties: new Map(drafts.map((each) => [each.businessNumber ?? '', named(ids, partyKey(each, normaliseName(each.name)))])),
    agreements: new Map(agreements.map((row) => [numberKey(row.number), row])),
    lines: new Map(lines.map(({ id, ...at }) => [budgetKey(at as Parameters<typeof budgetKey>[0]), id])),
  };
}

async function keepRun(tx: Tx, context: CommandContext, summary: RegisterSummary): Promise<void> {
  await tx.query(
    `insert into import_run (id, kind, file_name, sha256, size_bytes, result, imported_by, command_id) values ($1, 'grant-register', $2, $3, $4, $5, $6, $7)`,
    [summary.id, summary.fileName, summary.sha256, summary.sizeBytes, canonicalJson(summary), context.actor.userId, context.commandId],
  );
}

/** A preview says the total; what is submitted by it must still come to it. */
function requireTotal({ agreements }: GrantFacts, input: ImportGrantRegister, context: CommandContext): void {
  const totalWon = sumWon(agreements.map(({ governmentWon }) => governmentWon));
  if (context.dryRun || totalWon === input.amountWon) return;
  throw new DomainError(
    'conflict',
    'grant-register.total-differs',
    {
      ko: `새로 기록될 정부지원금이 ${formatWon(totalWon)}원으로, 미리보기의 ${formatWon(input.amountWon)}원과 다릅니다. 미리보기를 다시 확인해 주세요.`,
      en: `Agreements of ${formatWon(totalWon)} won would be recorded, and not of ${formatWon(input.amountWon)} as the preview said. Look at the preview again.`,
    },
    { details: { totalWon: `${totalWon}`, expectedWon: `${input.amountWon}` } },
  );
}
