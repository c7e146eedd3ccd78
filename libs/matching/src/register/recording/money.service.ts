import { compareDates, startOfSeoulDay, type LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { recordTranches, type Recording } from '#libs/grant';
import { normaliseName } from '#libs/identifier';
import type { Ledger } from '#libs/ledger';
import { numberKey } from '#libs/sheet';
import { depositTermsOn } from '../../deposit/deposit.query.js';
import { flagsOfDeclaration, lockedUntil } from '../../deposit/deposit.rules.js';
import { insertDeposit, insertFlags } from '../../deposit/deposit.store.js';
import { proveDeposit } from '../../deposit/proof/proof.service.js';
import { insertRelease } from '../../release/release.store.js';
import { releaseDecidedInHistory } from '../../room/room.posting.js';
import { getRoomProject, roomBalances } from '../../room/room.query.js';
import { settleRoom } from '../../room/room.service.js';
import type { RoomProject } from '../../room/room.js';
import type { MatchingWithdrawalService } from '../../withdrawal/withdrawal.service.js';
import type { MatchingFacts, MoveFact, ReleaseFact } from '../register.js';

/** What carries the steps of the past through the same functions as those of today. */
export interface MoneyRecording {
  readonly recording: Recording;
  readonly ledger: Ledger;
  readonly withdrawals: MatchingWithdrawalService;
}

type Step = { readonly kind: 'MOVE'; readonly fact: MoveFact } | { readonly kind: 'RELEASE'; readonly fact: ReleaseFact };

const dayOf = (step: Step) => (step.kind === 'MOVE' ? step.fact.on : step.fact.paidOn);

/** Deposits, returns and releases of the past in the order of their days, deposits before releases: what was allowed at each is what it was then. */
export async function recordMoney(at: MoneyRecording, { moves, releases }: MatchingFacts): Promise<void> {
  const steps: Step[] = [...moves.map((fact) => ({ kind: 'MOVE' as const, fact })), ...releases.map((fact) => ({ kind: 'RELEASE' as const, fact }))];
  for (const step of steps.sort((one, other) => compareDates(dayOf(one), dayOf(other)))) {
    const agreement = at.recording.agreements.get(numberKey(step.fact.project));
    if (agreement === undefined) continue;
    const project = await getRoomProject(at.recording.tx, agreement.id);
    const then = asKnownThen(at, dayOf(step));
    if (step.kind === 'RELEASE') await recordRelease(then, project, step.fact);
    else if (step.fact.kind === 'DEPOSIT') await recordDeposit(then, project, step.fact);
    else await recordReturn(then, project, step.fact);
  }
}

/** What a register tells counts as known from its day, releases and the money that allowed them alike: a report as known then has both. */
function asKnownThen(at: MoneyRecording, day: LocalDate): MoneyRecording {
  const { context } = at.recording;
  return { ...at, recording: { ...at.recording, context: context.tellingOf(startOfSeoulDay(day)) } };
}

/** A deposit of the past is proven by what the register says of it. */
async function recordDeposit({ recording, ledger }: MoneyRecording, project: RoomProject, { on, payer, amountWon, source, sourceText, proof }: MoveFact): Promise<void> {
  const { tx, context } = recording;
  const terms = await depositTermsOn(tx, project.callId, on);
  const relation = normaliseName(payer) === normaliseName(project.company) ? ('COMPANY' as const) : ('THIRD_PARTY' as const);
  const draft = { depositedOn: on, amountWon, depositor: payer, relation, source, sourceText, lockedUntil: lockedUntil(on, terms), reference: proof, documentId: null };
  const id = await insertDeposit(tx, context, project.agreementId, draft);
  await insertFlags(tx, context, flagsOfDeclaration(draft, terms).map((flag) => ({ depositId: id, flag })));
  await proveDeposit(tx, context, ledger, id, { bankLineId: null, evidence: `매칭 대장${proof === null ? '' : `: ${proof}`}`, provenOn: on });
}

async function recordReturn({ recording, withdrawals }: MoneyRecording, project: RoomProject, { on, payer, amountWon }: MoveFact): Promise<void> {
  await withdrawals.record.execute(recording.tx, recording.context, { agreementId: project.agreementId, withdrawnOn: on, amountWon, paidTo: payer, reason: '매칭 대장의 반환', documentId: null });
}

/** A release of the past was decided and paid on its day, whatever the private money in allowed. */
async function recordRelease(at: MoneyRecording, project: RoomProject, fact: ReleaseFact): Promise<void> {
  const { recording, ledger } = at;
  const { tx, context } = recording;
  const entries: Recording['entries'] = [];
  const label = [fact.turn === null ? null : `${fact.turn}차`, fact.milestone].filter((part) => part !== null).join(' ').slice(0, 60);
  const [trancheId = ''] = await recordTranches({ ...recording, entries }, [{ agreement: fact.project, label: label === '' ? null : label, paidOn: fact.paidOn, amountWon: fact.amountWon, account: null }]);
  await recordMilestone(tx, context, trancheId, fact);
  const balances = await roomBalances(tx, project);
  await insertRelease(tx, context, { trancheId, agreementId: project.agreementId, milestone: fact.milestone, allowedWon: balances.allowedWon, releasedWon: balances.releasedWon });
  const lowered = releaseDecidedInHistory({ ...project, effectiveOn: fact.paidOn, memo: `${project.number} ${label === '' ? '지급' : label}` }, balances, fact.amountWon);
  await ledger.post(tx, context, [...entries, lowered]);
  await settleRoom(tx, context, ledger, project, { on: fact.paidOn, cause: `대장의 지급 ${label}`.trim() });
}

/** The milestone that opened the gate, where the register names one, and the day on which it was confirmed. */
async function recordMilestone(tx: Tx, context: CommandContext, trancheId: string, { milestone, confirmedOn }: ReleaseFact): Promise<void> {
  if (milestone === null) return;
  await tx.query(`insert into grant_tranche_condition (tranche_id, position, kind, label, command_id) values ($1, 1, 'MILESTONE', $2, $3)`, [trancheId, milestone.slice(0, 200), context.commandId]);
  if (confirmedOn === null) return;
  await tx.query(`insert into grant_condition_met (tranche_id, position, met_on, note, known_at, command_id) values ($1, 1, $2, $3, $4, $5)`, [trancheId, confirmedOn, `매칭 대장: ${milestone}`.slice(0, 500), context.now, context.commandId]);
}
