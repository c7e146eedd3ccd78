import type { CommandContext, CommandOutcome } from '#libs/command';
import { shownSheet, type SheetVerdictDto } from '#libs/document';
import type { Recording } from '#libs/grant';
import type { PostedTotalDto } from '#libs/ledger';
import { sumWon } from '#libs/money';
import { numberKey } from '#libs/sheet';
import type { QueuedCommitment } from '../match/match.rules.js';
import type { RegisterHome } from './recording/register-pool.service.js';
import type { MatchingRegisterResultDto, RegisteredProjectDto } from './register.dto.js';
import type { ImportMatchingRegister } from './register.service.js';
import type { MatchingPlan } from './register.js';

/** The result of an import as it is kept and shown; instants and amounts are text, so that a stored one reads like a fresh one. */
export type RegisterSummary = Omit<MatchingRegisterResultDto, 'importedAt' | 'id' | 'dryRun'> & { readonly id: string; readonly importedAt: string };

interface Outcome extends RegisterHome {
  readonly plan: MatchingPlan;
  /** In turn. */
  readonly committed: readonly QueuedCommitment[];
  readonly agreements: Recording['agreements'];
  /** By chart and side, from the books. */
  readonly postings: readonly PostedTotalDto[];
}

export function summarise(id: string, { fileName, sha256, sizeBytes }: ImportMatchingRegister, context: CommandContext, outcome: Outcome): RegisterSummary {
  const { pool, opened, plan, committed, postings } = outcome;
  const sheets = plan.sheets.map(shownSheet);
  const sum = (pick: (sheet: SheetVerdictDto) => number): number => sheets.reduce((total, sheet) => total + pick(sheet), 0);
  const { projects, moves, releases, settlements } = plan.newFacts;
  return {
    ...{ id, fileName, sha256, sizeBytes, importedAt: context.now.toISOString(), importedBy: context.actor.name },
    ...{ callId: pool.id, callName: pool.name, opened },
    ...{ accepted: sum((sheet) => sheet.accepted), unchanged: sum((sheet) => sheet.unchanged), rejected: sum((sheet) => sheet.rejected), warnings: sum((sheet) => sheet.warnings) },
    fresh: { projects: projects.length, moves: moves.length, releases: releases.length, settlements: settlements.length },
    committedWon: sumWon(committed.map(({ governmentWon }) => governmentWon)).toString(),
    projects: registered(outcome),
    postings: [...postings],
    sheets,
    notes: plan.notes.map((note) => ({ ...note })),
  };
}

function registered({ plan, committed, agreements }: Outcome): RegisteredProjectDto[] {
  return committed.flatMap(({ number, governmentWon, bound }) => {
    const fact = plan.newFacts.projects.find((each) => numberKey(each.number) === numberKey(number));
    if (fact === undefined) return [];
    return [
      {
        ...{ agreementId: agreements.get(numberKey(number))?.id ?? '', number: fact.number, company: fact.company, agreedOn: fact.agreedOn },
        ...{ privateWon: fact.privateWon.toString(), governmentWon: governmentWon.toString(), bound, statedGovernmentWon: fact.statedGovernmentWon?.toString() ?? null },
      },
    ];
  });
}

export function viewRegister({ result, dryRun }: CommandOutcome<RegisterSummary>): MatchingRegisterResultDto {
  return { ...result, id: dryRun ? null : result.id, dryRun, importedAt: new Date(result.importedAt) };
}

/** The rows whose remarks show somebody's data, for the log of access. */
export function peopleIn({ sheets }: MatchingRegisterResultDto): readonly string[] {
  return sheets.flatMap(({ name, rows }) => rows.filter(({ remarks }) => remarks.some(({ column }) => column === '연구자')).map(({ key }) => `${name} ${key ?? ''}`.trim()));
}
