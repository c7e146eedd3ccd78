import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, type FieldFault } from '#libs/errors';
import { requireApplications } from '../application/application.service.js';
import { recordVoucherEvents } from '../voucher/event.store.js';
import { YEAR_POLICIES } from '../year/year.policy.js';
import { getOpenYear, policiesOfYear } from '../year/year.query.js';
import { openEvaluations, type OpenEvaluation } from './evaluation.query.js';
import type { EvaluationFault } from '#libs/selection';
import { faultOfDeclaration, faultOfScore } from './evaluation.rules.js';
import { insertDeclarations, insertScores, type Declaration, type Score } from './evaluation.store.js';

export interface DeclareConflicts {
  readonly yearId: string;
  readonly declarations: readonly Declaration[];
}

export interface ScoreApplications {
  readonly yearId: string;
  readonly scores: readonly Score[];
}

export interface ScoredApplications {
  readonly scored: number;
  /** How many of them have as many scores as the terms ask for since now. */
  readonly evaluated: number;
}

/** `evaluation.declare`: an evaluator says of each application, before scoring it, whether they have a conflict of interest. */
export const declareEvaluation: Command<DeclareConflicts, { readonly declared: number; readonly conflicted: number }> = {
  name: 'evaluation.declare',
  async execute(tx, context, { yearId, declarations }) {
    await getOpenYear(tx, yearId);
    await requireOpenEvaluations(tx, context, yearId, 'declarations', declarations, faultOfDeclaration);
    await insertDeclarations(tx, context, declarations);
    context.announce('voucher.changed', { yearId });
    return { declared: declarations.length, conflicted: declarations.filter(({ conflicted }) => conflicted).length };
  },
};

/** `evaluation.score`: the scores of one evaluator. An application is evaluated once as many scores are in as the terms ask for. */
export const scoreEvaluation: Command<ScoreApplications, ScoredApplications> = {
  name: 'evaluation.score',
  async execute(tx, context, { yearId, scores }) {
    const year = await getOpenYear(tx, yearId);
    await requireOpenEvaluations(tx, context, yearId, 'scores', scores, faultOfScore);
    await insertScores(tx, context, scores);
    const minimum = (await policiesOfYear(tx, year, context.today)).integer(YEAR_POLICIES.evaluatorsMinimum, 1);
    const complete = await completeOf(tx, context, scores, minimum);
    await recordVoucherEvents(tx, context, complete.map((voucherId) => ({ voucherId, event: 'evaluate' as const, happenedOn: context.today, detail: { minimum } })));
    context.announce('voucher.changed', { yearId });
    return { scored: scores.length, evaluated: complete.length };
  },
};

export const EVALUATION_COMMANDS = [declareEvaluation, scoreEvaluation] as const;

/** Refuses everything that cannot be declared or scored at once, each at its place. Two evaluators of one application wait for each other. */
async function requireOpenEvaluations(
  tx: Tx,
  context: CommandContext,
  yearId: string,
  list: string,
  items: readonly { readonly voucherId: string }[],
  faultOf: (open: OpenEvaluation) => EvaluationFault | null,
): Promise<void> {
  const ids = items.map(({ voucherId }) => voucherId);
  await requireApplications(tx, yearId, ids, (index) => `/${list}/${index}/voucherId`);
  await lockEvaluations(tx, ids);
  const open = new Map((await openEvaluations(tx, context.actor.userId, ids)).map((each) => [each.voucherId, each]));
  const faults = ids.flatMap((id, index): FieldFault[] => {
    const each = open.get(id);
    const fault = each === undefined ? null : faultOf(each);
    return fault === null ? [] : [{ pointer: `/${list}/${index}/voucherId`, ...fault }];
  });
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
}

/** The last two scores must not each think that one is still missing. */
async function lockEvaluations(tx: Tx, voucherIds: readonly string[]): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(key) from (select hashtextextended('evaluation ' || id, 0) as key from unnest($1::text[]) as id order by id) as locks`, [voucherIds]);
}

async function completeOf(tx: Tx, context: CommandContext, scores: readonly Score[], minimum: number): Promise<string[]> {
  const now = await openEvaluations(tx, context.actor.userId, scores.map(({ voucherId }) => voucherId));
  return now.filter(({ state, scores: given }) => state === 'SCREENED' && given >= minimum).map(({ voucherId }) => voucherId);
}
