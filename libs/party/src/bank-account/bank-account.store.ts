import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { BankAccountDraft } from './bank-account.js';

export interface SecretRow {
  readonly id: string;
  /** Encrypted. */
  readonly content: string;
  readonly contentHash: string;
}

interface NewSecret {
  readonly content: string;
  readonly contentHash: string;
  readonly numberIndex: string;
  readonly indexKey: string;
  readonly depositedBy: string;
  readonly requestKey: string;
}

/** What was deposited for this request of this person before; requests that race for one key wait for each other. */
export async function lockDeposits(tx: Tx, depositedBy: string, requestKey: string): Promise<SecretRow[]> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`bank account deposit ${depositedBy} ${requestKey}`]);
  return tx.query(`select id, content, content_hash as "contentHash" from bank_account_secret where deposited_by = $1 and request_key = $2 order by deposited_at`, [
    depositedBy,
    requestKey,
  ]);
}

export async function insertSecret(tx: Tx, secret: NewSecret): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into bank_account_secret (id, content, number_index, index_key, content_hash, deposited_by, request_key) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, secret.content, secret.numberIndex, secret.indexKey, secret.contentHash, secret.depositedBy, secret.requestKey],
  );
  return id;
}

/** Destroys numbers that were handed in long ago (policy) for a registration that did not happen. */
export async function forgetUnusedSecrets(tx: Tx): Promise<void> {
  await tx.query('select forget_unused_bank_account_secrets()');
}

export async function insertBankAccount(tx: Tx, context: CommandContext, draft: BankAccountDraft): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into bank_account (id, party_id, bank_code, number_tail, number_length, holder_masked, holder_is_party, secret_id, content_hash, effective_from, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      draft.partyId,
      draft.bankCode,
      draft.numberTail,
      draft.numberLength,
      draft.holderMasked,
      draft.holderIsParty,
      draft.secretId,
      draft.contentHash,
      draft.effectiveFrom,
      context.now,
      context.commandId,
    ],
  );
  return id;
}

export async function insertClose(tx: Tx, context: CommandContext, accountId: string, closedOn: string, reason: string): Promise<void> {
  await tx.query('insert into bank_account_close (account_id, closed_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [
    accountId,
    closedOn,
    reason,
    context.now,
    context.commandId,
  ]);
}
