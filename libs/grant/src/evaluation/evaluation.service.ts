import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, type FieldFault } from '#libs/errors';
import { declarationFault, scoreFault, type EvaluationFault } from '#libs/selection';
import { applicationsOf, lockApplications } from '../application/application.query.js';
import { recordApplicationSteps } from '../application/event.store.js';
import { CALL_POLICIES } from '../call/call.policy.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import { openEvaluations, type OpenApplication } from './evaluation.query.js';
import { insertDeclarations, insertScores } from './evaluation.store.js';
import type { Declaration, Score } from './evaluation.js';

export interface DeclareConflicts {
  readonly callId: string;
  readonly declarations: readonly Declaration[];
}

/** `grant-evaluation.declare`: an evaluator says of each application, before scoring it, whether they have a conflict of interest. */
export const declareGrantEvaluation: Command<DeclareConflicts, { readonly declared: number; readonly conflicted: number }> = {
  name: 'grant-evaluation.declare',
  async execute(tx, context, { callId, declarations }) {
    await requireOpen(tx, context, { callId, list: 'declarations', ids: declarations.map(({ applicationId }) => applicationId), faultOf: declarationFault });
    await insertDeclarations(tx, context, declarations);
    context.announce('grant.changed', { callId });
    return { declared: declarations.length, conflicted: declarations.filter(({ conflicted }) => conflicted).length };
  },
};

export interface ScoreApplications {
  readonly callId: string;
  readonly scores: readonly Score[];
}

export interface ScoredApplications {
  readonly scored: number;
  /** How many of them have as many scores as the terms ask for since now. */
  readonly evaluated: number;
}

/** `grant-evaluation.score`: the scores of one evaluator. An application is evaluated once as many are in as the terms ask for. */
export const scoreGrantEvaluation: Command<ScoreApplications, ScoredApplications> = {
  name: 'grant-evaluation.score',
  async execute(tx, context, { callId, scores }) {
    const ids = scores.map(({ applicationId }) => applicationId);
    await requireOpen(tx, context, { callId, list: 'scores', ids, faultOf: scoreFault });
    await insertScores(tx, context, scores);
    const minimum = (await policiesOfCall(tx, await getCall(tx, callId), context.today)).integer(CALL_POLICIES.evaluatorsMinimum, 1);
    const complete = (await openEvaluations(tx, context.actor.userId, ids)).filter(({ state, scores: given }) => state === 'CHECKED' && given >= minimum);
    await recordApplicationSteps(tx, context, complete.map(({ applicationId, round }) => ({ applicationId, event: 'evaluate' as const, happenedOn: context.today, detail: { minimum, round } })));
    context.announce('grant.changed', { callId });
    return { scored: scores.length, evaluated: complete.length };
  },
};

interface Wanted {
  readonly callId: string;
  /** Where the ids stand in the input. */
  readonly list: string;
  readonly ids: readonly string[];
  readonly faultOf: (open: OpenApplication) => EvaluationFault | null;
}

/** Refuses everything that cannot be declared or scored at once, each at its place. The last two scores must not each think that one is still missing. */
async function requireOpen(tx: Tx, context: CommandContext, { callId, list, ids, faultOf }: Wanted): Promise<void> {
  await getCall(tx, callId);
  const pointerAt = (index: number): string => `/${list}/${index}/applicationId`;
  await applicationsOf(tx, callId, ids, pointerAt);
  await lockApplications(tx, ids);
  const open = new Map((await openEvaluations(tx, context.actor.userId, ids)).map((each) => [each.applicationId, each]));
  const faults = ids.flatMap((id, index): FieldFault[] => {
    const each = open.get(id);
    const fault = each === undefined ? null : faultOf(each);
    return fault === null ? [] : [{ pointer: pointerAt(index), ...fault }];
  });
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
}
