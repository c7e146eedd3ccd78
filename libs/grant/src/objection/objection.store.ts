import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';

export interface ObjectionDraft {
  readonly id: string;
  readonly applicationId: string;
  readonly filedOn: LocalDate;
  readonly reason: string;
  readonly against: 'REJECTED' | 'WAITLISTED';
}

/** Throws conflict `grant-objection.open-already` while another one about the application is undecided. */
export async function insertObjection(tx: Tx, context: CommandContext, { id, applicationId, filedOn, reason, against }: ObjectionDraft): Promise<void> {
  const open: unknown[] = await tx.query('select 1 from grant_objection o where o.application_id = $1 and not exists (select 1 from grant_objection_decision d where d.objection_id = o.id)', [applicationId]);
  if (open.length > 0) throw new DomainError('conflict', 'grant-objection.open-already', { ko: '이 신청에는 아직 결정하지 않은 이의신청이 있습니다. 먼저 결정해 주세요.', en: 'An objection about this application is undecided. Decide it first.' });
  await tx.query('insert into grant_objection (id, application_id, filed_on, reason, against, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [id, applicationId, filedOn, reason, against, context.now, context.commandId]);
}

export interface ObjectionDecision {
  readonly objectionId: string;
  readonly outcome: 'UPHELD' | 'DISMISSED';
  readonly decidedOn: LocalDate;
  readonly reason: string;
}

/** Throws forbidden `grant-objection.judged-by-refuser` where the same natural person had turned the application down. */
export async function insertObjectionDecision(tx: Tx, context: CommandContext, { objectionId, outcome, decidedOn, reason }: ObjectionDecision): Promise<void> {
  const same: unknown[] = await tx.query(
    `select 1 from grant_objection o
       join lateral (select e.command_id from grant_application_event e where e.application_id = o.application_id and e.event in ('reject', 'waitlist') and e.recorded_at <= o.recorded_at order by e.id desc limit 1) t on true
       join command_author c on c.id = t.command_id join app_user refuser on refuser.id = c.actor_id join app_user judge on judge.id = $2
      where o.id = $1 and coalesce(refuser.person_id, refuser.id) = coalesce(judge.person_id, judge.id)`,
    [objectionId, context.actor.userId],
  );
  if (same.length > 0) throw new DomainError('forbidden', 'grant-objection.judged-by-refuser', { ko: '탈락·예비를 결정한 사람은 그 이의신청을 결정할 수 없습니다. 다른 담당자가 결정해야 합니다.', en: 'Whoever turned the application down does not judge the objection. Somebody else has to.' });
  await tx.query('insert into grant_objection_decision (objection_id, outcome, decided_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [objectionId, outcome, decidedOn, reason, context.now, context.commandId]);
}
