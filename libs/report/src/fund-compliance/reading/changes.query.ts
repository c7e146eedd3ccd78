import type { Tx } from '#libs/database';
import { listVersions, type FundRow } from '#libs/fund';
import type { TimePoint } from '#libs/http';
import type { AgreementVersion, ChangeLine } from '../conduct/conduct.js';

/** The wordings that were in force by the day; one that only applies later is no part of an earlier report. */
export async function readAgreements(tx: Tx, fund: FundRow, point: TimePoint): Promise<AgreementVersion[]> {
  const versions = await listVersions(tx, fund, point);
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= point.asOf)
    .reverse()
    .map(({ number, effectiveFrom, title, summary, decidedOn }) => ({ version: number, effectiveOn: effectiveFrom, summary: summary === '' ? title : `${title}: ${summary}`, resolvedOn: number === 1 ? null : decidedOn }));
}

/** What is told whether or not it was signed, because it changes what the fund is or undoes what was recorded. */
const ALWAYS_TOLD = [
  'fund.form', 'agreement.amend', 'policy.decide', 'commitment.transfer', 'fund.extend', 'fund.dissolve', 'fund.liquidate',
  'investment.void', 'investment.rescind', 'waiver.grant', 'waiver.revoke', 'mandate-rule.decide', 'distribution.reverse',
];

/** Everything that was signed about a fund, and every change of its terms, in the order in which it was done. */
export async function readChanges(tx: Tx, fundId: string, { knownBefore }: TimePoint): Promise<ChangeLine[]> {
  return tx.query(
    `select jsonb_build_object('ko', coalesce(k.name_ko, c.command), 'en', coalesce(k.name_en, c.command)) as title,
            (select coalesce(string_agg(distinct l.label, ', ' order by l.label) filter (where l.kind not in ('fund', 'partner')), string_agg(distinct l.label, ', ' order by l.label))
               from subject_label l join subject_fund o on o.id = l.id where o.fund_id = $1 and l.id = any(c.subject_ids)) as subject,
            coalesce(u.name, c.actor_login) as actor, c.acted_at as "actedAt",
            r.number || case when r.version > 1 then ' v' || r.version else '' end as "approvalNumber",
            array(select s.signer_name || case when s.for_name is null then '' else ' (' || s.for_name || ' 대결)' end
                    from approval_signature s where s.request_id = c.approval_id and s.decision = 'SIGNED' and s.signed_at < $2 order by s.recorded_at) as signers
       from command_log c
       left join command_kind k on k.command = c.command
       left join app_user u on u.id = c.actor_id
       left join approval_request r on r.id = c.approval_id
      where c.outcome = 'DONE' and c.acted_at < $2 and (c.approval_id is not null or c.command = any($3))
        and c.subject_ids && array(select o.id from subject_fund o where o.fund_id = $1)
        and c.command not like 'approval.%'
      order by c.acted_at, c.recorded_at, c.id`,
    [fundId, knownBefore, ALWAYS_TOLD],
  );
}
