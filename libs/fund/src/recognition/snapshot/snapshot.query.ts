import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { ClassificationDecision } from '../../classification/classification.js';

export interface SnapshotRow {
  readonly classificationId: string;
  readonly decision: ClassificationDecision;
  readonly asOf: LocalDate;
  readonly sha256: string;
  readonly knownAt: Date;
}

const SELECT = `select s.classification_id as "classificationId", c.decision, s.as_of as "asOf", s.sha256, s.known_at as "knownAt"`;
const FROM = 'from recognition_snapshot s join classification c on c.id = s.classification_id';

export function listSnapshots(tx: Tx, investmentId: string, knownBefore: Date): Promise<SnapshotRow[]> {
  return tx.query(`${SELECT} ${FROM} where c.investment_id = $1 and s.known_at < $2 order by s.known_at, c.id`, [investmentId, knownBefore]);
}

/** The frozen facts with a certain hash of one investment, as they were written. */
export async function getSnapshot(tx: Tx, investmentId: string, sha256: string): Promise<SnapshotRow & { readonly facts: string }> {
  const rows: (SnapshotRow & { facts: string })[] = await tx.query(`${SELECT}, s.facts ${FROM} where c.investment_id = $1 and s.sha256 = $2 order by c.id limit 1`, [investmentId, sha256]);
  if (rows[0] === undefined) throw notFound({ ko: '고정된 판정자료', en: 'frozen facts' }, sha256);
  return rows[0];
}
