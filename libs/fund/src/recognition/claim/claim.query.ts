import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import type { PolicySet } from '#libs/policy';
import type { EvidenceDraft, Recognition } from '../../classification/classification.js';
import { listEvidence, type EvidenceRow } from '../../classification/classification.query.js';
import type { ClaimDocument, ExceptionGround, FullClaim, ListedInstitute } from './claim.js';
import { speaksOn } from '../detail/evidence-detail.js';
import { followOnTest, type FollowOnTest } from '../recognition.policy.js';

/** The deal whose claim is looked at; `id` null for one that is not recorded yet. */
export interface ClaimingDeal {
  readonly id: string | null;
  readonly fundId: string;
  readonly companyId: string;
  readonly kind: string;
  readonly paidOn: LocalDate;
  readonly incorporatedOn: LocalDate | null;
}

/** Everything that a claim may rest on, as known at one instant. */
export interface ClaimGrounds {
  readonly test: FollowOnTest;
  readonly testedOn: LocalDate;
  /** The first deal into the company where its payment is the one that is looked at; null: the deal's own. */
  readonly firstId: string | null;
  /** Documents of the deal, and of the first one where that is looked at, also those that stand no more. */
  readonly evidence: readonly EvidenceRow[];
  readonly institutes: readonly ListedInstitute[];
  readonly exceptions: readonly ExceptionGround[];
}

/** What speaks for the claim of a deal; `drafts` are documents that are about to be attached. */
export async function claimGrounds(tx: Tx, deal: ClaimingDeal, policies: PolicySet, point: TimePoint, drafts: readonly EvidenceDraft[] = []): Promise<ClaimGrounds> {
  const test = followOnTest(policies);
  const first = deal.kind === 'FOLLOW_ON' && test === 'FIRST_INVESTMENT' ? await firstDeal(tx, deal, point) : null;
  const ids = [deal.id, first?.id ?? null].filter((id) => id !== null);
  const evidence = ids.length === 0 ? [] : await listEvidence(tx, ids, point.knownBefore);
  const named = [...evidence, ...drafts].flatMap(({ detail }) => (detail?.counterparty === null || detail?.counterparty === undefined ? [] : [detail.counterparty]));
  return {
    test,
    testedOn: first?.paidOn ?? deal.paidOn,
    firstId: first?.id ?? null,
    evidence,
    institutes: await institutesNamed(tx, named, point.knownBefore),
    exceptions: await exceptionsOf(tx, deal.fundId, point.knownBefore),
  };
}

/** The claim on those grounds: of its documents those that speak on the day that is looked at, and the drafts. */
export function claimOn(grounds: ClaimGrounds, deal: ClaimingDeal, recognition: Recognition, drafts: readonly EvidenceDraft[] = []): FullClaim {
  const standing = grounds.evidence.filter(({ turns }) => speaksOn(turns, grounds.testedOn));
  const evidence = [...standing, ...drafts].map((each): ClaimDocument => ({ kind: each.kind, issuedOn: each.issuedOn, validTo: each.validTo, issuer: each.issuer, detail: each.detail ?? null }));
  const { testedOn, institutes, exceptions } = grounds;
  return { route: recognition.route, companyBasis: recognition.companyBasis, companyId: deal.companyId, evidence, testedOn, incorporatedOn: deal.incorporatedOn, institutes, exceptions };
}

async function firstDeal(tx: Tx, deal: ClaimingDeal, point: TimePoint): Promise<{ id: string; paidOn: LocalDate } | null> {
  const rows: { id: string; paidOn: LocalDate }[] = await tx.query(
    `select i.id, i.paid_on as "paidOn" from investment i
      where i.fund_id = $1 and i.company_id = $2 and i.kind <> 'CONVERSION' and i.paid_on <= $3 and i.known_at < $4 and i.id is distinct from $5::uuid
        and not exists (select 1 from investment_void v where v.investment_id = i.id and v.known_at < $4)
      order by i.paid_on, i.number limit 1`,
    [deal.fundId, deal.companyId, deal.paidOn, point.knownBefore, deal.id],
  );
  return rows[0] ?? null;
}

/** The institutes on the list that go by one of these names or numbers, with the days on which they do. */
async function institutesNamed(tx: Tx, named: readonly string[], knownBefore: Date): Promise<ListedInstitute[]> {
  if (named.length === 0) return [];
  return tx.query(
    `select i.id, i.name, i.number, i.valid_from as "validFrom", e.last_on as "lastOn"
       from public_institute i left join public_institute_end e on e.institute_id = i.id and e.known_at < $2
      where i.known_at < $2 and (institute_word(i.name) in (select institute_word(n) from unnest($1::text[]) as n)
         or i.number in (select regexp_replace(n, '[^0-9]', '', 'g') from unnest($1::text[]) as n))
      order by i.valid_from, i.id`,
    [named, knownBefore],
  );
}

function exceptionsOf(tx: Tx, fundId: string, knownBefore: Date): Promise<ExceptionGround[]> {
  return tx.query(
    `select x.number, x.company_id as "companyId", x.valid_from as "validFrom", least(x.valid_to, w.withdrawn_from - 1) as "validTo"
       from recognition_exception x left join recognition_exception_withdrawal w on w.exception_id = x.id and w.known_at < $2
      where x.fund_id = $1 and x.known_at < $2 order by x.number`,
    [fundId, knownBefore],
  );
}
