import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints } from '#libs/money';
import type { Restriction } from './restriction.js';
import { sentence } from './sentence.js';

/** How one party stands to another, read from left to right: a general partner EMPLOYS, a partner HOLDS part of a fund. */
export const RELATIONS = ['EMPLOYS', 'MARRIED_TO', 'OWNED_BY', 'AFFILIATED_WITH', 'MANAGES', 'PARTNERED_BY'] as const;
export type Relation = (typeof RELATIONS)[number];

export interface Relationship {
  readonly from: string;
  readonly relation: Relation;
  readonly to: string;
  /** Of shares for OWNED_BY, of commitments for PARTNERED_BY; null where the relation knows no part. */
  readonly share: BasisPoints | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** From what part on an owner is a major shareholder, and a partner a major one. */
export interface RelatedPartyTerms {
  readonly majorShareholder: BasisPoints;
  readonly majorPartner: BasisPoints;
  readonly clause: string;
}

/** A chain from the fund's side to the counterparty. */
export type RelatedPath = readonly { readonly relation: Relation; readonly party: string }[];

/**
 * The chains that make somebody related, from the general partner: its staff and their spouses, its major shareholders,
 * its affiliates, its other funds; and from the fund: its major partners and their affiliates.
 * Source: 벤처투자 촉진에 관한 법률 시행령 §36 (docs/domain.md §2.7).
 */
const FROM_GENERAL_PARTNER: readonly (readonly Relation[])[] = [['EMPLOYS'], ['EMPLOYS', 'MARRIED_TO'], ['OWNED_BY'], ['AFFILIATED_WITH'], ['MANAGES']];
const FROM_FUND: readonly (readonly Relation[])[] = [['PARTNERED_BY'], ['PARTNERED_BY', 'AFFILIATED_WITH']];

const RELATION_WORDS: Readonly<Record<Relation, Bilingual>> = {
  EMPLOYS: { ko: '임직원', en: 'staff' },
  MARRIED_TO: { ko: '배우자', en: 'spouse' },
  OWNED_BY: { ko: '주요주주', en: 'major shareholder' },
  AFFILIATED_WITH: { ko: '계열회사', en: 'affiliate' },
  MANAGES: { ko: '운용 중인 다른 조합', en: 'other fund under management' },
  PARTNERED_BY: { ko: '주요출자자', en: 'major partner' },
};

/** Both ways: whoever is married or affiliated is so to both. */
const MUTUAL: ReadonlySet<Relation> = new Set<Relation>(['MARRIED_TO', 'AFFILIATED_WITH']);

/** The shortest chain that makes a counterparty related on a day; null for strangers. The general partner itself is an empty chain. */
export function relatedPath(
  parties: { readonly fundId: string; readonly generalPartnerId: string; readonly counterpartyId: string },
  graph: readonly Relationship[],
  terms: RelatedPartyTerms,
  on: LocalDate,
): RelatedPath | null {
  const { fundId, generalPartnerId, counterpartyId } = parties;
  if (counterpartyId === generalPartnerId) return [];
  const standing = graph.filter((each) => each.validFrom <= on && (each.validTo === null || on <= each.validTo) && isMajor(each, terms)).flatMap(bothWays);
  const starts = [
    ...FROM_GENERAL_PARTNER.map((chain) => ({ start: generalPartnerId, chain })),
    ...FROM_FUND.map((chain) => ({ start: fundId, chain })),
  ].sort((left, right) => left.chain.length - right.chain.length);
  for (const { start, chain } of starts) {
    const path = follow(start, chain, counterpartyId, standing, fundId);
    if (path !== null) return path;
  }
  return null;
}

function isMajor({ relation, share }: Relationship, terms: RelatedPartyTerms): boolean {
  if (relation === 'OWNED_BY') return share !== null && share >= terms.majorShareholder;
  return relation !== 'PARTNERED_BY' || (share !== null && share >= terms.majorPartner);
}

const bothWays = (each: Relationship): Relationship[] => (MUTUAL.has(each.relation) ? [each, { ...each, from: each.to, to: each.from }] : [each]);

function follow(start: string, [relation, ...rest]: readonly Relation[], goal: string, graph: readonly Relationship[], fundId: string): RelatedPath | null {
  if (relation === undefined) return start === goal ? [] : null;
  for (const edge of graph) {
    // The fund itself is no "other fund" of its general partner.
    if (edge.from !== start || edge.relation !== relation || edge.to === fundId) continue;
    const path = follow(edge.to, rest, goal, graph, fundId);
    if (path !== null) return [{ relation, party: edge.to }, ...path];
  }
  return null;
}

/** No buying from or selling to related parties, unless every partner agreed beforehand. Hard: less than all is not enough. */
export function counterpartyIsUnrelated(path: RelatedPath | null, everyPartnerConsented: boolean, { clause }: RelatedPartyTerms): Restriction {
  const words = (language: 'ko' | 'en'): string => (path ?? []).map((step) => RELATION_WORDS[step.relation][language]).join(' → ');
  const holds = path === null || everyPartnerConsented;
  return sentence({
    rule: 'counterparty-is-unrelated',
    clause,
    hardness: 'HARD',
    holds,
    otherwise: 'BLOCK',
    kept:
      path === null
        ? { ko: '거래상대방이 이해관계인이 아닙니다.', en: 'The counterparty is not related.' }
        : { ko: '이해관계인이지만 조합원 전원의 사전 동의를 받았습니다.', en: 'Related, and all partners agreed beforehand.' },
    broken: {
      ko: `거래상대방은 업무집행조합원 또는 조합의 이해관계인(${words('ko') || '업무집행조합원 본인'})입니다. 조합원 전원의 사전 동의서가 있어야 거래할 수 있습니다.`,
      en: `The counterparty is related to the general partner or the fund (${words('en') || 'the general partner itself'}). It takes the prior consent of all partners.`,
    },
    inputs: { path: path === null ? null : path.map((step) => ({ relation: step.relation, party: step.party })), everyPartnerConsented },
  });
}
