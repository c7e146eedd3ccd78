import { ACCESS_ENTITIES, TOTP_COLUMNS } from '#libs/access';
import { DOCUMENT_ENTITIES } from '#libs/document';
import { FUND_ENTITIES, FUND_REGISTRY } from '#libs/fund';
import { joinRegistries } from '#libs/journal';
import { BANK_ACCOUNT_COLUMNS, PartyEntity } from '#libs/party';
import type { EncryptedColumn } from '#libs/secret';
import { VOUCHER_REGISTRY } from '#libs/voucher';

/** All that the features bring: what may be posted, and which rows are mapped. */
export const POSTING_REGISTRY = joinRegistries([FUND_REGISTRY, VOUCHER_REGISTRY]);
export const ENTITIES = [...ACCESS_ENTITIES, ...DOCUMENT_ENTITIES, PartyEntity, ...FUND_ENTITIES];

/** Every column that holds encrypted values for longer than minutes: what a change of keys carries over. */
export const ENCRYPTED_COLUMNS: readonly EncryptedColumn[] = [...BANK_ACCOUNT_COLUMNS, ...TOTP_COLUMNS];
