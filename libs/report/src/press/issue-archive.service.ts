import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '#libs/command';
import { DOCUMENT_STORE, type DocumentStore } from '#libs/document';
import type { SealProof } from '#libs/seal';
import type { ReportChanges } from '../change/change.js';
import type { ReportDraft } from '../report/report.js';
import type { Issue } from '../issue/issue.js';

/** Files of the house's own making are as large as they are. */
const LARGEST_BYTES = 2 ** 31 - 1;

/** Everything an issued report is made of. */
export interface ArchivedReport {
  readonly draft: ReportDraft;
  readonly proof: SealProof | null;
  readonly changes: ReportChanges | null;
}

/**
 * Where issued reports are kept: under the hashes that the database knows, beside the evidence. Bytes are kept before the
 * command that names them: one that fails leaves bytes that nobody refers to, never an issue without its data.
 */
@Injectable()
export class IssueArchive {
  constructor(@Inject(DOCUMENT_STORE) private readonly store: DocumentStore) {}

  /** Keeps bytes and answers their SHA-256. */
  async keep(bytes: Buffer): Promise<string> {
    const staged = await this.store.stage(Readable.from([bytes]), LARGEST_BYTES);
    try {
      await staged.keep();
      return staged.sha256;
    } finally {
      await staged.discard();
    }
  }

  keepJson(value: unknown): Promise<string> {
    return this.keep(Buffer.from(canonicalJson(value)));
  }

  /** Throws `document.damaged` or `document.lost` for what is no longer what was kept. */
  read(sha256: string): Promise<Buffer> {
    return this.store.read(sha256);
  }

  async open({ dataSha256, proofSha256, changesSha256 }: Issue): Promise<ArchivedReport> {
    const json = async <T>(sha256: string | null): Promise<T | null> => (sha256 === null ? null : (JSON.parse((await this.read(sha256)).toString('utf8')) as T));
    const draft = JSON.parse((await this.read(dataSha256)).toString('utf8')) as ReportDraft;
    return { draft, proof: await json<SealProof>(proofSha256), changes: await json<ReportChanges>(changesSha256) };
  }
}
