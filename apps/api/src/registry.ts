import { ACCESS_ENTITIES, TOTP_COLUMNS } from '#libs/access';
import { DOCUMENT_ENTITIES } from '#libs/document';
import { FUND_ENTITIES, FUND_MOVES, FUND_REGISTRY } from '#libs/fund';
import { GRANT_MOVES, GRANT_REGISTRY, SERVICE_ORDER_DEBT, TRANCHE_PAYABLE_KIND } from '#libs/grant';
import { joinRegistries } from '#libs/journal';
import { MATCHING_MOVES, MATCHING_REGISTRY } from '#libs/matching';
import { BANK_ACCOUNT_COLUMNS, PartyEntity } from '#libs/party';
import type { ExpectedMoveSource, PayableKind } from '#libs/payment';
import type { EncryptedColumn } from '#libs/secret';
import { CLAIM_PAYABLE_KIND, VOUCHER_MOVES, VOUCHER_REGISTRY } from '#libs/voucher';

/** All that the features bring: what may be posted, and which rows are mapped. */
export const POSTING_REGISTRY = joinRegistries([FUND_REGISTRY, VOUCHER_REGISTRY, GRANT_REGISTRY, MATCHING_REGISTRY]);
/** What payment runs can pay: each instrument brings its kinds. */
export const PAYABLE_KINDS: readonly PayableKind[] = [CLAIM_PAYABLE_KIND, SERVICE_ORDER_DEBT, TRANCHE_PAYABLE_KIND];
/** What lines of a bank can be: each instrument brings its money. */
export const EXPECTED_MOVES: readonly ExpectedMoveSource[] = [...FUND_MOVES, ...VOUCHER_MOVES, ...GRANT_MOVES, ...MATCHING_MOVES];
export const ENTITIES = [...ACCESS_ENTITIES, ...DOCUMENT_ENTITIES, PartyEntity, ...FUND_ENTITIES];

/** Every column that holds encrypted values for longer than minutes: what a change of keys carries over. */
export const ENCRYPTED_COLUMNS: readonly EncryptedColumn[] = [...BANK_ACCOUNT_COLUMNS, ...TOTP_COLUMNS];
