import type { Tx } from '#libs/database';
import type { ApprovalPolicy } from './approval-policy.js';

const TIERS = `
  (select coalesce(jsonb_agg(jsonb_build_object('fromWon', t.from_won::text, 'mode', t.mode, 'steps',
       (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'role', s.role, 'minRank', s.min_rank, 'quorum', s.quorum) order by s.position), '[]')
          from approval_step s where s.policy_id = t.policy_id and s.from_won = t.from_won)) order by t.from_won), '[]')
     from approval_tier t where t.policy_id = p.id) as tiers`;

const COLUMNS = `p.id, p.command, p.scope, p.effective_from as "effectiveFrom", p.expires_after_days as "expiresAfterDays", p.clause, p.source,
  p.known_at as "knownAt", p.recorded_at as "recordedAt", ${TIERS}`;

/** Every decision about approvals, by command, the one in force first. */
export async function listApprovalPolicies(tx: Tx, command: string | null): Promise<ApprovalPolicy[]> {
  return tx.query(
    `select ${COLUMNS} from approval_policy p where $1::text is null or p.command = $1
      order by p.command, p.scope, p.effective_from desc, p.recorded_at desc`,
    [command],
  );
}

export interface CommandKindRow {
  readonly command: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly hasAmount: boolean;
  readonly hasFund: boolean;
  readonly alwaysSigned: boolean;
}

/** The commands that approvals can be decided for, by name. */
export async function listCommandKinds(tx: Tx): Promise<CommandKindRow[]> {
  return tx.query(
    `select command, name_ko as "nameKo", name_en as "nameEn", amount_path is not null as "hasAmount", fund_path is not null as "hasFund", always_signed as "alwaysSigned"
       from command_kind order by command`,
  );
}
