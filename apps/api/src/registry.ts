import { ACCESS_ENTITIES } from '#libs/access';
import { DOCUMENT_ENTITIES } from '#libs/document';
import { FUND_ENTITIES, FUND_REGISTRY } from '#libs/fund';
import { joinRegistries } from '#libs/journal';
import { PartyEntity } from '#libs/party';

/** All that the features bring: what may be posted, and which rows are mapped. */
export const POSTING_REGISTRY = joinRegistries([FUND_REGISTRY]);
export const ENTITIES = [...ACCESS_ENTITIES, ...DOCUMENT_ENTITIES, PartyEntity, ...FUND_ENTITIES];
