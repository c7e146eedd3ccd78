import type { LocalDate } from '#libs/calendar';
import type { Bilingual, Details } from '#libs/errors';
import { comparableName, type EvidenceFinding } from '../../classification/classification.rules.js';
import type { ClaimDocument, FullClaim } from './claim.js';
import type { EvidenceDetail } from '../detail/evidence-detail.js';

interface Asked {
  readonly rule: string;
  readonly clause: string;
  readonly inputs: Details;
}

/** The answer of a check that could be made. */
export const found = ({ rule, clause, inputs }: Asked, holds: boolean, texts: { readonly yes: Bilingual; readonly no: Bilingual }): EvidenceFinding => ({
  rule,
  clause,
  holds,
  text: holds ? texts.yes : texts.no,
  inputs,
});

/** A check that cannot be made: the document is not there, or nobody typed in what it says. It does not hold. */
export function unstated({ rule, clause, inputs }: Asked, document: string, what: Bilingual): EvidenceFinding {
  return {
    rule,
    clause,
    holds: false,
    text: { ko: `확인할 수 없습니다. 증빙 '${document}'에 ${what.ko} 입력해 주세요.`, en: `Cannot be checked: enter ${what.en} at the document '${document}'.` },
    inputs: { ...inputs, document, stated: false },
  };
}

/**
 * The document of that name that tells how things stood on `on`: of those that say something the last one issued by then, of several
 * of one day the one recorded last; else the first. Null where there is none.
 */
export function documentOn(evidence: readonly ClaimDocument[], kind: string, on: LocalDate): ClaimDocument | null {
  const named = evidence.filter((item) => comparableName(item.kind) === comparableName(kind));
  const telling = named.filter(({ detail }) => detail !== null);
  const candidates = telling.length > 0 ? telling : named;
  const byThen = candidates.filter(({ issuedOn }) => issuedOn !== null && issuedOn <= on);
  const last = byThen.reduce<ClaimDocument | null>((latest, item) => (latest === null || (item.issuedOn ?? '') >= (latest.issuedOn ?? '') ? item : latest), null);
  return last ?? candidates[0] ?? null;
}

/** What that document says; null where it is missing or says nothing. */
export const detailOf = (claim: FullClaim, kind: string): EvidenceDetail | null => documentOn(claim.evidence, kind, claim.testedOn)?.detail ?? null;
