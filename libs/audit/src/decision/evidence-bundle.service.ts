import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { DOCUMENT_STORE, type DocumentStore } from '#libs/document';
import { DomainError } from '#libs/errors';
import { copyMarks, currentSecond } from '#libs/report';
import { zip, type ZipPart } from '#libs/sheet';
import type { AuditFile } from '../download/pack-download.js';
import type { DecisionEvidence, DecisionSubject } from './decision.js';
import { getSubject, listEvidenceOf } from './decision.query.js';
import { evidenceIndexXlsx } from './evidence-bundle.xlsx.js';

/** What one archive may hold before it is packed: it is built in memory. */
const MOST_BYTES = 200_000_000;

@Injectable()
export class EvidenceBundleService {
  constructor(
    private readonly reader: Reader,
    private readonly log: AccessLog,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All files that speak for one thing with an index of their hashes, for somebody who says why. On record before they leave. */
  async download({ actor, origin }: { actor: Actor; origin: Origin }, subjectId: string, reason: string): Promise<AuditFile> {
    const knownBefore = new Date(this.clock.now().getTime() + 1);
    const { subject, evidence } = await this.reader.read(actor, async (tx) => ({ subject: await getSubject(tx, subjectId), evidence: await listEvidenceOf(tx, subjectId, knownBefore) }));
    const files = await this.contentOf(filesOf(evidence));
    const index = await evidenceIndexXlsx({ subject, evidence, nameOf: nameInBundle }, currentSecond(this.clock), copyMarks(actor, reason.trim()));
    const bytes = await zip([{ name: 'index.xlsx', content: index }, ...files]);
    await this.log.record({ actor, origin, action: 'evidence-bundle.download', subjectKind: 'evidence', subjectId, subjectLabel: `증빙 묶음 ${subject.label}`, subjectCount: files.length, reason: reason.trim() });
    return { number: subject.id, fileName: fileNameOf(subject), mediaType: 'application/zip', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Every file once, checked against its hash as it is read. */
  private async contentOf(files: readonly StoredEvidence[]): Promise<ZipPart[]> {
    const parts: ZipPart[] = [];
    let size = 0;
    for (const file of files) {
      const content = await this.store.read(file.sha256);
      size += content.length;
      if (size > MOST_BYTES) throw tooLarge();
      parts.push({ name: nameInBundle(file), content });
    }
    return parts;
  }
}

type StoredEvidence = DecisionEvidence & { readonly sha256: string; readonly fileName: string };

/** Files that several documents refer to are packed once. Throws `evidence.no-files` where there is none. */
function filesOf(evidence: readonly DecisionEvidence[]): StoredEvidence[] {
  const stored = evidence.filter((each): each is StoredEvidence => each.sha256 !== null && each.fileName !== null);
  const distinct = stored.filter(({ sha256 }, at) => stored.findIndex((other) => other.sha256 === sha256) === at);
  if (distinct.length > 0) return distinct;
  throw new DomainError('not_found', 'evidence.no-files', { ko: '이 대상에는 내려받을 증빙 파일이 없습니다.', en: 'No file of evidence is attached to this.' });
}

/** The hash is the name: an archive of plain names opens everywhere, and the index says what each file is called. */
function nameInBundle({ sha256, fileName }: Pick<DecisionEvidence, 'sha256' | 'fileName'>): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(fileName ?? '')?.[0] ?? '';
  return `files/${sha256 ?? ''}${extension.toLowerCase()}`;
}

const fileNameOf = ({ label }: DecisionSubject): string => `증빙_${label.replaceAll(/[\\/:*?"<>|\s]+/g, '_')}.zip`;

function tooLarge(): DomainError {
  return new DomainError('rule_broken', 'evidence.bundle-too-large', {
    ko: '증빙 파일이 한 묶음으로 만들기에 너무 큽니다. 파일을 하나씩 내려받아 주세요.',
    en: 'The files are too large for one archive. Download them one by one.',
  });
}
