import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AccessLog } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { CLOCK, enterScopes } from '#libs/database';
import { DataSource } from 'typeorm';
import { insertDownload } from './download.store.js';
import type { DownloadDraft } from './download.js';

/** Which file, without who took it. */
export type DownloadLine = Omit<DownloadDraft, 'actorId' | 'actorLogin' | 'address' | 'downloadedAt'>;

/** Puts on record that somebody takes a report away, in the log of downloads and in that of access. */
@Injectable()
export class DownloadLog {
  constructor(
    private readonly access: AccessLog,
    /** The application's own connection: the log is written by it even for those whose reads run under a role that cannot write. */
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Before the file leaves. `label` is the report as people call it. */
  async append({ actor, origin }: { readonly actor: Actor; readonly origin: Origin }, line: DownloadLine, label: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await enterScopes(tx, actor);
      await insertDownload(tx, { ...line, actorId: actor.userId, actorLogin: actor.login, address: origin.address, downloadedAt: this.clock.now() });
      await this.access.append(tx, { actor, origin, action: 'report.download', subjectKind: 'report', subjectId: line.number, subjectLabel: label, reason: line.reason });
    });
  }
}
