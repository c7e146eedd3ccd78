import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { fundScopes } from '../fund/fund.policy.js';
import type { FundRow } from '../fund/fund.query.js';
import type { AgreementVersion, TermChange } from './agreement.js';

/** A row `p` of policy with what was in force on its first day before it was decided; `$1` scopes, narrowest first. */
const TERM = `json_build_object('key', p.key, 'value', p.value, 'clause', p.clause, 'source', p.source, 'effectiveFrom', p.effective_from, 'knownAt', p.known_at, 'before',
  (select json_build_object('value', q.value, 'clause', q.clause, 'source', q.source) from policy q
    where q.key = p.key and q.scope = any($1::text[]) and q.effective_from <= p.effective_from
      and (q.effective_to is null or q.effective_to >= p.effective_from) and q.known_at < p.known_at
    order by array_position($1::text[], q.scope), q.effective_from desc, q.known_at desc, q.id desc limit 1))`;

const scopesOf = (fund: FundRow): readonly string[] => fundScopes(fund.id, fund.programmeId);

/** The versions of a fund's agreement that were known, the latest first; also those that apply from a later day on. */
export async function listVersions(tx: Tx, fund: FundRow, point: TimePoint): Promise<AgreementVersion[]> {
  const rows: AgreementVersion[] = await tx.query(
    `select v.id, v.number, v.title, v.effective_from as "effectiveFrom", v.decided_on as "decidedOn", v.summary,
            v.document_id as "documentId", d.file_name as "documentName", v.known_at as "knownAt",
            (select coalesce(json_agg(${TERM} order by p.key), '[]'::json)
               from agreement_term t join policy p on p.id = t.policy_id where t.version_id = v.id) as terms
       from agreement_version v left join document d on d.id = v.document_id
      where v.fund_id = $2 and v.known_at < $3 order by v.number desc`,
    [scopesOf(fund), fund.id, point.knownBefore],
  );
  return rows.map((version) => ({ ...version, terms: version.terms.map(withInstant) }));
}

/** JSON has no instants. */
const withInstant = (term: TermChange): TermChange => ({ ...term, knownAt: new Date(term.knownAt) });

/** Terms of a fund that were decided one by one, outside of a version, the latest first. */
export async function listDecisions(tx: Tx, fund: FundRow, point: TimePoint): Promise<TermChange[]> {
  const rows: { term: TermChange }[] = await tx.query(
    `select ${TERM} as term from policy p
      where p.scope = 'fund/' || $2::text and p.known_at < $3 and not exists (select 1 from agreement_term t where t.policy_id = p.id)
      order by p.effective_from desc, p.known_at desc, p.id desc`,
    [scopesOf(fund), fund.id, point.knownBefore],
  );
  return rows.map(({ term }) => withInstant(term));
}
