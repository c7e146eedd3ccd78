import { localDate, type LocalDate } from '#libs/calendar';
import {
  answerApplication, CALL_COMMANDS, checkApplication, decideGrantObjection, decideGrantSelection, declareGrantEvaluation, fileGrantObjection, importApplications, scoreGrantEvaluation,
  type GrantBudgetService,
} from '#libs/grant';
import { won, ZERO_WON } from '#libs/money';
import type { Cast } from './cast.js';
import { APPLICANTS, BRIDGE, OBJECTION, type StoryApplicant } from './selection-story.data.js';

export interface SelectionStage {
  readonly cast: Cast;
  readonly budgets: GrantBudgetService;
}

const [openCall] = CALL_COMMANDS;
const EVALUATORS = ['committee1', 'committee2'] as const;
const PROJECT_WON = won(2_800_000_000n);

/**
 * The bridge groups of 2021 from the call to the decision: three apply, two are selected, one objects in vain. The amount that the
 * plan leaves open (for three years, or for each) is read as that of a year, and the call shows both.
 */
export async function playSelection({ cast, budgets }: SelectionStage, on: (date: string) => LocalDate): Promise<void> {
  const callId = await openBridge({ cast, budgets }, on(BRIDGE.openedOn));
  const ids = await receiveAll(cast, callId, on('2021-02-10'));
  on('2021-02-15');
  for (const applicationId of ids) await nothingStandsAgainst(cast, applicationId, localDate('2021-02-15'));
  await cast.do('finance', checkApplication, { callId, applicationIds: ids });
  on('2021-02-18');
  for (const [index, evaluator] of EVALUATORS.entries()) {
    await cast.do(evaluator, declareGrantEvaluation, { callId, declarations: ids.map((applicationId) => ({ applicationId, conflicted: false, note: null })) });
    await cast.do(evaluator, scoreGrantEvaluation, { callId, scores: ids.map((applicationId, place) => ({ applicationId, score: APPLICANTS[place]?.scores[index] ?? '0', comment: null })) });
  }
  await select(cast, callId, on('2021-02-22'));
  const { id: objectionId } = await cast.do('finance', fileGrantObjection, { applicationId: ids.at(-1) ?? '', filedOn: on('2021-02-24'), reason: OBJECTION.reason });
  await cast.do('compliance', decideGrantObjection, { objectionId: objectionId ?? '', outcome: 'DISMISSED', decidedOn: on('2021-02-26'), reason: OBJECTION.answer });
}

async function openBridge({ cast, budgets }: SelectionStage, today: LocalDate): Promise<string> {
  const { agency, terms, budget } = BRIDGE;
  const { id: callId } = await cast.do('finance', openCall, {
    ...{ kind: 'BRIDGE', regime: 'RND', fiscalYear: 2021, name: null, agency, recipientRole: 'RESEARCH_GROUP', amountBasis: 'PER_YEAR', feasibility: 'NOT_NEEDED' },
    ...{ programmeId: null, lines: null, terms, proposal: null },
  });
  await cast.do('finance', budgets.decide, { callId, fiscalYear: 2021, stage: 'APPROVED', change: 'GRANT', amountWon: won(budget.amountWon), decidedOn: today, clause: budget.clause });
  return callId;
}

/** Answers the ids of the applications in the order of the list. */
async function receiveAll(cast: Cast, callId: string, receivedOn: LocalDate): Promise<string[]> {
  const { numbers } = await cast.do('finance', importApplications, { callId, applications: APPLICANTS.map((each) => form(each, receivedOn)) });
  const rows = await cast.look(async (tx): Promise<{ id: string; number: string }[]> => tx.query('select id, number from grant_application where call_id = $1', [callId]));
  return numbers.map((number) => rows.find((row) => row.number === number)?.id ?? '');
}

function form({ name, businessNumber, title, technology, investigator }: StoryApplicant, receivedOn: LocalDate) {
  return {
    number: null,
    facts: { receivedOn, title, technology, subProgramme: null, broker: null, periodFrom: localDate('2021-04-01'), periodTo: localDate('2021-12-31'), note: null },
    applicants: [
      {
        ...{ role: 'LEAD' as const, organisation: { kind: 'INSTITUTION' as const, name, businessNumber, corporateNumber: null, incorporatedOn: null }, institution: 'NON_PROFIT' as const },
        ...{ investigator, investigatorNumber: null, governmentWon: PROJECT_WON, ownCashWon: ZERO_WON, ownInKindWon: ZERO_WON, localWon: ZERO_WON, otherWon: ZERO_WON },
      },
    ],
  };
}

/** Tax office and the system of applications: nothing stands against who applied. */
export async function nothingStandsAgainst(cast: Cast, applicationId: string, askedOn: LocalDate): Promise<void> {
  const rows = await cast.look(async (tx): Promise<{ partyId: string }[]> => tx.query('select party_id as "partyId" from grant_applicant where application_id = $1', [applicationId]));
  const answers = rows.flatMap(({ partyId }) => [
    { partyId, kind: 'TAX_ARREARS' as const, result: 'CLEAR' as const, projects: null, projectsLed: null, source: '국세청 체납 조회', askedOn, note: null },
    { partyId, kind: 'PARTICIPATION' as const, result: 'CLEAR' as const, projects: 1, projectsLed: 0, source: 'IRIS', askedOn, note: null },
  ]);
  await cast.do('finance', answerApplication, { applicationId, answers });
}

async function select(cast: Cast, callId: string, decidedOn: LocalDate): Promise<void> {
  const draft = { callId, decidedOn, notifiedOn: decidedOn };
  const seen = await cast.preview('finance', decideGrantSelection, { ...draft, selectedIds: null, amountWon: null }, ({ ranked, amountWon }) => ({
    selectedIds: ranked.filter(({ outcome }) => outcome === 'SELECTED').map(({ candidate }) => candidate.applicationId),
    amountWon,
  }));
  await cast.do('finance', decideGrantSelection, { ...draft, ...seen });
}
