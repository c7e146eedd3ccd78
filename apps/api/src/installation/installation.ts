import { randomUUID } from 'node:crypto';
import { holdersOf, SYSTEM_ACTOR, type Permission } from '#libs/access';
import { insertApprovalPolicies, syncApprovalKeys, syncCommandKinds, type ApprovalPolicyDraft } from '#libs/approval';
import { defaultAuditPolicies } from '#libs/audit';
import { localDate } from '#libs/calendar';
import { canonicalHash, canonicalJson } from '#libs/command';
import { defaultLifePolicies } from '#libs/fund';
import { defaultDueDiligencePolicies, defaultExitPolicies, defaultFeePolicies, defaultImpairmentPolicies } from '#libs/fund';
import { defaultRecognitionPolicies, defaultOverduePolicies } from '#libs/fund';
import { defaultDealPolicies, defaultFundPolicies, defaultRestrictionPolicies, defaultForecastPolicies, defaultWaterfallPolicies } from '#libs/fund';
import { defaultGrantPolicies } from '#libs/grant';
import { defaultMatchingPolicies, insertZones, SEED_ZONES } from '#libs/matching';
import { syncLedgerCatalogue } from '#libs/ledger';
import { defaultBankAccountPolicies } from '#libs/party';
import { defaultBankBalancePolicies, defaultBankMatchPolicies } from '#libs/payment';
import { insertPolicies, type PolicyDraft } from '#libs/policy';
import { defaultAccessLogPolicies, syncRestDays } from '#libs/privacy';
import { followSealClock } from '#libs/seal';
import type { Keyring } from '#libs/secret';
import { defaultVoucherPolicies } from '#libs/voucher';
import type pg from 'pg';
import { POSTING_REGISTRY } from '../registry.js';
import { syncLives } from './lives.js';
import { INSTALLED_COMMANDS } from './commands.data.js';

/** The defaults of law and practice were known, and apply, before the programme began. */
const DEFAULTS_KNOWN_AT = new Date('2020-01-01T00:00:00+09:00');
const DEFAULTS_FROM = localDate('2020-01-01');
/** [assumption] */
const EXPIRES_AFTER_DAYS = 14;
const CLAUSE = '위임전결 기준(기본값)';

/**
 * What every installation needs before anybody signs in, laid by the owner of the database at each start: the catalogues
 * of postings, life cycles and commands, the keys that signatures are checked with, and the default of every policy on which nobody
 * has decided. The application itself could not do any of this.
 */
export async function install(client: pg.Client, keyring: Keyring): Promise<void> {
  // First of all: what is laid below is sealed like everything else.
  await followSealClock(client);
  await syncLedgerCatalogue(client, POSTING_REGISTRY);
  await syncLives(client);
  await syncRestDays(client);
  await syncApprovalKeys(client, keyring);
  await syncCommandKinds(
    client,
    Object.entries(INSTALLED_COMMANDS).map(([command, kind]) => ({ ...kind, command, roles: holdersOf(command as Permission) })),
  );
  await layDefaults(client);
  await layZones(client);
}

async function layDefaults(client: pg.Client): Promise<void> {
  const decided = await decidedAlready(client);
  const policies = defaultPolicies().filter(({ key }) => !decided.keys.has(key));
  const approvals = defaultApprovals().filter(({ command }) => !decided.commands.has(command));
  if (policies.length + approvals.length === 0) return;
  await client.query('begin');
  const commandId = await logInstallation(client, { policies: policies.map(({ key }) => key), approvals: approvals.map(({ command }) => command) });
  await insertPolicies(client, policies, commandId);
  await insertApprovalPolicies(client, approvals, DEFAULTS_KNOWN_AT, commandId);
  await client.query('commit');
}

/** The special zones that an installation begins with; whatever is said of zones later is a further row. */
async function layZones(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from matching_zone limit 1');
  if (rowCount !== 0) return;
  await client.query('begin');
  const commandId = await logInstallation(client, { zones: SEED_ZONES.map(({ code }) => code) });
  await insertZones(client, { now: DEFAULTS_KNOWN_AT, commandId }, SEED_ZONES.map((zone) => ({ ...zone, id: randomUUID() })));
  await client.query('commit');
}

const defaultPolicies = (): readonly PolicyDraft[] => [defaultFundPolicies, defaultLifePolicies, defaultDealPolicies, defaultRestrictionPolicies, defaultOverduePolicies, defaultRecognitionPolicies, defaultWaterfallPolicies, defaultForecastPolicies, defaultImpairmentPolicies, defaultExitPolicies, defaultFeePolicies, defaultDueDiligencePolicies, defaultBankAccountPolicies, defaultBankBalancePolicies, defaultBankMatchPolicies, defaultAccessLogPolicies, defaultAuditPolicies, defaultVoucherPolicies, defaultGrantPolicies, defaultMatchingPolicies].flatMap((defaults) => defaults(DEFAULTS_KNOWN_AT));

function defaultApprovals(): readonly ApprovalPolicyDraft[] {
  return Object.entries(INSTALLED_COMMANDS).map(([command, { line }]) => ({
    command,
    scope: '*',
    effectiveFrom: DEFAULTS_FROM,
    expiresAfterDays: EXPIRES_AFTER_DAYS,
    clause: CLAUSE,
    source: 'ASSUMPTION',
    tiers: line,
  }));
}

async function decidedAlready(client: pg.Client): Promise<{ readonly keys: ReadonlySet<string>; readonly commands: ReadonlySet<string> }> {
  const keys = await client.query<{ key: string }>(`select distinct key from policy where scope = '*'`);
  const commands = await client.query<{ command: string }>(`select distinct command from approval_policy where scope = '*'`);
  return { keys: new Set(keys.rows.map(({ key }) => key)), commands: new Set(commands.rows.map(({ command }) => command)) };
}

/** The installation is on record like any other command. */
async function logInstallation(client: pg.Client, input: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at, subject_ids)
     values ($1, 'policy.install', $2, $3, $4, $5, $6, 'DONE', '{}', '[]', now(), '{}')`,
    [id, SYSTEM_ACTOR.userId, SYSTEM_ACTOR.login, SYSTEM_ACTOR.roles, canonicalHash(input), canonicalJson(input)],
  );
  return id;
}
