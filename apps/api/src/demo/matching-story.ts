import { localDate, type LocalDate } from '#libs/calendar';
import type { WorkbookIntake } from '#libs/document';
import { checkApplication, declareGrantEvaluation, scoreGrantEvaluation, type GrantBudgetService } from '#libs/grant';
import { openPool, planProject, type MatchingRegisterService } from '#libs/matching';
import { won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import type { Cast } from './cast.js';
import { MATCHING_REGISTER, POOL, WAITING } from './matching-story.data.js';
import { nothingStandsAgainst } from './selection-story.js';

export interface MatchingStage {
  readonly cast: Cast;
  readonly budgets: GrantBudgetService;
  readonly intake: WorkbookIntake;
  readonly matchingRegisters: MatchingRegisterService;
}

const EVALUATORS = ['committee1', 'committee2'] as const;

/**
 * The pilot of reverse matching of 2021: a pool of 900 million won that five projects took, one of which gave private money back
 * after everything was released, and a plan that came when nothing was left.
 */
export async function playMatchingStory(stage: MatchingStage, on: (date: string) => LocalDate): Promise<void> {
  const { cast, budgets } = stage;
  on('2021-03-02');
  const { id: callId } = await cast.do('finance', openPool, {
    ...{ fiscalYear: 2021, name: null, agency: POOL.agency, programmeId: null, lines: null, terms: [POOL.evaluators] },
    proposal: { amountWon: won(POOL.proposal.amountWon), clause: POOL.proposal.clause },
  });
  await cast.do('finance', budgets.decide, { callId, fiscalYear: 2021, stage: 'APPROVED', change: 'GRANT', amountWon: won(POOL.budget.amountWon), decidedOn: localDate('2021-03-02'), clause: POOL.budget.clause });
  on('2022-03-07');
  for (const [sheet, rows] of MATCHING_REGISTER) await importSheet(stage, callId, sheet, rows);
  await planOneMore(stage, callId, on);
}

/** Looked at first: whoever signs has to know what it comes to. */
async function importSheet({ cast, intake, matchingRegisters }: MatchingStage, callId: string, sheet: string, rows: readonly string[]): Promise<void> {
  const { file, sheets } = await intake.paste(sheet, rows.join('\n').replaceAll(' | ', '\t'), false);
  const input = { ...file, callId, fiscalYear: null, name: null, agency: null, programmeId: null, corrections: [], amountWon: won(0n) };
  const amountWon = await cast.preview('finance', matchingRegisters.import(sheets), input, ({ committedWon }) => won(committedWon));
  await cast.do('finance', matchingRegisters.import(sheets), { ...input, amountWon });
}

async function planOneMore({ cast }: MatchingStage, callId: string, on: (date: string) => LocalDate): Promise<void> {
  const { company, performer, scores, privateWon, title, researcher, chosenBecause, ipTerms, royaltyTerms } = WAITING;
  const { applicationId } = await cast.do('finance', planProject, {
    ...{ callId, receivedOn: on('2022-03-08'), title, technology: null, periodFrom: localDate('2022-04-01'), periodTo: localDate('2022-12-31'), researcher, researcherNumber: null, chosenBecause, ipTerms, royaltyTerms },
    ...{ company: { organisation: party('COMPANY', company), institution: 'SME' }, performer: { organisation: party('INSTITUTION', performer), institution: 'NON_PROFIT' } },
    ...{ relation: 'NONE', relationNote: null, privateWon: won(privateWon), matchBasisPoints: null },
    ...{ companyZone: company.zone, companyPlace: company.place, performerZone: performer.zone, performerPlace: performer.place },
  });
  await nothingStandsAgainst(cast, applicationId, on('2022-03-14'));
  await cast.do('finance', checkApplication, { callId, applicationIds: [applicationId] });
  for (const [index, evaluator] of EVALUATORS.entries()) {
    await cast.do(evaluator, declareGrantEvaluation, { callId, declarations: [{ applicationId, conflicted: false, note: null }] });
    await cast.do(evaluator, scoreGrantEvaluation, { callId, scores: [{ applicationId, score: scores[index] ?? '0', comment: null }] });
  }
}

const party = (kind: PartyDraft['kind'], { name, businessNumber }: { readonly name: string; readonly businessNumber: string }): PartyDraft => ({ kind, name, businessNumber, corporateNumber: null, incorporatedOn: null });
