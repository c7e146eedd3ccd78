import { canonicalHash } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Details } from '#libs/errors';
import type { PolicySet } from '#libs/policy';
import { applicationBursts, duplicateSupport, insiders, sameContacts, selfApprovals } from './application-sign.query.js';
import { invoicesOutside, pricesAtTheCap, providerConcentration, relatedParties, sameDeliverables, shortIntervals, suppliersClosed, yearEndDumping } from './service-sign.query.js';
import type { Signal, SignRow, SignVerdict, WarningSign } from './warning.js';
import { warningThresholds, type Thresholds } from './warning.policy.js';
import { sentenceOf } from './warning.rules.js';

const QUESTIONS: Readonly<Record<Signal, (tx: Tx, yearId: string, thresholds: Thresholds) => Promise<SignRow[]>>> = {
  PROVIDER_CONCENTRATION: providerConcentration,
  PRICE_AT_CAP: pricesAtTheCap,
  SHORT_INTERVAL: shortIntervals,
  SAME_DELIVERABLE: sameDeliverables,
  SAME_CONTACT: sameContacts,
  APPLICATION_BURST: applicationBursts,
  RELATED_PARTIES: relatedParties,
  INVOICE_OUTSIDE_AGREEMENT: invoicesOutside,
  SUPPLIER_CLOSED: suppliersClosed,
  DUPLICATE_SUPPORT: duplicateSupport,
  YEAR_END_DUMPING: yearEndDumping,
  SELF_APPROVAL: selfApprovals,
  RESEARCHER_IS_INSIDER: insiders,
};

/** Makes signs of rows: a sentence, and a fingerprint of the facts as they are. */
export function signsOf(signal: Signal, rows: readonly SignRow[]): WarningSign[] {
  return rows.map((row) => ({ ...row, signal, text: sentenceOf(signal, row), fingerprint: canonicalHash({ signal, subjectId: row.subjectId, facts: row.facts }) }));
}

/** Every sign of a year as things stand now; one signal alone where it is named. */
export async function listSigns(tx: Tx, yearId: string, policies: PolicySet, only: Signal | null = null): Promise<WarningSign[]> {
  const thresholds = warningThresholds(policies);
  const signs: WarningSign[] = [];
  for (const [signal, ask] of Object.entries(QUESTIONS) as [Signal, (typeof QUESTIONS)[Signal]][]) {
    if (only === null || only === signal) signs.push(...signsOf(signal, await ask(tx, yearId, thresholds)));
  }
  return signs;
}

export interface SignDecision {
  readonly signal: Signal;
  readonly subjectId: string;
  readonly fingerprint: string;
  readonly facts: Details;
  readonly verdict: SignVerdict;
  readonly reason: string;
  readonly decidedAt: Date;
  readonly actor: string;
}

/** What was decided on the signs of a year, the latest first. */
export function listDecisions(tx: Tx, yearId: string): Promise<SignDecision[]> {
  return tx.query(
    `select d.signal, d.subject_id as "subjectId", d.fingerprint, d.facts, d.verdict, d.reason, d.known_at as "decidedAt", coalesce(u.name, c.actor_login) as actor
       from warning_decision d join command_author c on c.id = d.command_id left join app_user u on u.id = c.actor_id
      where d.year_id = $1 order by d.known_at desc, d.recorded_at desc`,
    [yearId],
  );
}
