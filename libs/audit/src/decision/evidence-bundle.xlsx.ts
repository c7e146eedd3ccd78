import { dateText, instantText, textOr } from '#libs/report';
import { writeWorkbook } from '#libs/sheet';
import type { DecisionEvidence, DecisionSubject } from './decision.js';

interface EvidenceIndex {
  readonly subject: DecisionSubject;
  readonly evidence: readonly DecisionEvidence[];
  readonly nameOf: (evidence: DecisionEvidence) => string;
}

/** The list of an archive: what each file is, where it lies in the archive, and its hash. Same evidence, same bytes. */
export function evidenceIndexXlsx({ subject, evidence, nameOf }: EvidenceIndex, at: Date, marks: readonly string[]): Promise<Buffer> {
  return writeWorkbook({
    title: `증빙 목록 ${subject.label}`,
    createdAt: `${at.toISOString().slice(0, 19)}Z`,
    marks,
    sheets: [
      {
        name: '증빙',
        title: `증빙 목록 ${subject.label}`,
        notes: [`자료 반영 시점 ${instantText(at)} (KST)`],
        columns: ['증빙', '발급일', '발급기관', '파일', '묶음 속 위치', 'SHA-256', '붙인 시각'].map((header) => ({ header, type: 'text' })),
        rows: evidence.map((each) => [
          each.kind,
          dateText(each.issuedOn),
          textOr(each.issuer),
          textOr(each.fileName),
          each.sha256 === null ? null : nameOf(each),
          each.sha256,
          instantText(each.attachedAt),
        ]),
      },
    ],
  });
}
