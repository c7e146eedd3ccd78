import type { CommandContext, CommandOutcome } from '#libs/command';
import { shownSheet, type SheetVerdictDto } from '#libs/document';
import { postedTotals } from '#libs/ledger';
import { sumWon } from '#libs/money';
import { numberKey } from '#libs/sheet';
import type { RegisterHome } from './recording/register-call.service.js';
import type { Recording } from './recording/recording.js';
import { ofAgreement } from './recording/agreement-plan.import.js';
import type { GrantRegisterResultDto, RegisteredAgreementDto } from './register.dto.js';
import type { ImportGrantRegister } from './register.service.js';
import type { GrantFacts, GrantPlan } from './register.js';

/** The result of an import as it is kept and shown; instants and amounts are text, so that a stored one reads like a fresh one. */
export type RegisterSummary = Omit<GrantRegisterResultDto, 'importedAt' | 'id' | 'dryRun'> & { readonly id: string; readonly importedAt: string };

interface Outcome extends RegisterHome {
  readonly plan: GrantPlan;
  readonly recording: Recording;
}

export function summarise(id: string, { fileName, sha256, sizeBytes }: ImportGrantRegister, context: CommandContext, { call, opened, plan, recording }: Outcome): RegisterSummary {
  const sheets = plan.sheets.map(shownSheet);
  const sum = (pick: (sheet: SheetVerdictDto) => number): number => sheets.reduce((total, sheet) => total + pick(sheet), 0);
  const { agreements, budgets, tranches, expenses, interests, statements } = plan.newFacts;
  return {
    ...{ id, fileName, sha256, sizeBytes, importedAt: context.now.toISOString(), importedBy: context.actor.name },
    ...{ callId: call.id, callName: call.name, opened },
    ...{ accepted: sum((sheet) => sheet.accepted), unchanged: sum((sheet) => sheet.unchanged), rejected: sum((sheet) => sheet.rejected), warnings: sum((sheet) => sheet.warnings) },
    fresh: { agreements: agreements.length, budgets: budgets.length, tranches: tranches.length, expenses: expenses.length, interests: interests.length, statements: statements.length },
    agreedWon: sumWon(agreements.map(({ governmentWon }) => governmentWon)).toString(),
    agreements: registered(plan.newFacts, recording),
    postings: postedTotals(recording.entries),
    sheets,
    notes: plan.notes.map((note) => ({ ...note })),
  };
}

function registered(facts: GrantFacts, { agreements }: Recording): RegisteredAgreementDto[] {
  return facts.agreements.map(({ number, organisation, agreedOn, governmentWon }) => {
    const spent = ofAgreement(facts.expenses, number);
    return {
      ...{ agreementId: agreements.get(numberKey(number))?.id ?? '', number, organisation, agreedOn, governmentWon: governmentWon.toString() },
      paidWon: sumWon(ofAgreement(facts.tranches, number).map(({ amountWon }) => amountWon)).toString(),
      spentWon: sumWon(spent.map(({ amountWon }) => amountWon)).toString(),
      disallowedWon: sumWon(spent.map(({ disallowedWon }) => disallowedWon)).toString(),
    };
  });
}

export function viewRegister({ result, dryRun }: CommandOutcome<RegisterSummary>): GrantRegisterResultDto {
  return { ...result, id: dryRun ? null : result.id, dryRun, importedAt: new Date(result.importedAt) };
}

/** Columns that name people, and so whom a remark with a cell of it is about. */
const PERSONAL_COLUMNS: ReadonlySet<string | null> = new Set(['연구책임자', '과제 전용계좌', '전용계좌']);

/** The rows whose remarks show somebody's data, for the log of access. */
export function peopleIn({ sheets }: GrantRegisterResultDto): readonly string[] {
  return sheets.flatMap(({ name, rows }) => rows.filter(({ remarks }) => remarks.some(({ column }) => PERSONAL_COLUMNS.has(column))).map(({ key }) => `${name} ${key ?? ''}`.trim()));
}
