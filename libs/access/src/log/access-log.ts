import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { CLOCK, type Tx } from '#libs/database';
import { DataSource } from 'typeorm';

/** One look at, or one download of, something: who, from where, whose data, what and why. */
export interface AccessEntry {
  readonly actor: Actor;
  readonly origin: Origin;
  /** What was done, named like a permission (`document.read`). */
  readonly action: string;
  /** The kind of thing looked at (`document`, `report`, `fund`). */
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** The thing as people call it; it must say whose data it is. */
  readonly subjectLabel: string;
  /** Of how many people or accounts it told, where it told of any. */
  readonly subjectCount?: number;
  /** Required by law for downloads of personal data; absent for what is looked at on a screen. */
  readonly reason?: string | null;
}

/**
 * The record of access that the standard of safety measures for personal data demands (개인정보의 안전성 확보조치 기준
 * 제8조). Append-only, like the command log, but about reading; it is written as the application even for those whose
 * reads run under a role that cannot write.
 */
@Injectable()
export class AccessLog {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the transaction of the deed it belongs to. */
  async append(tx: Tx, entry: AccessEntry): Promise<void> {
    const { actor, origin } = entry;
    await tx.query(
      `insert into access_log (accessed_at, user_id, login, roles, address, user_agent, session_id, action, subject_kind, subject_id, subject_label, reason, subject_count)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        this.clock.now(),
        actor.userId,
        actor.login,
        actor.roles,
        origin.address,
        origin.userAgent,
        origin.sessionId,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
        entry.subjectLabel,
        entry.reason ?? null,
        entry.subjectCount ?? null,
      ],
    );
  }

  /** In a transaction of its own, before what it tells of is handed out: nothing leaves that is not on record. */
  async record(entry: AccessEntry): Promise<void> {
    await this.append(this.source.manager, entry);
  }
}
