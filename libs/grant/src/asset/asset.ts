import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';

export const ASSET_KINDS = ['EQUIPMENT', 'PROTOTYPE', 'REAL_ESTATE', 'INTANGIBLE', 'OTHER'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

export const ASSET_KIND_NAMES: Readonly<Record<AssetKind, Bilingual>> = {
  EQUIPMENT: { ko: '연구시설·장비', en: 'Equipment' },
  PROTOTYPE: { ko: '시작품', en: 'Prototype' },
  REAL_ESTATE: { ko: '부동산·종물', en: 'Real estate' },
  INTANGIBLE: { ko: '무형자산', en: 'Intangible' },
  OTHER: { ko: '그 밖의 중요재산', en: 'Other important property' },
};

/** What may be done with an asset once it was approved. After the first four it is gone. */
export const ASSET_DEEDS = ['SALE', 'TRANSFER', 'EXCHANGE', 'DISCARD', 'LEASE', 'PLEDGE', 'OTHER_USE'] as const;
export type AssetDeed = (typeof ASSET_DEEDS)[number];

export const ASSET_DEED_NAMES: Readonly<Record<AssetDeed, Bilingual>> = {
  SALE: { ko: '매각', en: 'Sale' },
  TRANSFER: { ko: '양도', en: 'Transfer' },
  EXCHANGE: { ko: '교환', en: 'Exchange' },
  DISCARD: { ko: '폐기', en: 'Disposal as waste' },
  LEASE: { ko: '대여', en: 'Lease' },
  PLEDGE: { ko: '담보 제공', en: 'Pledge' },
  OTHER_USE: { ko: '용도 변경', en: 'Other use' },
};

export const endsAsset = (deed: AssetDeed): boolean => deed === 'SALE' || deed === 'TRANSFER' || deed === 'EXCHANGE' || deed === 'DISCARD';

export const ASSET_CONDITIONS = ['IN_USE', 'IDLE', 'BROKEN', 'MISSING'] as const;
export type AssetCondition = (typeof ASSET_CONDITIONS)[number];

export const ASSET_CONDITION_NAMES: Readonly<Record<AssetCondition, Bilingual>> = {
  IN_USE: { ko: '사용 중', en: 'In use' },
  IDLE: { ko: '유휴', en: 'Idle' },
  BROKEN: { ko: '고장', en: 'Broken' },
  MISSING: { ko: '소재 불명', en: 'Missing' },
};

export interface AssetCheck {
  readonly id: string;
  /** The last day of the period it is about. */
  readonly periodTo: LocalDate;
  readonly checkedOn: LocalDate;
  readonly condition: AssetCondition;
  readonly location: string;
  readonly note: string | null;
}

/** Leave to do something with an asset, and what came of it; amounts in won, as digits. */
export interface AssetApproval {
  readonly id: string;
  readonly deed: AssetDeed;
  readonly counterparty: string | null;
  readonly expectedWon: string;
  readonly reason: string;
  readonly decidedOn: LocalDate;
  readonly validThrough: LocalDate;
  readonly disposal: { readonly id: string; readonly disposedOn: LocalDate; readonly proceedsWon: string; readonly governmentWon: string; readonly claim: string | null } | null;
}

/** Equipment or important property bought from an agreement. */
export interface Asset {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly institution: string;
  readonly number: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly maker: string | null;
  readonly serial: string | null;
  readonly registryNumber: string | null;
  readonly location: string;
  readonly expenseId: string | null;
  readonly expenseNumber: string | null;
  readonly acquiredOn: LocalDate;
  readonly amountWon: string;
  readonly governmentWon: string;
  readonly restrictedUntil: LocalDate;
  readonly checks: readonly AssetCheck[];
  readonly approvals: readonly AssetApproval[];
}

/** The last deed that took the asset away, or null while it is there. */
export const goneBy = (asset: Pick<Asset, 'approvals'>): AssetApproval | null => asset.approvals.find(({ deed, disposal }) => disposal !== null && endsAsset(deed)) ?? null;
