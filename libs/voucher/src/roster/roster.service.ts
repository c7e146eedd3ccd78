import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type Command, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { WorkbookIntake, type WorkbookFile } from '#libs/document';
import { DomainError } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { formatWon, sumWon, type Won } from '#libs/money';
import { correctedSheets, type Correction, type Sheet } from '#libs/sheet';
import type { LegalRegime } from '../clawback/clawback.js';
import { limitsLeft } from '../issue/issue.query.js';
import { lockYear } from '../year/year.query.js';
import { recordApplications } from './recording/application.store.js';
import { recordGivenUp } from './recording/ending.store.js';
import { recordIssuesOfRoster } from './recording/issue.store.js';
import { recordedRoster } from './recording/recorded-roster.query.js';
import { openRecording, recordBrokers, recordProviders, type Recording } from './recording/recording.store.js';
import { rosterLimits } from './recording/roster-limits.query.js';
import { yearOfRoster } from './recording/roster-year.service.js';
import type { RosterYear } from './recording/roster-year.js';
import { recordUses } from './recording/use.store.js';
import { invoiceNumbersIn, namesBrokers, planRoster, rosterRules } from './roster.import.js';
import type { RosterFacts } from './roster.js';
import { payeesWithoutAccount } from './roster.query.js';
import { summarise, type RosterSummary } from './roster.view.js';

/** What came in: the file by name and hash, and what was put right by hand; the cells travel beside the command, not in its log. */
export interface ImportRoster extends WorkbookFile {
  /** Null: the year that the overview of the workbook states. */
  readonly yearId: string | null;
  /** Where a year that is not named is looked for and opened; null: wherever there is one, or in the programme of its kind. */
  readonly programmeId: string | null;
  /** For a year that the roster opens. */
  readonly legalRegime: LegalRegime | null;
  /** Public money on the vouchers that are new, as the preview told it: what decides who signs. */
  readonly amountWon: Won;
  readonly corrections: readonly Correction[];
}

@Injectable()
export class RosterService {
  constructor(
    private readonly ledger: Ledger,
    private readonly intake: WorkbookIntake,
  ) {}

  /** The same command once it is signed: the cells come from the kept file again. */
  readonly importStored: Command<ImportRoster, RosterSummary> = {
    name: 'voucher-roster.import',
    execute: async (tx, context, input) => this.import(await this.intake.reread(input)).execute(tx, context, input),
  };

  /**
   * `voucher-roster.import`: every row gets a verdict; the new facts of sound rows are recorded as history, with their entries on
   * the days on which they happened. The same file again records nothing new.
   */
  import(sheets: readonly Sheet[]): Command<ImportRoster, RosterSummary> {
    return {
      name: 'voucher-roster.import',
      execute: async (tx, context, input) => {
        // One import at a time: each compares the file with all that is on record.
        await tx.query(`select pg_advisory_xact_lock(hashtextextended('voucher roster import', 0))`);
        const corrected = correctedSheets(sheets, input.corrections, rosterRules(namesBrokers(sheets)));
        const home = await yearOfRoster(tx, context, corrected, input);
        await lockYear(tx, home.year.id);
        await this.ledger.post(tx, context, home.entries);
        const known = await recordedRoster(tx, home.year, invoiceNumbersIn(corrected));
        const plan = planRoster(corrected, known, await rosterLimits(tx, home.year, known, context.today));
        requireTotal(plan.newFacts, input, context);
        const before = await limitsLeft(tx, home.year.id);
        const recording = await this.record(tx, context, home, plan.newFacts);
        const change = { before, after: await limitsLeft(tx, home.year.id), entries: [...home.entries, ...recording.entries] };
        const unpaid = await payeesWithoutAccount(tx, home.year.id);
        const summary = summarise(randomUUID(), input, context, { ...home, plan, known, change, unpaid, issued: recording.issued });
        await this.keepRun(tx, context, summary);
        context.announce('voucher.changed', { yearId: home.year.id });
        return summary;
      },
    };
  }

  private async record(tx: Tx, context: CommandContext, { year }: RosterYear, facts: RosterFacts): Promise<Recording> {
    const recording = await openRecording(tx, context, year, facts);
    await recordProviders(recording, facts.providers);
    await recordBrokers(recording, facts.brokers);
    await recordApplications(recording, facts.applications);
    await recordIssuesOfRoster(recording, this.ledger, facts.applications, facts.issues);
    await recordUses(recording, this.ledger, facts.uses, facts.invoices);
    await recordGivenUp(recording, this.ledger, facts.issues, facts.uses);
    return recording;
  }

  private async keepRun(tx: Tx, context: CommandContext, summary: RosterSummary): Promise<void> {
    await tx.query(
      `insert into import_run (id, kind, file_name, sha256, size_bytes, result, imported_by, command_id) values ($1, 'voucher-roster', $2, $3, $4, $5, $6, $7)`,
      [summary.id, summary.fileName, summary.sha256, summary.sizeBytes, canonicalJson(summary), context.actor.userId, context.commandId],
    );
  }
}

/** A preview says the total; what is submitted by it must still come to it. */
function requireTotal({ issues }: RosterFacts, input: ImportRoster, context: CommandContext): void {
  const totalWon = sumWon(issues.map(({ amountWon }) => amountWon));
  if (context.dryRun || totalWon === input.amountWon) return;
  throw new DomainError(
    'conflict',
    'roster.total-differs',
    {
      ko: `새로 발급될 금액이 ${formatWon(totalWon)}원으로, 미리보기의 ${formatWon(input.amountWon)}원과 다릅니다. 그 사이 기록이 바뀌었으니 미리보기를 다시 확인해 주세요.`,
      en: `Vouchers of ${formatWon(totalWon)} won would be issued, and not of ${formatWon(input.amountWon)} as the preview said. The record has changed meanwhile: look at the preview again.`,
    },
    { details: { totalWon: `${totalWon}`, expectedWon: `${input.amountWon}` } },
  );
}
