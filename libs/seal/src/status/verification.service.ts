import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AccessLog, SYSTEM_ACTOR } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { enterScopes, SEALER } from '#libs/database';
import { DomainError } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { Observable, type Subscriber } from 'rxjs';
import { DataSource } from 'typeorm';
import { readAnchorFolder } from '../anchor/anchor-folder.js';
import { SEAL_OPTIONS, type SealOptions } from '../seal.options.js';
import { keyFinderOf } from '../sealer/seal-key.js';
import type { Verification } from '../verification/finding.js';
import { verifyDatabase, type Progress } from '../verification/verify-database.js';

/** What somebody who watches a verification is told. */
export type VerificationEvent =
  | { readonly topic: 'progress'; readonly payload: Progress }
  | { readonly topic: 'result'; readonly payload: Verification }
  | { readonly topic: 'refused'; readonly payload: { readonly code: string; readonly text: { readonly ko: string; readonly en: string } } };

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
}

/** Any number that no other lock of the program has: "verify" on a telephone keypad. */
const VERIFY_LOCK = 837_439;

/** Checks every seal for somebody who watches: one verification at a time, and none that nobody waits for. */
@Injectable()
export class VerificationService {
  constructor(
    @InjectDataSource(SEALER) private readonly source: DataSource,
    private readonly keyring: Keyring,
    private readonly log: AccessLog,
    @Inject(SEAL_OPTIONS) private readonly options: SealOptions,
  ) {}

  /** Ends with the result, or with a refusal while another verification is under way. It stops when the watcher leaves. */
  watch(request: Request): Observable<VerificationEvent> {
    return new Observable((subscriber) => {
      this.verify(request, subscriber).then(
        (event) => {
          subscriber.next(event);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error),
      );
    });
  }

  private async verify(request: Request, subscriber: Subscriber<VerificationEvent>): Promise<VerificationEvent> {
    const anchors = await readAnchorFolder(this.options.anchorFolder);
    const onProgress = (payload: Progress): void => {
      if (subscriber.closed) throw abandoned();
      subscriber.next({ topic: 'progress', payload });
    };
    const verification = await this.source.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('set transaction read only');
      const locks: { mine: boolean }[] = await tx.query('select pg_try_advisory_xact_lock($1) as mine', [VERIFY_LOCK]);
      if (locks[0]?.mine !== true) return null;
      await enterScopes(tx, SYSTEM_ACTOR);
      return verifyDatabase(tx, { keyOf: keyFinderOf(this.keyring), anchors, onProgress });
    });
    if (verification === null) return { topic: 'refused', payload: { code: 'seal.busy', text: BUSY } };
    await this.remember(request, verification);
    return { topic: 'result', payload: verification };
  }

  /** Who asked, and what the answer was. */
  private async remember({ actor, origin }: Request, { sound, head, findings }: Verification): Promise<void> {
    const outcome = sound ? '이상 없음' : `이상 ${findings.length}건: ${findings[0]?.text.ko ?? ''}`;
    const subjectLabel = `봉인 검증(${head?.number ?? 0}회차까지): ${outcome}`.slice(0, 500);
    await this.log.record({ actor, origin, action: 'seal.verify', subjectKind: 'seal', subjectId: String(head?.number ?? 0), subjectLabel });
  }
}

const BUSY = {
  ko: '다른 검증이 진행 중입니다. 끝난 뒤에 다시 시작해 주세요.',
  en: 'Another verification is under way. Start again when it is done.',
};

function abandoned(): DomainError {
  return new DomainError('conflict', 'seal.abandoned', { ko: '검증을 지켜보던 화면이 닫혀 멈췄습니다.', en: 'Nobody waits for this verification any more.' });
}
