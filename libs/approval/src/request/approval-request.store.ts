import type { LogEntry } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';

export interface NewRequest {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly number: string;
  readonly title: Bilingual;
  readonly storedInput: string;
  readonly preview: string;
  readonly previewHash: string;
  readonly amountWon: string | null;
  readonly policyId: string;
  readonly fromWon: string;
  readonly scope: string;
  readonly submittedAt: Date;
  readonly expiresAt: Date;
}

export async function insertRequest(tx: Tx, entry: LogEntry, request: NewRequest): Promise<void> {
  await tx.query(
    `insert into approval_request (id, case_id, version, number, title_ko, title_en, command, input_canonical, stored_input, input_hash, preview_canonical,
                                   preview_hash, content_hash, amount_won, policy_id, from_won, maker_id, maker_login, maker_name, reason, scope,
                                   submitted_at, expires_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, repeat('0', 64), $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      request.id,
      request.caseId,
      request.version,
      request.number,
      request.title.ko,
      request.title.en,
      entry.command,
      entry.canonicalInput,
      request.storedInput,
      entry.inputHash,
      request.preview,
      request.previewHash,
      request.amountWon,
      request.policyId,
      request.fromWon,
      entry.actor.userId,
      entry.actor.login,
      entry.actor.name,
      entry.reason,
      request.scope,
      request.submittedAt,
      request.expiresAt,
      entry.commandId,
    ],
  );
}

export interface EarlierVersion {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly command: string;
  readonly makerId: string;
  readonly state: string;
  readonly expiresAt: Date;
}

/** The last version of the matter that `requestId` belongs to; null where there is none. The database locks it when the next one comes. */
export async function findLastVersion(tx: Tx, requestId: string): Promise<EarlierVersion | null> {
  const rows: EarlierVersion[] = await tx.query(
    `select r.id, r.case_id as "caseId", r.number, r.version, r.command, r.maker_id as "makerId", s.state, r.expires_at as "expiresAt"
       from approval_request r join approval_state s on s.request_id = r.id
      where r.case_id = (select case_id from approval_request where id = $1) order by r.version desc limit 1`,
    [requestId],
  );
  return rows[0] ?? null;
}

export async function nextNumber(tx: Tx, year: string): Promise<string> {
  const rows: { next: string }[] = await tx.query(`select lpad(nextval('approval_number')::text, 6, '0') as next`);
  return `APR-${year}-${rows[0]?.next ?? ''}`;
}

export interface NewEvent {
  readonly requestId: string;
  readonly kind: 'RECALLED' | 'EXPIRED' | 'FAILED';
  readonly reason: string | null;
  readonly problem: string | null;
}

export async function insertEvent(tx: Tx, event: NewEvent, by: { readonly actorId: string; readonly at: Date; readonly commandId: string }): Promise<void> {
  await tx.query('insert into approval_event (request_id, kind, actor_id, happened_at, reason, problem, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [
    event.requestId,
    event.kind,
    by.actorId,
    by.at,
    event.reason,
    event.problem,
    by.commandId,
  ]);
}
