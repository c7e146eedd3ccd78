import type { Bilingual } from '#libs/errors';

/** One rule as it was applied: the sentence, the clause, and the numbers it was decided with. */
export interface AppliedRule {
  readonly rule: string;
  readonly clause: string;
  readonly result: 'PASS' | 'WARN' | 'BLOCK';
  readonly text: Bilingual;
  readonly inputs: Readonly<Record<string, unknown>>;
}

export interface DecisionSignature {
  readonly signerName: string;
  readonly signerRank: string;
  readonly forName: string | null;
  readonly decision: 'SIGNED' | 'RETURNED';
  readonly at: string;
  readonly method: string;
  readonly opinion: string | null;
  /** SHA-256 of what the signer saw. */
  readonly contentHash: string;
}

/** A command about a thing: who, when, on which reason, by which rules, with whose signatures, and whether it is sealed. */
export interface DecisionRow {
  readonly commandId: string;
  readonly command: string;
  readonly title: Bilingual;
  readonly actorName: string;
  readonly actorLogin: string;
  readonly actorRoles: readonly string[];
  readonly outcome: 'DONE' | 'SUBMITTED' | 'REFUSED';
  readonly actedAt: Date;
  readonly recordedAt: Date;
  readonly reason: string | null;
  readonly inputHash: string;
  readonly problem: Bilingual | null;
  readonly approvalId: string | null;
  readonly approvalNumber: string | null;
  readonly rules: readonly AppliedRule[];
  readonly signatures: readonly DecisionSignature[];
  /** The batch of seals that holds its row; null while none does. */
  readonly sealBatch: number | null;
}

/** A decision about the recognition of a deal, in words. */
export interface Recognition {
  readonly id: string;
  readonly decision: string;
  readonly route: string | null;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly decidedBy: string;
  /** Null where a register told of it. */
  readonly ruleVersion: string | null;
  readonly knownAt: Date;
}

/** A document that speaks for the thing. */
export interface DecisionEvidence {
  readonly id: string;
  readonly kind: string;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly documentId: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly attachedAt: Date;
}

/** A thing that decisions are about, as people call it. */
export interface DecisionSubject {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly fundId: string | null;
}
