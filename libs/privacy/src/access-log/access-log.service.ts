import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor, Command, Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { DomainError } from '#libs/errors';
import { onlookerOfRows, type Attendance } from '#libs/http';
import { kindFigures, limitsOf, listAccess, personFigures, purgeAccessLog, type AccessLogFilter, type Limits, type Purge } from './access-log.query.js';
import type { KindFigures, PersonFigures } from './access-log.js';
import { accessLogXlsx } from './access-log.xlsx.js';

export interface MonthFigures {
  readonly month: string;
  readonly people: readonly PersonFigures[];
  readonly kinds: readonly KindFigures[];
  readonly limits: Limits;
}

/** A file has no pages: as many entries as a worksheet has rows for, with its heading. */
const ROWS_OF_A_SHEET = 1_048_000;

const everything = (month: string): AccessLogFilter => ({ month, login: null, subject: null, action: null, onlyReasoned: false, onlyOffHours: false, moreSubjectsThan: null });

@Injectable()
export class AccessLogService {
  constructor(
    private readonly reader: Reader,
    private readonly log: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  figures(actor: Actor, month: string): Promise<MonthFigures> {
    return this.reader.read(actor, async (tx) => ({ month, people: await personFigures(tx, month), kinds: await kindFigures(tx, month), limits: await limitsOf(tx, month) }));
  }

  /** The log of a month as a workbook for somebody who says why; on record before it leaves, and who leaves before that takes nothing. */
  async export({ actor, origin, attendance }: { actor: Actor; origin: Origin; attendance: Attendance }, month: string, reason: string): Promise<Buffer> {
    attendance.tell({ phase: 'READING', done: 0, total: null });
    const facts = await this.reader.read(actor, async (tx) => ({
      month,
      rows: await listAccess(tx, everything(month), null, ROWS_OF_A_SHEET),
      people: await personFigures(tx, month),
      kinds: await kindFigures(tx, month),
    }));
    const bytes = await accessLogXlsx(facts, this.clock.now(), [`내려받은 사람: ${actor.login}`, `사유: ${reason}`], onlookerOfRows(attendance));
    attendance.signal.throwIfAborted();
    const subjectCount = Math.max(1, facts.people.length);
    await this.log.record({ actor, origin, action: 'access-log.export', subjectKind: 'access-log', subjectId: month, subjectLabel: `접속기록 ${month}`, subjectCount, reason });
    return bytes;
  }
}

/** `access-log.purge`: destroys what is past its retention and leaves a row that says how much, from when, and its hash. */
export const purgeLog: Command<{ reason: string }, Purge> = {
  name: 'access-log.purge',
  async execute(tx, context) {
    const purge = await purgeAccessLog(tx, randomUUID(), context.commandId, context.actor.userId);
    if (purge !== null) return purge;
    throw new DomainError('rule_broken', 'access-log.nothing-to-purge', {
      ko: '보관기간이 지난 접속기록이 없습니다.',
      en: 'No entry of the access log is past its retention.',
    });
  },
};

export const ACCESS_LOG_COMMANDS = [purgeLog] as const;
