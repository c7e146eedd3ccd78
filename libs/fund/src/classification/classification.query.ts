import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { EvidenceDetail, TurnedEvidence } from '../recognition/detail/evidence-detail.js';
import type { EvidenceDraft } from './classification.js';

export interface ClassificationRow {
  readonly id: string;
  readonly investmentId: string;
  readonly decision: string;
  readonly route: string | null;
  readonly companyBasis: string | null;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
  readonly decidedBy: string;
  readonly ruleVersion: string;
  readonly knownAt: Date;
  readonly recordedAt: Date;
  /** SHA-256 of the facts frozen with it; null where it froze none. */
  readonly snapshotSha256: string | null;
}

/** The decisions about investments, oldest first: who decided what, from when it counts, and since when it is known. */
export async function listClassifications(tx: Tx, investmentIds: readonly string[], knownBefore: Date): Promise<ClassificationRow[]> {
  return tx.query(
    `select c.id, c.investment_id as "investmentId", c.decision, c.route, c.company_basis as "companyBasis", c.effective_on as "effectiveOn",
            c.reason, coalesce(u.name, '시스템') as "decidedBy", c.rule_version as "ruleVersion", c.known_at as "knownAt", c.recorded_at as "recordedAt",
            s.sha256 as "snapshotSha256"
       from classification c left join app_user u on u.id = c.decided_by left join recognition_snapshot s on s.classification_id = c.id
      where c.investment_id = any($1::uuid[]) and c.known_at < $2 order by c.known_at, c.id`,
    [investmentIds, knownBefore],
  );
}

/**
 * The instant at which a new decision counts as known: `now`, or just after the last one. A command that waited for another
 * began before it, yet decides after it; the order in which decisions are known must be the order in which they were made.
 */
export async function afterEarlierDecisions(tx: Tx, investmentId: string, now: Date): Promise<Date> {
  const rows: { at: Date }[] = await tx.query(
    `select greatest($2::timestamptz, max(known_at) + interval '1 millisecond') as at from classification where investment_id = $1`,
    [investmentId, now],
  );
  return rows[0]?.at ?? now;
}

export interface EvidenceRow {
  readonly id: string;
  readonly investmentId: string;
  readonly kind: string;
  readonly issuedOn: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly issuer: string | null;
  readonly documentId: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  /** What it says, as far as machine checks read it. */
  readonly detail: EvidenceDetail | null;
  /** What became of it, in the order in which it became known. */
  readonly turns: EvidenceTurnRow[];
}

export interface EvidenceTurnRow extends TurnedEvidence {
  readonly reason: string;
  readonly decidedBy: string;
}

export async function listEvidence(tx: Tx, investmentIds: readonly string[], knownBefore: Date): Promise<EvidenceRow[]> {
  return tx.query(
    `select e.id, e.investment_id as "investmentId", e.kind, e.issued_on as "issuedOn", e.valid_to as "validTo", e.issuer,
            e.document_id as "documentId", d.file_name as "fileName", d.sha256,
            case when x.evidence_id is null then null else json_build_object(
              'number', x.number, 'counterparty', x.counterparty, 'termFrom', x.term_from, 'termTo', x.term_to,
              'holdingBasisPoints', x.holding_basis_points, 'holdingLaw', x.holding_law, 'valuedOn', x.valued_on, 'projectNumber', x.project_number,
              'projectRole', x.project_role, 'grade', x.grade, 'zone', x.zone, 'cancelledOn', x.cancelled_on) end as detail,
            coalesce((select json_agg(json_build_object('turn', t.turn, 'happenedOn', t.happened_on, 'reason', t.reason, 'decidedBy', coalesce(u.name, a.actor_login)) order by t.known_at, t.id)
                        from evidence_turn t join command_author a on a.id = t.command_id left join app_user u on u.id = a.actor_id
                       where t.evidence_id = e.id and t.known_at < $2), '[]') as turns
       from evidence e left join document d on d.id = e.document_id left join evidence_detail x on x.evidence_id = e.id
      where e.investment_id = any($1::uuid[]) and e.known_at < $2 order by e.recorded_at, e.kind, e.id`,
    [investmentIds, knownBefore],
  );
}

/** Every file that evidence refers to is there; throws `evidence.unknown-document` at the first that is not. */
export async function requireDocuments(tx: Tx, evidence: readonly EvidenceDraft[]): Promise<void> {
  const wanted = evidence.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
  if (wanted.length === 0) return;
  const found: { id: string }[] = await tx.query('select id from document where id = any($1::uuid[])', [wanted]);
  const known = new Set(found.map(({ id }) => id));
  const lost = evidence.findIndex(({ documentId }) => documentId !== null && !known.has(documentId));
  if (lost === -1) return;
  throw invalidField(`/evidence/${lost}/documentId`, 'evidence.unknown-document', {
    ko: '올린 적이 없는 파일입니다. 파일을 다시 올려 주세요.',
    en: 'No such file was uploaded. Upload it again.',
  });
}
