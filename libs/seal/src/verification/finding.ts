import type { Bilingual } from '#libs/errors';

/** What can be wrong. Rows: changed, removed, added, reordered. The rest: the seals themselves. */
export type FindingKind = 'CHANGED' | 'REMOVED' | 'ADDED' | 'REORDERED' | 'LEAVES' | 'CHAIN' | 'SIGNATURE' | 'KEY' | 'ANCHOR' | 'TABLE' | 'PROOF' | 'FILE' | 'ATTACHMENT' | 'FIGURE';

/** One thing that is not as it was sealed. */
export interface Finding {
  readonly kind: FindingKind;
  /** Batch of the seal; null where it says nothing about one. */
  readonly batch: number | null;
  readonly table: string | null;
  readonly key: string | null;
  readonly text: Bilingual;
}

const NAMES: Readonly<Record<'CHANGED' | 'REMOVED' | 'ADDED' | 'REORDERED', Bilingual>> = {
  CHANGED: { ko: '봉인 뒤에 내용이 바뀌었습니다', en: 'was changed after it was sealed' },
  REMOVED: { ko: '봉인된 행이 지워졌습니다', en: 'was sealed and is gone' },
  ADDED: { ko: '봉인을 거치지 않고 들어온 행입니다', en: 'came in past the seal' },
  REORDERED: { ko: '봉인된 순서와 다릅니다', en: 'is not where it was sealed' },
};

/** A row that is not as it was sealed. */
export function rowFinding(kind: keyof typeof NAMES, row: { batch: number | null; table: string; key: string }, detail: Bilingual = { ko: '', en: '' }): Finding {
  const { ko, en } = NAMES[kind];
  const batch = row.batch === null ? { ko: '', en: '' } : { ko: ` (봉인 ${row.batch}회차)`, en: ` (batch ${row.batch})` };
  return {
    kind,
    ...row,
    text: { ko: `${row.table} 표의 행 ${row.key}: ${ko}${batch.ko}${detail.ko}`, en: `row ${row.key} of ${row.table} ${en}${batch.en}${detail.en}` },
  };
}

/** A batch, key, anchor or file that is not as it should be. */
export function sealFinding(kind: FindingKind, batch: number | null, text: Bilingual): Finding {
  return { kind, batch, table: null, key: null, text };
}

/** What was looked at, and what was found. */
export interface Verification {
  readonly sound: boolean;
  /** By batch, so that the first is where the story parts from what was sealed. */
  readonly findings: readonly Finding[];
  /** True when there were more than are listed. */
  readonly more: boolean;
  readonly batches: number;
  readonly leaves: number;
  readonly rows: number;
  readonly anchors: number;
  /** Rows that are not sealed yet and therefore not vouched for. */
  readonly unsealed: number;
  /** Sealed rows that were destroyed when their time was over, as their tombstones say; or that an export holds back. */
  readonly excused: number;
  readonly head: { readonly number: number; readonly chainHash: string } | null;
  /** Signatures on approvals that were checked, where the installation's keys were at hand. */
  readonly signatures?: number;
  /** Of the data of a report, where one was checked. */
  readonly dataSha256?: string;
  /** Of a report: how many of its texts were made again from its data and compared. */
  readonly comparedTexts?: number;
  /** Of a report: what was not looked at, and why. */
  readonly notes?: readonly Bilingual[];
  /** Of a report: who signed it, and who attested the time. */
  readonly signer?: { readonly subject: string; readonly fingerprint: string; readonly stampedAt: string | null; readonly authority: string | null };
  /** Names of the keys that signed, with their fingerprints. */
  readonly keys: readonly { readonly name: string; readonly fingerprint: string }[];
}

/** Nobody reads further; the count says that there is more. */
const MOST_FINDINGS = 200;

/** Gathers findings and keeps the first of them. */
export class Findings {
  private readonly found: Finding[] = [];
  private overflow = false;

  get full(): boolean {
    return this.overflow;
  }

  add(finding: Finding): void {
    if (this.found.length >= MOST_FINDINGS) this.overflow = true;
    else this.found.push(finding);
  }

  /** Sorted by batch; what names no batch comes last. */
  result(): Pick<Verification, 'sound' | 'findings' | 'more'> {
    const order = ({ batch }: Finding): number => batch ?? Number.MAX_SAFE_INTEGER;
    return { sound: this.found.length === 0, findings: [...this.found].sort((a, b) => order(a) - order(b)), more: this.overflow };
  }
}
