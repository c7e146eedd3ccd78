import { createHash, randomUUID } from 'node:crypto';
import { seoulDateOf } from '#libs/calendar';
import {
  appendSubmitted,
  canonicalJson,
  storeInput,
  type CommandGate,
  type Demand,
  type LogEntry,
  type Passage,
  type Standing,
  type Submission,
  type SubmittedCommand,
} from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import { DomainError, notFound, type Bilingual } from '#libs/errors';
import { formatWon, won } from '#libs/money';
import { effectsOf } from './effects.query.js';
import { getStanding, labelsOf, scopeOf, titleOf } from './approval-request.query.js';
import { namesOf } from './approval-request.js';
import { insertEvent, insertRequest, findLastVersion, nextNumber, type EarlierVersion } from './approval-request.store.js';

const DAY = 24 * 60 * 60 * 1_000;

/**
 * Maker-checker for every command: asks policy what a command needs, and keeps what has to wait. It decides nothing that
 * the database does not decide again at commit.
 */
export class ApprovalGate implements CommandGate {
  async ask(tx: Tx, entry: LogEntry): Promise<Passage> {
    const rows: (Demand & { mode: string })[] = await tx.query(
      `select policy_id as "policyId", from_won::text as "fromWon", mode, amount_won::text as "amountWon", expires_after_days as "expiresAfterDays"
         from approval_demand($1, $2::jsonb)`,
      [entry.command, entry.canonicalInput],
    );
    const demand = rows[0];
    if (demand === undefined) throw nobodyDecided(entry.command);
    if (demand.mode === 'DIRECT') return { kind: 'OPEN', breakGlassId: null };
    const { breakGlassId } = entry.origin;
    if (breakGlassId === undefined) return { kind: 'SIGNATURES', demand };
    await requireOpenGlass(tx, breakGlassId, entry);
    return { kind: 'OPEN', breakGlassId };
  }

  async opens(tx: Tx, entries: readonly LogEntry[]): Promise<readonly boolean[]> {
    const rows = await askPrepared<{ place: string }>(tx, `select place from approval_demands($1, $2::jsonb[]) where mode = 'DIRECT'`, [
      entries.map(({ command }) => command),
      entries.map(({ canonicalInput }) => canonicalInput),
    ]);
    const direct = new Set(rows.map(({ place }) => Number(place) - 1));
    return entries.map((_, at) => direct.has(at));
  }

  effectsOf(tx: Tx, commandId: string): Promise<unknown> {
    return effectsOf(tx, commandId);
  }

  async submit(tx: Tx, submission: Submission): Promise<SubmittedCommand> {
    const { entry, demand, tried, now } = submission;
    const earlier = await this.earlierVersion(tx, submission);
    const preview = canonicalJson({ result: tried.result, verdicts: tried.verdicts, effects: tried.effects });
    const labels = await labelsOf(tx, entry.inputIds);
    const id = randomUUID();
    const request = {
      id,
      caseId: earlier?.caseId ?? id,
      version: (earlier?.version ?? 0) + 1,
      number: earlier?.number ?? (await nextNumber(tx, seoulDateOf(now).slice(0, 4))),
      title: titleFor(await titleOf(tx, entry.command), namesOf(JSON.parse(entry.canonicalInput), labels), demand.amountWon),
      storedInput: JSON.stringify(storeInput(submission.input)),
      preview,
      previewHash: createHash('sha256').update(preview).digest('hex'),
      amountWon: demand.amountWon,
      policyId: demand.policyId,
      fromWon: demand.fromWon,
      scope: await scopeOf(tx, entry.command, entry.canonicalInput),
      submittedAt: now,
      expiresAt: new Date(now.getTime() + demand.expiresAfterDays * DAY),
    };
    await insertRequest(tx, entry, request);
    await appendSubmitted(tx, { ...entry, approvalId: id }, tried.verdicts, now);
    return { requestId: id, number: request.number, version: request.version, title: request.title, state: 'PENDING', verdicts: tried.verdicts, replayed: false };
  }

  async standing(tx: Tx, requestId: string): Promise<Standing> {
    const { executedCommandId, ...submitted } = await getStanding(tx, requestId);
    if (executedCommandId !== null) return { kind: 'EXECUTED', commandId: executedCommandId };
    return { kind: 'WAITING', submitted: { ...submitted, replayed: true } };
  }

  /** A returned, recalled, failed or expired request comes again as its next version, by the same drafter. */
  private async earlierVersion(tx: Tx, { entry, now }: Submission): Promise<EarlierVersion | null> {
    const supersedes = entry.origin.supersedes;
    if (supersedes === undefined) return null;
    const earlier = await findLastVersion(tx, supersedes);
    if (earlier === null) throw notFound({ ko: '결재 문서', en: 'approval request' }, supersedes);
    const hasExpired = earlier.state === 'PENDING' && earlier.expiresAt <= now;
    const mayFollow = ['RETURNED', 'RECALLED', 'FAILED', 'EXPIRED'].includes(earlier.state) || hasExpired;
    if (!mayFollow || earlier.makerId !== entry.actor.userId || earlier.command !== entry.command) throw notSuperseded(earlier.state);
    if (hasExpired) {
      const event = { requestId: earlier.id, kind: 'EXPIRED', reason: null, problem: null } as const;
      await insertEvent(tx, event, { actorId: entry.actor.userId, at: now, commandId: entry.commandId });
    }
    return earlier;
  }
}

function titleFor(name: Bilingual, names: readonly string[], amountWon: string | null): Bilingual {
  const about = names.map((each) => ` · ${each}`).join('');
  const amount = amountWon === null ? { ko: '', en: '' } : { ko: ` · ${formatWon(won(amountWon))}원`, en: ` · ${formatWon(won(amountWon))} won` };
  return { ko: `${name.ko}${about}${amount.ko}`, en: `${name.en}${about}${amount.en}` };
}

async function requireOpenGlass(tx: Tx, breakGlassId: string, entry: LogEntry): Promise<void> {
  const rows: unknown[] = await tx.query('select 1 from break_glass where id = $1 and user_id = $2 and $3 = any (commands) and open_until > now()', [
    breakGlassId,
    entry.actor.userId,
    entry.command,
  ]);
  if (rows.length > 0) return;
  throw new DomainError('forbidden', 'break-glass.not-open', {
    ko: '이 작업에 대한 긴급 처리 허용이 없거나 시간이 지났습니다. 정상 결재로 올려 주세요.',
    en: 'No emergency is open for this command, or its time is over. Send it for approval instead.',
  });
}

function nobodyDecided(command: string): DomainError {
  return new DomainError(
    'forbidden',
    'approval.nobody-decided',
    {
      ko: `이 작업(${command})의 결재 기준이 정해져 있지 않아 처리할 수 없습니다. 준법감시 담당자에게 위임전결 기준 등록을 요청해 주세요.`,
      en: `Nobody has decided who approves ${command}, so it cannot pass. Ask compliance to decide the delegation of approval.`,
    },
    { details: { command } },
  );
}

function notSuperseded(state: string): DomainError {
  return new DomainError(
    'conflict',
    'approval.not-superseded',
    {
      ko: '반려·회수·실패·만료된 본인의 문서만 같은 작업으로 다시 올릴 수 있습니다.',
      en: 'Only your own request that was returned, recalled, failed or expired can be drafted again, for the same command.',
    },
    { details: { state } },
  );
}
